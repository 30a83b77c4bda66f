package io.scriptorium.parser;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.CropLinks;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.export.Alto;
import io.scriptorium.htmlschema.export.Csv;
import io.scriptorium.htmlschema.export.Hocr;
import io.scriptorium.htmlschema.export.Markdown;
import io.scriptorium.htmlschema.export.PageImage;
import io.scriptorium.htmlschema.export.PlainText;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.SearchablePdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the forms of a result that are derived from its pages. */
final class ExportWriter {
  private final ResultWriter result;
  private final List<PageResult> read;
  private final List<Page> pages;
  private final CropLinks crops;

  /**
   * A writer for one document.
   *
   * @param pages of the results, in the same order
   */
  ExportWriter(ResultWriter result, List<PageResult> read, List<Page> pages, CropLinks crops) {
    this.result = result;
    this.read = read;
    this.pages = pages;
    this.crops = crops;
  }

  /**
   * Writes one form.
   *
   * @param source the document, still open
   * @return why it could not be written, if the document is at fault
   * @throws ParseException if trying the whole document again may help
   */
  Optional<ExportFailure> write(ExportFormat format, PageSource source)
      throws IOException, ParseException {
    try {
      return tryToWrite(format, source);
    } catch (RuntimeException | StackOverflowError e) {
      // The failure's text may hold content of the document.
      String message = e.getClass().getSimpleName() + " while writing " + format.id();
      return Optional.of(new ExportFailure(format, "INTERNAL_ERROR", message));
    }
  }

  private Optional<ExportFailure> tryToWrite(ExportFormat format, PageSource source)
      throws IOException, ParseException {
    switch (format) {
      case MD -> result.write(format.place(), Markdown.document(pages, crops));
      case TXT -> result.write(format.place(), PlainText.document(pages));
      case PDF -> {
        return pdf(source, result.file(format.place()));
      }
      case ALTO -> alto();
      case HOCR -> result.write(format.place(), Hocr.document(pages, images(), version()));
      case CSV -> tables();
      case HTML, JSON -> throw new IllegalArgumentException(format + " is not derived");
    }
    return Optional.empty();
  }

  private Optional<ExportFailure> pdf(PageSource source, Path file)
      throws IOException, ParseException {
    try (SearchablePdf pdf = source.searchable()) {
      for (PageResult page : read) {
        if (page instanceof PageResult.Read done) {
          PageText text = done.extras().text();
          if (text != null) {
            pdf.add(text);
          }
        }
      }
      pdf.save(file);
      return Optional.empty();
    } catch (RenderException e) {
      String message = String.valueOf(e.getMessage());
      if (e.code().isTransient()) {
        throw new ParseException(e.code().name(), Kind.TRANSIENT, message, e);
      }
      Files.deleteIfExists(file);
      return Optional.of(new ExportFailure(ExportFormat.PDF, e.code().name(), message));
    }
  }

  private void alto() throws IOException {
    List<PageImage> images = images();
    for (int i = 0; i < pages.size(); i++) {
      String text = Alto.page(pages.get(i), i + 1, images.get(i), version());
      result.write(name(ExportFormat.ALTO, "%04d.xml", i + 1), text);
    }
  }

  private void tables() throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      List<Block> blocks = pages.get(i).blocks();
      for (int j = 0; j < blocks.size(); j++) {
        Optional<Grid> table = Csv.tableOf(blocks.get(j));
        if (table.isPresent()) {
          result.write(
              name(ExportFormat.CSV, "%04d-%03d.csv", i + 1, j + 1), Csv.table(table.get()));
        }
      }
    }
  }

  private List<PageImage> images() {
    List<PageImage> images = new ArrayList<>();
    for (PageResult page : read) {
      PageResult.Rendering rendering = page.rendering();
      images.add(
          rendering == null
              ? PageImage.NONE
              : new PageImage(ResultWriter.pageImageName(page.number()), rendering.dpi()));
    }
    return images;
  }

  private static String name(ExportFormat format, String pattern, Object... numbers) {
    return format.place() + "/" + String.format(Locale.ROOT, pattern, numbers);
  }

  private static String version() {
    return ProductVersion.get();
  }
}
