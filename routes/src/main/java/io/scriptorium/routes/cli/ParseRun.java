package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParsedDocument;
import io.scriptorium.parser.ParsedDocument.Status;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Parses one document after the other; one that fails does not keep the others waiting. */
final class ParseRun {
  private static final String NOT_OURS = RenderException.Code.FORMAT_UNSUPPORTED.name();

  private final Function<FoundDocument, DocumentParser> parsers;
  private final PrintWriter results;
  private final Display display;
  private final ParseSummary summary;
  private final boolean verbose;

  ParseRun(
      Function<FoundDocument, DocumentParser> parsers,
      PrintWriter results,
      Display display,
      ParseSummary summary,
      boolean verbose) {
    this.parsers = parsers;
    this.results = results;
    this.display = display;
    this.summary = summary;
    this.verbose = verbose;
  }

  void parse(List<FoundDocument> documents) {
    documents.forEach(this::parse);
  }

  private void parse(FoundDocument document) {
    DocumentSource source = new DocumentSource(document.file(), document.label());
    try {
      report(parsers.apply(document).parse(source, document.folder(), display));
    } catch (ParseException e) {
      // A folder may hold other things than documents.
      if (e.code().equals(NOT_OURS) && !document.named()) {
        summary.countSkipped();
        tell(document, "skipped: " + e.code() + ": " + e.getMessage());
      } else {
        fail(document, e.code() + ": " + e.getMessage(), e);
      }
    } catch (RuntimeException | StackOverflowError e) {
      fail(document, Failures.internalError(e, verbose), e);
    }
  }

  private void report(ParsedDocument parsed) {
    summary.count(parsed);
    display.finished();
    results.println(Printable.of(shown(parsed.folder())));
    if (parsed.status() == Status.PARTIAL) {
      display.tell(
          Printable.of(parsed.label())
              + ": some pages were not read to the end, see document.json");
    }
  }

  private void fail(FoundDocument document, String reason, Throwable failure) {
    summary.countFailed();
    tell(document, reason);
    if (verbose) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      display.tell(trace.toString().stripTrailing());
    }
  }

  private void tell(FoundDocument document, String what) {
    display.tell(Printable.of(document.label()) + ": " + Printable.of(what));
  }

  /** Paths below the working folder are told as the user would type them. */
  private static String shown(Path folder) {
    Path here = Path.of("").toAbsolutePath();
    return (folder.startsWith(here) ? here.relativize(folder) : folder).toString();
  }
}
