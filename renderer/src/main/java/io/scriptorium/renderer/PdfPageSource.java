package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The pages of a PDF, drawn as a viewer shows them. */
final class PdfPageSource implements PageSource {
  private final Path file;
  private final PdfWithPages pdf;
  private final DocumentFacts facts;
  private final RenderOptions options;

  private PdfPageSource(Path file, PdfWithPages pdf, RenderOptions options) {
    this.file = file;
    this.pdf = pdf;
    this.facts =
        PdfFacts.of(pdf.catalogue(), pdf.pages().stream().flatMap(Optional::stream).toList());
    this.options = options;
  }

  static PdfPageSource open(Path file, RenderOptions options) throws RenderException {
    return PdfWithPages.open(file, options, pdf -> new PdfPageSource(file, pdf, options));
  }

  @Override
  public SourceFormat format() {
    return SourceFormat.PDF;
  }

  @Override
  public int pageCount() {
    return pdf.pages().size();
  }

  @Override
  public DocumentFacts facts() {
    return facts;
  }

  @Override
  public RenderedPage render(int number) throws RenderException {
    COSDictionary page = pdf.page(number);
    try (DecodingBudget budget = DecodingBudget.forPage(number, options)) {
      PdfPageContents.require(page, number);
      PdfPageContents.spend(page, budget);
      RenderedPage rendered = new PdfPageRenderer(withOnly(page), number, options).render();
      budget.check();
      return rendered;
    } catch (PageFailures.Stopped e) {
      throw e.reason();
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw PageFailures.of(number, e);
    }
  }

  /**
   * Makes the document one of a single page. The library finds a page by adding up counts, which
   * takes longer for each page and fails where the counts lie.
   */
  private PDDocument withOnly(COSDictionary page) {
    COSArray kids = new COSArray();
    kids.add(page);
    COSDictionary root = new COSDictionary();
    root.setItem(COSName.TYPE, COSName.PAGES);
    root.setItem(COSName.KIDS, kids);
    root.setItem(COSName.COUNT, COSInteger.ONE);
    pdf.catalogue().setItem(COSName.PAGES, root);
    return pdf.document();
  }

  @Override
  public SearchablePdf searchable() throws RenderException {
    return PdfSearchable.open(file, options);
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(pdf.document());
  }
}
