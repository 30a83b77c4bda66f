package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An open PDF and its pages.
 *
 * @param pages by their order; empty for those that the file does not have
 */
record PdfWithPages(PDDocument document, List<Optional<COSDictionary>> pages) {
  /** What is made of a PDF that has just been opened, and closes it. */
  @FunctionalInterface
  interface Use<T> {
    T make(PdfWithPages pdf);
  }

  /**
   * Opens a file and makes something of it, all within the budget of a file.
   *
   * @throws RenderException with the reason why it cannot be opened; the file is closed then
   */
  static <T> T open(Path file, RenderOptions options, Use<T> use) throws RenderException {
    try (DecodingBudget budget = DecodingBudget.forFile(options)) {
      PDDocument document = PdfOpener.open(file, options.passwords());
      try {
        T made =
            use.make(
                new PdfWithPages(
                    document, PdfPageTree.pages(catalogue(document), options.maxPages())));
        budget.check();
        return made;
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

  COSDictionary catalogue() {
    return catalogue(document);
  }

  private static COSDictionary catalogue(PDDocument document) {
    return document.getDocumentCatalog().getCOSObject();
  }

  /**
   * The page with a number, from 1.
   *
   * @throws RenderException if there is no such page, or the file lacks it
   */
  COSDictionary page(int number) throws RenderException {
    return pages
        .get(PageFailures.checkNumber(number, pages.size()) - 1)
        .orElseThrow(
            () ->
                new RenderException(
                    Code.PAGE_DAMAGED, "page " + number + " is missing from the file"));
  }
}
