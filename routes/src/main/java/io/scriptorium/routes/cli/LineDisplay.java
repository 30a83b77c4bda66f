package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.PageStatus;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;

/** A line for each page. */
final class LineDisplay implements Display {
  private final PrintWriter err;
  private String label = "";
  private int pages;

  LineDisplay(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void documentOpened(DocumentSource source, int pageCount) {
    label = Printable.of(source.label());
    pages = pageCount;
  }

  @Override
  public void pageFinished(int number, PageStatus status) {
    String ending =
        switch (status) {
          case DONE -> "done";
          case BLANK -> "blank";
          case TRUNCATED -> "cut off";
          case FAILED -> "failed";
        };
    tell(label + ": page " + number + " of " + pages + " " + ending);
  }

  @Override
  public void tell(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void finished() {}
}
