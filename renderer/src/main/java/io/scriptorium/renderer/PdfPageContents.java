package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
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
  /** No deflated stream gets longer than this times its length. */
  private static final long MOST_DEFLATED = 1040;

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

  /**
   * Takes a single content stream out of the budget that might not fit. The library reads these
   * past its filters, in pieces and without end.
   */
  static void spend(COSDictionary page, DecodingBudget budget) throws IOException {
    if (page.getDictionaryObject(COSName.CONTENTS) instanceof COSStream contents
        && COSName.FLATE_DECODE.equals(contents.getFilters())
        && contents.getLength() * MOST_DEFLATED > budget.left()) {
      try (InputStream inflated = new InflaterInputStream(contents.createRawInputStream())) {
        inflated.transferTo(budget.counting(OutputStream.nullOutputStream()));
      } catch (EOFException | ZipException e) {
        // As much of it as can be read was counted, and no more is drawn.
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
