package io.scriptorium.routes.cli;

import io.scriptorium.modelruntime.savedmodel.Progress;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Shows how far the conversion of a checkpoint is: a bar on a terminal, else every tenth. */
final class ConversionDisplay implements Progress {
  private static final int BAR_WIDTH = 20;

  private final PrintWriter log;
  private final Path checkpoint;
  private final boolean terminal = Boolean.getBoolean("scriptorium.terminal");
  private long shown = -1;

  ConversionDisplay(PrintWriter log, Path checkpoint) {
    this.log = log;
    this.checkpoint = checkpoint;
  }

  @Override
  public void bytes(long done, long total) {
    long percent = total == 0 ? 100 : 100 * done / total;
    if (shown < 0) {
      log.printf(
          Locale.ROOT,
          "Converting %s: %.1f MB of weights.%n",
          Printable.of(checkpoint.toString()),
          total / 1e6);
    }
    if (terminal && percent != shown) {
      int filled = (int) (BAR_WIDTH * percent / 100);
      log.printf(
          "\r[%s%s] %d %%%s",
          "#".repeat(filled),
          "-".repeat(BAR_WIDTH - filled),
          percent,
          done == total ? System.lineSeparator() : "");
    } else if (!terminal && percent / 10 != shown / 10) {
      log.printf("converted %d %%%n", percent);
    }
    log.flush();
    shown = percent;
  }
}
