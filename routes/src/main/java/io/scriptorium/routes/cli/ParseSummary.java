package io.scriptorium.routes.cli;

import io.scriptorium.parser.ParsedDocument;
import io.scriptorium.parser.ParsedDocument.Status;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts how documents ended. */
final class ParseSummary {
  private final LongSupplier nanoTime;
  private final long start;
  private int parsed;
  private int partial;
  private int failed;
  private int skipped;
  private long pages;

  ParseSummary(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  void count(ParsedDocument document) {
    parsed++;
    pages += document.pages();
    if (document.status() == Status.PARTIAL) {
      partial++;
    }
  }

  void countFailed() {
    failed++;
  }

  void countSkipped() {
    skipped++;
  }

  int failed() {
    return failed;
  }

  /** One line, for example {@code 3 documents parsed (1 in part), 1 failed; 12 pages in 1:05}. */
  String text() {
    StringBuilder text = new StringBuilder(counted(parsed, "document")).append(" parsed");
    if (partial > 0) {
      text.append(" (").append(partial).append(" in part)");
    }
    if (failed > 0) {
      text.append(", ").append(failed).append(" failed");
    }
    if (skipped > 0) {
      text.append(", ").append(skipped).append(" skipped");
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - start);
    return text + "; " + counted(pages, "page") + " in " + clock(seconds);
  }

  /** Minutes and seconds, with hours where there are some. */
  static String clock(long seconds) {
    long minutes = seconds / 60;
    return minutes < 60
        ? "%d:%02d".formatted(minutes, seconds % 60)
        : "%d:%02d:%02d".formatted(minutes / 60, minutes % 60, seconds % 60);
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
