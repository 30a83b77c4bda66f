package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  private final PDDocument document;
  private final List<Optional<COSDictionary>> pages;
  private final RenderOptions options;

  private final DocumentFacts facts;

  private PdfPageSource(
      Path file,
      PDDocument document,
      List<Optional<COSDictionary>> pages,
      DocumentFacts facts,
      RenderOptions options) {
    this.file = file;
    this.document = document;
    this.pages = pages;
    this.facts = facts;
    this.options = options;
  }

  static PdfPageSource open(Path file, RenderOptions options) throws RenderException {
    try (DecodingBudget budget = DecodingBudget.forFile(options)) {
      PDDocument document = PdfOpener.open(file, options.passwords());
      try {
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        List<Optional<COSDictionary>> pages = PdfPageTree.pages(catalogue, options.maxPages());
        List<COSDictionary> present = pages.stream().flatMap(Optional::stream).toList();
        DocumentFacts facts = PdfFacts.of(catalogue, present);
        budget.check();
        return new PdfPageSource(file, document, pages, facts, options);
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
  public SourceFormat format() {
    return SourceFormat.PDF;
  }

  @Override
  public int pageCount() {
    return pages.size();
  }

  @Override
  public DocumentFacts facts() {
    return facts;
  }

  @Override
  public RenderedPage render(int number) throws RenderException {
    COSDictionary page =
        pages
            .get(PageFailures.checkNumber(number, pages.size()) - 1)
            .orElseThrow(
                () ->
                    new RenderException(
                        Code.PAGE_DAMAGED, "page " + number + " is missing from the file"));
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
    document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, root);
    return document;
  }

  @Override
  public SearchablePdf searchable() throws RenderException {
    return PdfSearchable.open(file, options);
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(document);
  }
}
