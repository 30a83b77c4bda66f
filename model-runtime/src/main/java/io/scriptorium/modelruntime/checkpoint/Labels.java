package io.scriptorium.modelruntime.checkpoint;

/** Names from outside, made fit for one line of an error. */
final class Labels {
  private static final int MAX_LENGTH = 120;

  private Labels() {}

  static String shorten(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
  }
}
