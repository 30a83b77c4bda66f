package io.scriptorium.parser;

import io.scriptorium.parser.ParseException.Kind;

/** Asks a model again where there is an answer already, which stays if that fails. */
final class SecondTry {
  private SecondTry() {}

  /** What is tried. */
  interface Step<T> {
    T run() throws ParseException;
  }

  /**
   * What the step gives, or what there is already.
   *
   * @throws ParseException if trying the whole document again may help
   */
  static <T> T or(T already, Step<T> step) throws ParseException {
    try {
      return step.run();
    } catch (ParseException e) {
      if (e.kind() == Kind.TRANSIENT) {
        throw e;
      }
      return already;
    } catch (RuntimeException e) {
      return already;
    }
  }
}
