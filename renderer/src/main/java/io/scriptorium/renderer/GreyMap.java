package io.scriptorium.renderer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A page in grey, coarse enough that the grain of paper and scanner averages out and fine enough
 * that a stroke of a pencil stays.
 *
 * @param scale pixels of the page across each of its own
 * @param grey luma from 0 to 255, rows from the top
 */
@SuppressWarnings("ArrayRecordComponent")
record GreyMap(int width, int height, int scale, byte[] grey) {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final byte WHITE = -1;

  /** Pixels of the map that are made at once. */
  private static final int GROUP = 8;

  /** About 100 pixels per inch on A4. */
  private static final int LONG_SIDE = 1200;

  static GreyMap of(RasterImage image) {
    int scale = (Math.max(image.width(), image.height()) + LONG_SIDE - 1) / LONG_SIDE;
    int width = Math.max(1, image.width() / scale);
    int height = Math.max(1, image.height() / scale);
    // A picture narrower than the scale still has its one column.
    int across = Math.min(scale, image.width());
    int down = Math.min(scale, image.height());
    byte[] grey = new byte[width * height];
    int[] lumas = new int[GROUP];
    Divisor parts = Divisor.of(256 * across * down);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += GROUP) {
        int count = Math.min(GROUP, width - x);
        int from = 3 * (y * scale * image.width() + x * scale);
        int bytes = 3 * ((count - 1) * scale + across);
        if (isWhite(image, from, bytes, down)) {
          Arrays.fill(grey, y * width + x, y * width + x + count, WHITE);
          continue;
        }
        Arrays.fill(lumas, 0);
        for (int row = 0; row < down; row++) {
          addLumas(image.rgb(), from + 3 * row * image.width(), scale, across, lumas, count);
        }
        for (int i = 0; i < count; i++) {
          grey[y * width + x + i] = (byte) parts.into(lumas[i]);
        }
      }
    }
    return new GreyMap(width, height, scale, grey);
  }

  /** Most of most pages is; telling that takes a fraction of adding it up. */
  private static boolean isWhite(RasterImage image, int from, int bytes, int rows) {
    for (int row = 0; row < rows; row++) {
      int at = from + 3 * row * image.width();
      if (!isWhite(image.rgb(), at, at + bytes)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhite(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      if ((long) EIGHT.get(bytes, at) != -1) {
        return false;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] != WHITE) {
        return false;
      }
    }
    return true;
  }

  /** Colours are added up before they are weighed. */
  private static void addLumas(
      byte[] rgb, int from, int scale, int across, int[] lumas, int count) {
    for (int i = 0; i < count; i++) {
      int red = 0;
      int green = 0;
      int blue = 0;
      int at = from + 3 * scale * i;
      for (int end = at + 3 * across; at < end; at += 3) {
        red += rgb[at] & 0xFF;
        green += rgb[at + 1] & 0xFF;
        blue += rgb[at + 2] & 0xFF;
      }
      // The weights of ITU-R BT.601, as parts of 256.
      lumas[i] += 77 * red + 150 * green + 29 * blue;
    }
  }

  /** Divides numbers of up to 255 times the divisor, by a multiplication where that is exact. */
  private record Divisor(int value, long reciprocal) {
    private static final int BITS = 40;
    private static final int MOST = 1 << 14;

    static Divisor of(int value) {
      return new Divisor(value, value < MOST ? (1L << BITS) / value + 1 : 0);
    }

    int into(int dividend) {
      return reciprocal == 0 ? dividend / value : (int) ((dividend * reciprocal) >> BITS);
    }
  }

  int at(int index) {
    return grey[index] & 0xFF;
  }

  /** Typical deviation of neighbours on paper, from the median so that writing has no say in it. */
  double noise() {
    int[] histogram = new int[256];
    int count = (width - 1) * height;
    for (int y = 0; y < height; y++) {
      addDifferences(y, histogram);
    }
    // For normal noise the median of such differences is 0.954 standard deviations.
    return median(histogram, count) / 0.954;
  }

  private void addDifferences(int y, int[] histogram) {
    int last = y * width + width - 1;
    for (int i = y * width; i < last; ) {
      if (i + Long.BYTES <= last && eight(i) == eight(i + 1)) {
        histogram[0] += Long.BYTES;
        i += Long.BYTES;
      } else {
        histogram[Math.abs(at(i + 1) - at(i))]++;
        i++;
      }
    }
  }

  private long eight(int index) {
    return (long) EIGHT.get(grey, index);
  }

  /** Whether a part is nothing but white. */
  boolean isWhite(int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      if (!isWhite(grey, y * width + left, y * width + right)) {
        return false;
      }
    }
    return true;
  }

  /** The middle grey of a part. */
  int median(int left, int top, int right, int bottom) {
    int[] histogram = new int[256];
    for (int y = top; y < bottom; y++) {
      int x = left;
      while (x < right) {
        // Eight white pixels at a time, which most pages are full of.
        if (x + Long.BYTES <= right && eight(y * width + x) == -1) {
          histogram[255] += Long.BYTES;
          x += Long.BYTES;
        } else {
          histogram[at(y * width + x)]++;
          x++;
        }
      }
    }
    return median(histogram, (right - left) * (bottom - top));
  }

  private static int median(int[] histogram, int count) {
    int below = 0;
    for (int value = 0; value < histogram.length; value++) {
      below += histogram[value];
      if (2 * below > count) {
        return value;
      }
    }
    return 0;
  }

  /** The grey of any box. */
  BoxSums sums() {
    return BoxSums.of(width, height, this::at);
  }
}
