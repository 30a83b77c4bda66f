package io.scriptorium.renderer.pool;

import java.util.List;
import java.util.stream.Stream;

/** Where an error of another process came from, without its text, which may quote a document. */
record Trace(String kind, List<Frame> frames) {
  private static final int MOST_FRAMES = 40;

  /** A line of a stack trace. */
  record Frame(String type, String method, String file, int line) {
    static Frame of(StackTraceElement element) {
      String file = element.getFileName() == null ? "?" : element.getFileName();
      return new Frame(
          element.getClassName(), element.getMethodName(), file, element.getLineNumber());
    }

    StackTraceElement toElement() {
      return new StackTraceElement(type, method, file, line);
    }
  }

  Trace {
    frames = List.copyOf(frames);
  }

  static Trace of(String kind, Throwable problem) {
    return new Trace(
        kind, Stream.of(problem.getStackTrace()).limit(MOST_FRAMES).map(Frame::of).toList());
  }

  /** The error as a cause, for who asks for traces. */
  Exception toException() {
    Exception cause = new Exception(kind);
    cause.setStackTrace(frames.stream().map(Frame::toElement).toArray(StackTraceElement[]::new));
    return cause;
  }
}
