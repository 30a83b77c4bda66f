package io.scriptorium.parser;

import io.scriptorium.htmlschema.CropLinks;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.assembly.DocumentAssembler;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.ParsedDocument.Status;
import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parses documents into result folders. For one thread at a time, as its model is; whoever opened
 * the model and the renderer closes them.
 *
 * <pre>{@code
 * DocumentParser parser = new DocumentParser(renderer, model);
 * DocumentSource source = new DocumentSource(Path.of("invoice.pdf"), "invoice.pdf");
 * parser.parse(source, Path.of("out/invoice.pdf"), ParseProgress.SILENT);
 * }</pre>
 *
 * <p>A result folder appears whole or not at all: it is written beside its final place, brought to
 * the disk and renamed. The same document, model and options give the same bytes.
 */
public final class DocumentParser {
  private static final PageSize NEVER_RENDERED = new PageSize(1, 1);

  private final Opener renderer;
  private final RenderOptions options;
  private final PageModel model;
  private final Exports exports;

  /** The renderer stays open, like the model. */
  public DocumentParser(DocumentOpener renderer, PageModel model) {
    this(renderer::open, renderer.options(), model);
  }

  DocumentParser(Opener renderer, RenderOptions options, PageModel model) {
    this(renderer, options, model, Exports.DEFAULTS);
  }

  private DocumentParser(Opener renderer, RenderOptions options, PageModel model, Exports exports) {
    this.renderer = renderer;
    this.options = options;
    this.model = model;
    this.exports = exports;
  }

  /** The same parser with results in other forms. */
  public DocumentParser withExports(Exports wanted) {
    return new DocumentParser(renderer, options, model, wanted);
  }

  /** Opens documents, as {@link DocumentOpener#open} does. */
  interface Opener {
    PageSource open(Path file) throws RenderException;
  }

  /**
   * Parses one document. A page that cannot be read is marked and the others go on; but a {@link
   * Kind#TRANSIENT} failure of the model ends the document, so that it can be tried again as a
   * whole. An interrupt of the thread takes effect after the current page.
   *
   * @param folder the result folder to write, with a name of up to 200 bytes; an earlier result
   *     there is replaced, a folder that holds anything else is left alone and fails the document
   * @throws ParseException with a stable code if no result could be published
   */
  public ParsedDocument parse(DocumentSource source, Path folder, ParseProgress progress)
      throws ParseException {
    SourceFile file = new SourceFile(source.file());
    try (PageSource pages = open(source.file())) {
      requirePages(pages);
      Digest digest = file.identify();
      progress.documentOpened(source, pages.pageCount());
      try (ResultWriter result = ResultWriter.begin(folder)) {
        List<PageResult> read = assembled(parsePages(pages, result, progress));
        List<Page> content = toPages(read);
        CropLinks crops = crops(read);
        List<ExportFailure> failures =
            export(new ExportWriter(result, read, content, crops), pages);
        file.requireUnchanged(digest);
        Status status = failures.isEmpty() ? status(read) : Status.PARTIAL;
        result.write(ResultFolders.HTML, HtmlWriter.document(content, crops));
        if (exports.keys().isPresent()) {
          result.write(ResultFolders.KEY_VALUES, KeyValuesFile.toJson(exports.keys().get(), read));
        }
        DocumentMetadata metadata =
            new DocumentMetadata(
                source.label(),
                digest,
                pages.format(),
                status,
                options,
                model.identity(),
                pages.facts(),
                written(failures),
                exports.keys().isPresent(),
                failures);
        result.write(ResultFolders.METADATA, metadata.toJson(read));
        result.publish();
        return new ParsedDocument(digest.sha256(), source.label(), status, read.size(), folder);
      } catch (IOException e) {
        throw notWritten(e);
      }
    }
  }

  private PageSource open(Path file) throws ParseException {
    try {
      return renderer.open(file);
    } catch (RenderException e) {
      Kind kind = e.code().isTransient() ? Kind.TRANSIENT : Kind.BAD_INPUT;
      throw new ParseException(e.code().name(), kind, String.valueOf(e.getMessage()), e);
    }
  }

  private static void requirePages(PageSource pages) throws ParseException {
    if (pages.pageCount() < 1) {
      throw new ParseException(
          RenderException.Code.NO_PAGES.name(), Kind.BAD_INPUT, "the document has no pages");
    }
  }

  private List<PageResult> parsePages(PageSource pages, ResultWriter result, ParseProgress progress)
      throws ParseException, IOException {
    PageParser parser = new PageParser(model, progress, exports, result);
    List<PageResult> read = new ArrayList<>();
    for (int number = 1; number <= pages.pageCount(); number++) {
      requireNotInterrupted(number, pages.pageCount());
      progress.pageStarted(number);
      PageResult page = parser.parse(pages, number);
      read.add(page);
      progress.pageFinished(number, page.status());
    }
    requireOneReadPage(read);
    return read;
  }

  private static void requireNotInterrupted(int number, int pages) throws ParseException {
    if (Thread.currentThread().isInterrupted()) {
      throw new ParseException(
          "INTERRUPTED", Kind.TRANSIENT, "stopped before page " + number + " of " + pages);
    }
  }

  private static void requireOneReadPage(List<PageResult> read) throws ParseException {
    for (PageResult page : read) {
      if (!(page instanceof PageResult.Failed)) {
        return;
      }
    }
    PageResult.Failed first = (PageResult.Failed) read.get(0);
    String message =
        read.size() == 1
            ? first.message()
            : "none of " + read.size() + " pages could be read; the first: " + first.message();
    throw new ParseException(first.code(), first.kind(), message);
  }

  private List<ExportFailure> export(ExportWriter writer, PageSource pages)
      throws IOException, ParseException {
    List<ExportFailure> failures = new ArrayList<>();
    for (ExportFormat format : exports.derived()) {
      writer.write(format, pages).ifPresent(failures::add);
    }
    return failures;
  }

  private List<ExportFormat> written(List<ExportFailure> failures) {
    List<ExportFormat> failed = failures.stream().map(ExportFailure::format).toList();
    return exports.derived().stream().filter(format -> !failed.contains(format)).toList();
  }

  private static CropLinks crops(List<PageResult> read) {
    Set<CropLinks.Place> places = new HashSet<>();
    for (PageResult page : read) {
      if (page instanceof PageResult.Read done) {
        places.addAll(done.extras().crops());
      }
    }
    return new CropLinks(places);
  }

  private static Status status(List<PageResult> read) {
    return read.stream().allMatch(DocumentParser::isDone) ? Status.DONE : Status.PARTIAL;
  }

  private static boolean isDone(PageResult page) {
    if (page instanceof PageResult.Read read
        && read.values() != null
        && read.values().problem().isPresent()) {
      return false;
    }
    return page.status() == PageStatus.DONE || page.status() == PageStatus.BLANK;
  }

  /** The pages with what only a look at all of them tells. */
  private static List<PageResult> assembled(List<PageResult> read) {
    List<Page> pages = DocumentAssembler.assemble(toPages(read));
    List<PageResult> assembled = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      assembled.add(
          read.get(i) instanceof PageResult.Read page ? page.with(pages.get(i)) : read.get(i));
    }
    return assembled;
  }

  static List<Page> toPages(List<PageResult> read) {
    return read.stream().map(DocumentParser::toPage).toList();
  }

  /** A page that failed stays in the document, without blocks, so that page numbers are right. */
  private static Page toPage(PageResult result) {
    if (result instanceof PageResult.Read read) {
      return read.reading().page();
    }
    PageResult.Rendering rendering = result.rendering();
    return new Page(rendering == null ? NEVER_RENDERED : rendering.size(), List.of());
  }

  private static ParseException notWritten(IOException failure) {
    if (failure instanceof ClosedByInterruptException) {
      return new ParseException(
          "INTERRUPTED", Kind.TRANSIENT, "stopped while writing the result", failure);
    }
    // The text of file system failures names paths of this machine; the cause keeps it for the log.
    return new ParseException(
        "RESULT_NOT_WRITTEN",
        Kind.TRANSIENT,
        "the result folder could not be written: " + DiskFailure.reason(failure),
        failure);
  }
}
