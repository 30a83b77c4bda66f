package io.scriptorium.renderer;

import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Keeps fonts, forms and small pictures from page to page. Scans are drawn once, and kept they
 * would fill the memory before the collector gets to them.
 */
final class SmallPictureCache extends DefaultResourceCache {
  private static final long MOST_PIXELS = 1 << 18;

  @Override
  public void put(COSObject indirect, PDXObject object) {
    boolean large =
        object instanceof PDImageXObject image
            && (long) image.getWidth() * image.getHeight() > MOST_PIXELS;
    if (!large) {
      super.put(indirect, object);
    }
  }
}
