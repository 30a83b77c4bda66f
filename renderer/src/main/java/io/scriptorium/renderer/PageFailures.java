package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;

/** Turns what goes wrong on a page into the error of that page. */
final class PageFailures {
  private PageFailures() {}

  /** Carries the error of a page through a library that swallows its own. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RenderException reason;

    Stopped(RenderException reason) {
      super(reason);
      this.reason = reason;
    }

    RenderException reason() {
      return reason;
    }
  }

  static RenderException of(int number, Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      return new RenderException(
          Code.PAGE_TOO_COSTLY,
          "page " + number + " needs more memory than there is",
          new RedactedCause(problem));
    }
    return new RenderException(
        Code.PAGE_DAMAGED,
        problem instanceof StackOverflowError
            ? "page " + number + " is nested too deeply"
            : "page " + number + " cannot be drawn",
        new RedactedCause(problem));
  }

  static RenderException tooManyPixels(String what, int width, int height, long most) {
    return new RenderException(
        Code.PAGE_TOO_LARGE,
        "%s has %d x %d pixels, the limit is %d in all".formatted(what, width, height, most));
  }

  static int checkNumber(int number, int count) {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException("page number (" + number + ") is outside 1 to " + count);
    }
    return number;
  }
}
