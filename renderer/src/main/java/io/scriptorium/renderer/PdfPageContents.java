package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether what a page is drawn with is in the file. The library draws a page without it, and
 * a page of a truncated file would pass for a blank one.
 */
final class PdfPageContents {
  private PdfPageContents() {}

  /** Requires that each content stream which the page refers to is there; it may have none. */
  static void require(COSDictionary page, int number) throws RenderException {
    COSBase contents = page.getItem(COSName.CONTENTS);
    if (isLost(contents)) {
      throw lost(number);
    }
    if (page.getDictionaryObject(COSName.CONTENTS) instanceof COSArray parts) {
      for (COSBase part : parts) {
        if (isLost(part)) {
          throw lost(number);
        }
      }
    }
  }

  private static boolean isLost(@Nullable COSBase entry) {
    if (!(entry instanceof COSObject reference)) {
      return false;
    }
    COSBase target = reference.getObject();
    return !(target instanceof COSStream || target instanceof COSArray);
  }

  private static RenderException lost(int number) {
    return new RenderException(
        Code.PAGE_DAMAGED, "the content of page " + number + " is missing from the file");
  }
}
