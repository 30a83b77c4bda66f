package io.scriptorium.samples.drawing;

/** What was to be drawn does not fit where it was to stand. */
public final class NoRoomException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public NoRoomException(String message) {
    super(message);
  }
}
