package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;

/** Pictures that become the pages of a PDF. */
final class PictureSearchable implements SearchablePdf {
  private final PicturePageSource pictures;
  private final Map<Integer, PageText> texts = new TreeMap<>();
  private final SearchablePages written = new SearchablePages(PdfOpener.blank());

  PictureSearchable(PicturePageSource pictures) {
    this.pictures = pictures;
  }

  @Override
  public void add(PageText page) {
    texts.put(PageFailures.checkNumber(page.number(), pictures.pageCount()), page);
  }

  @Override
  public void save(Path file) throws RenderException, IOException {
    for (int number = 1; number <= pictures.pageCount(); number++) {
      COSDictionary page = page(number);
      PageText text = texts.get(number);
      if (text != null) {
        written.add(page, text);
      }
    }
    written.save(file);
  }

  /** A picture that cannot be rendered leaves an empty page, so that page numbers are right. */
  private COSDictionary page(int number) throws IOException, RenderException {
    RenderedPage rendered;
    try {
      rendered = pictures.render(number);
    } catch (RenderException e) {
      return PicturePage.empty(written.document());
    }
    return PicturePage.of(written.document(), rendered, pictures.original(number));
  }

  @Override
  public void close() {
    written.close();
  }
}
