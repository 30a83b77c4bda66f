package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.PageStatus;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line that is drawn over and over: a bar, pages, tokens per second and the time left. */
final class BarDisplay implements Display {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int LABEL_WIDTH = 24;
  private static final int BAR_WIDTH = 16;

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private String label = "";
  private int pages;
  private int pagesDone;
  private long tokensOfPages;
  private int tokensOfPage;
  private long opened;
  private long drawn;
  private boolean visible;

  BarDisplay(PrintWriter err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
  }

  @Override
  public void documentOpened(DocumentSource source, int pageCount) {
    label = cut(Printable.of(source.label()));
    pages = pageCount;
    pagesDone = 0;
    tokensOfPages = 0;
    tokensOfPage = 0;
    opened = nanoTime.getAsLong();
    draw(opened);
  }

  @Override
  public void tokenEmitted(int number, int tokens) {
    tokensOfPage = tokens;
    long now = nanoTime.getAsLong();
    if (now - drawn >= REDRAW_NANOS) {
      draw(now);
    }
  }

  @Override
  public void pageFinished(int number, PageStatus status) {
    pagesDone++;
    tokensOfPages += tokensOfPage;
    tokensOfPage = 0;
    draw(nanoTime.getAsLong());
  }

  @Override
  public void tell(String line) {
    finished();
    err.println(line);
    err.flush();
  }

  @Override
  public void finished() {
    if (visible) {
      err.print(ERASE_LINE);
      err.flush();
      visible = false;
    }
  }

  private void draw(long now) {
    int filled = BAR_WIDTH * pagesDone / pages;
    err.print(ERASE_LINE);
    err.printf(
        Locale.ROOT,
        "%s [%s%s] %d/%d pages%s",
        label,
        "#".repeat(filled),
        "-".repeat(BAR_WIDTH - filled),
        pagesDone,
        pages,
        pace(now - opened));
    err.flush();
    drawn = now;
    visible = true;
  }

  private String pace(long nanos) {
    long tokens = tokensOfPages + tokensOfPage;
    double seconds = nanos / (double) TimeUnit.SECONDS.toNanos(1);
    if (tokens == 0 || seconds <= 0) {
      return "";
    }
    String rate = String.format(Locale.ROOT, ", %.1f tokens/s", tokens / seconds);
    if (pagesDone == 0 || pagesDone == pages) {
      return rate;
    }
    long left = Math.round(seconds / pagesDone * (pages - pagesDone));
    return rate + ", " + ParseSummary.clock(left) + " left";
  }

  /** The end of a path tells more than its start. */
  private static String cut(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LABEL_WIDTH
        ? text
        : "..." + text.substring(text.offsetByCodePoints(0, length - LABEL_WIDTH + 3));
  }
}
