package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A PDF that gets text below its pages, and stays as it is in all else. */
final class PdfSearchable implements SearchablePdf {
  private final SearchablePages written;
  private final List<Optional<COSDictionary>> pages;
  private final RenderOptions options;

  private PdfSearchable(
      SearchablePages written, List<Optional<COSDictionary>> pages, RenderOptions options) {
    this.written = written;
    this.pages = pages;
    this.options = options;
  }

  /** Opens the file once more: rendering changes what it has open. */
  static PdfSearchable open(Path file, RenderOptions options) throws RenderException {
    try (DecodingBudget budget = DecodingBudget.forFile(options)) {
      PDDocument document = PdfOpener.open(file, options.passwords());
      try {
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        List<Optional<COSDictionary>> pages = PdfPageTree.pages(catalogue, options.maxPages());
        budget.check();
        return new PdfSearchable(new SearchablePages(document), pages, options);
      } catch (Throwable e) {
        IOUtils.closeQuietly(document);
        throw e;
      }
    } catch (PageFailures.Stopped e) {
      throw e.reason();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new RenderException(
          Code.FILE_DAMAGED, "the page tree of the PDF cannot be read", new RedactedCause(e));
    }
  }

  @Override
  public void add(PageText page) throws RenderException {
    COSDictionary dictionary =
        pages
            .get(PageFailures.checkNumber(page.number(), pages.size()) - 1)
            .orElseThrow(
                () ->
                    new RenderException(
                        Code.PAGE_DAMAGED, "page " + page.number() + " is missing from the file"));
    try {
      written.add(dictionary, page);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw PageFailures.of(page.number(), e);
    }
  }

  @Override
  public void save(Path file) throws RenderException, IOException {
    try (DecodingBudget budget = DecodingBudget.forFile(options)) {
      written.save(file);
      budget.check();
    } catch (PageFailures.Stopped e) {
      throw e.reason();
    }
  }

  @Override
  public void close() {
    written.close();
  }
}
