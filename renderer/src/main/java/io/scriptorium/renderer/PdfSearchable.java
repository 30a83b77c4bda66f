package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;

/** A PDF that gets text below its pages, and stays as it is in all else. */
final class PdfSearchable implements SearchablePdf {
  private final SearchablePages written;
  private final PdfWithPages pdf;
  private final RenderOptions options;

  private PdfSearchable(PdfWithPages pdf, RenderOptions options) {
    this.written = new SearchablePages(pdf.document());
    this.pdf = pdf;
    this.options = options;
  }

  /** Opens the file once more: rendering changes what it has open. */
  static PdfSearchable open(Path file, RenderOptions options) throws RenderException {
    return PdfWithPages.open(file, options, pdf -> new PdfSearchable(pdf, options));
  }

  @Override
  public void add(PageText page) throws RenderException {
    COSDictionary dictionary = pdf.page(page.number());
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
