package io.scriptorium.routes.cli;

/** How much the log says. The property is read by {@code logback.xml} when the first logger is. */
final class Logging {
  private static final String LEVEL = "scriptorium.log.level";

  private Logging() {}

  /** A server tells what happens; a command that somebody waits for tells only what is wrong. */
  static void showEvents() {
    if (System.getProperty(LEVEL) == null) {
      System.setProperty(LEVEL, "INFO");
    }
  }
}
