package io.scriptorium.renderer;

import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;

/**
 * What the headers of a packed picture say about its unpacked size. What a PDF says about it beside
 * may be something else.
 */
final class EncodedPicture {
  private static final int JPX_CODESTREAM = 0xFF4FFF51;
  private static final int JBIG2_PAGE = 48;

  /** Types of JBIG2 segments that begin with the size of a region. */
  private static final Set<Integer> JBIG2_REGIONS =
      Set.of(4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43);

  private EncodedPicture() {}

  static boolean isPicture(COSName filter) {
    return filter.equals(COSName.DCT_DECODE)
        || filter.equals(COSName.DCT_DECODE_ABBREVIATION)
        || filter.equals(COSName.JPX_DECODE)
        || filter.equals(COSName.JBIG2_DECODE);
  }

  /** Bytes that the decoder is going to allocate; 0 if the header cannot be read. */
  static long decodedBytes(COSName filter, byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    if (filter.equals(COSName.JBIG2_DECODE)) {
      return jbig2(bytes);
    }
    return filter.equals(COSName.JPX_DECODE) ? jpx(bytes) : jpeg(bytes);
  }

  private static long jpeg(ByteBuffer bytes) {
    long most = 0;
    int at = 2;
    while (at + 10 <= bytes.limit()) {
      if ((bytes.get(at) & 0xFF) != 0xFF) {
        at++;
        continue;
      }
      int marker = bytes.get(at + 1) & 0xFF;
      if (marker == 0xFF) {
        at++;
      } else if (isFrame(marker)) {
        long height = Short.toUnsignedInt(bytes.getShort(at + 5));
        long width = Short.toUnsignedInt(bytes.getShort(at + 7));
        most = Math.max(most, width * height * (bytes.get(at + 9) & 0xFF));
        at += 2;
      } else if (marker == 0xDA) {
        return most;
      } else {
        boolean alone = marker <= 1 || (marker >= 0xD0 && marker <= 0xD8);
        at += alone ? 2 : 2 + Math.max(2, Short.toUnsignedInt(bytes.getShort(at + 2)));
      }
    }
    return most;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static long jpx(ByteBuffer bytes) {
    for (int at = 0; at + 42 <= bytes.limit(); at++) {
      if (bytes.getInt(at) == JPX_CODESTREAM) {
        long width = Integer.toUnsignedLong(bytes.getInt(at + 8));
        long height = Integer.toUnsignedLong(bytes.getInt(at + 12));
        int components = Short.toUnsignedInt(bytes.getShort(at + 40));
        // Samples are kept as integers of 32 bits.
        return saturated(width, height, 4L * components);
      }
    }
    return 0;
  }

  private static long jbig2(ByteBuffer bytes) {
    long all = 0;
    int at = 0;
    while (at + 11 <= bytes.limit()) {
      int number = bytes.getInt(at);
      int flags = bytes.get(at + 4) & 0xFF;
      int head = at + 5;
      int references = (bytes.get(head) & 0xE0) >> 5;
      if (references == 7) {
        references = bytes.getInt(head) & 0x1FFFFFFF;
        head += 4 + (references + 8) / 8;
      } else {
        head++;
      }
      long size = Integer.compareUnsigned(number, 256) <= 0 ? 1 : number >>> 16 == 0 ? 2 : 4;
      long body = head + references * size + ((flags & 0x40) == 0 ? 1 : 4);
      if (body + 12 > bytes.limit()) {
        return all;
      }
      int type = flags & 0x3F;
      if (type == JBIG2_PAGE || JBIG2_REGIONS.contains(type)) {
        long width = Integer.toUnsignedLong(bytes.getInt((int) body + 4));
        long height = Integer.toUnsignedLong(bytes.getInt((int) body + 8));
        // A page that does not know its height says so with all bits; its regions know theirs.
        all += height == 0xFFFFFFFFL ? 0 : saturated(width / 8 + 1, height, 1);
      }
      long next = body + 4 + Integer.toUnsignedLong(bytes.getInt((int) body));
      if (next > bytes.limit()) {
        return all;
      }
      at = (int) next;
    }
    return all;
  }

  /** Below a quarter of what a long holds, so that sums do not wrap. */
  private static long saturated(long width, long height, long depth) {
    double product = (double) width * height * depth;
    return product > Long.MAX_VALUE / 4.0 ? Long.MAX_VALUE / 4 : width * height * depth;
  }
}
