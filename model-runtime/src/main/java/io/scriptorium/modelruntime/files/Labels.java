package io.scriptorium.modelruntime.files;

/** Names from outside, made fit for one line of an error. */
public final class Labels {
  private static final int MAX_LENGTH = 120;

  private Labels() {}

  public static String shorten(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
  }
}
