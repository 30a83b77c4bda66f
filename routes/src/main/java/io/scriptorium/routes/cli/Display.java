package io.scriptorium.routes.cli;

import io.scriptorium.parser.ParseProgress;
import java.io.PrintWriter;

/** Shows people how far a run of {@code parse} is. */
interface Display extends ParseProgress, AutoCloseable {
  /** Shows one line that stays. */
  void tell(String line);

  /** Removes what does not stay; the next document shows it again. */
  void finished();

  @Override
  default void close() {
    finished();
  }

  /** A bar if somebody looks, plain lines if the output goes into a file. */
  static Display forTerminal(PrintWriter err) {
    // Only the launcher knows: Java tells about standard input and output together.
    boolean terminal = Boolean.getBoolean("scriptorium.terminal");
    return terminal ? new BarDisplay(err, System::nanoTime) : new LineDisplay(err);
  }
}
