package io.scriptorium.renderer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * How the strips of a fax are packed. Its decoder fills rows that are not there with white, so that
 * a strip that was cut off would pass for an empty one.
 *
 * @param compression of TIFF: 2, 3 or 4
 * @param twoDimensional whether rows of compression 3 may build on the row above
 * @param reversed whether the first pixel is in the lowest bit of a byte
 */
record FaxStrip(int compression, boolean twoDimensional, boolean reversed, int columns, int rows) {
  private static final int MODIFIED_HUFFMAN = 2;
  private static final int GROUP_3 = 3;
  private static final int GROUP_4 = 4;

  /** Where the decoder looks for the mark that begins a row. */
  private static final int SEARCHED_BYTES = 512;

  private static final int END_OF_LINE = 1;
  private static final int END_OF_LINE_BITS = 0xFFF;

  static boolean isFax(int compression) {
    return compression >= MODIFIED_HUFFMAN && compression <= GROUP_4;
  }

  /** Whether packed data last for all rows. */
  boolean isWhole(InputStream packed) {
    FaxData data = new FaxData(packed, reversed);
    OutputStream unpacked = data.watching(OutputStream.nullOutputStream(), true);
    try {
      Filter filter = FilterFactory.INSTANCE.getFilter(COSName.CCITTFAX_DECODE);
      filter.decode(data, unpacked, parameters(data), 0);
    } catch (IOException e) {
      // The decoder of the page has its own say about data that make no sense.
      return true;
    }
    return !data.isCutOff((columns + 7) / 8);
  }

  private COSDictionary parameters(InputStream data) throws IOException {
    COSDictionary details = new COSDictionary();
    details.setInt(COSName.COLUMNS, columns);
    details.setInt(COSName.ROWS, rows);
    details.setBoolean(COSName.BLACK_IS_1, true);
    details.setBoolean(COSName.ENCODED_BYTE_ALIGN, compression == MODIFIED_HUFFMAN);
    if (compression == GROUP_4) {
      details.setInt(COSName.K, -1);
    } else if (compression == GROUP_3 && twoDimensional) {
      details.setInt(COSName.K, 1);
    } else {
      details.setInt(COSName.K, 0);
      details.setBoolean(COSName.END_OF_LINE, compression == GROUP_3 && hasEndOfLine(data));
    }
    COSDictionary parameters = new COSDictionary();
    parameters.setItem(COSName.FILTER, COSName.CCITTFAX_DECODE);
    parameters.setItem(COSName.DECODE_PARMS, details);
    return parameters;
  }

  private static boolean hasEndOfLine(InputStream data) throws IOException {
    data.mark(SEARCHED_BYTES);
    byte[] head = data.readNBytes(SEARCHED_BYTES);
    data.reset();
    int bits = END_OF_LINE_BITS;
    for (int i = 0; i < 8 * head.length; i++) {
      int bit = (head[i >> 3] >> (7 - (i & 7))) & 1;
      bits = ((bits << 1) | bit) & END_OF_LINE_BITS;
      if (bits == END_OF_LINE) {
        return true;
      }
    }
    return false;
  }
}
