package io.scriptorium.renderer;

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
    int[] lumas = new int[width * across];
    for (int y = 0; y < height; y++) {
      Arrays.fill(lumas, 0);
      for (int row = y * scale; row < y * scale + down; row++) {
        addLumas(image.rgb(), 3 * row * image.width(), lumas);
      }
      for (int x = 0, at = 0; x < width; x++) {
        int sum = 0;
        for (int i = 0; i < across; i++) {
          sum += lumas[at++];
        }
        grey[y * width + x] = (byte) (sum / (256 * across * down));
      }
    }
    return new GreyMap(width, height, scale, grey);
  }

  /** One long and plain loop, as every page goes through it pixel by pixel. */
  private static void addLumas(byte[] rgb, int from, int[] lumas) {
    for (int i = 0, at = from; i < lumas.length; i++, at += 3) {
      // The weights of ITU-R BT.601, as parts of 256.
      lumas[i] += 77 * (rgb[at] & 0xFF) + 150 * (rgb[at + 1] & 0xFF) + 29 * (rgb[at + 2] & 0xFF);
    }
  }

  int at(int index) {
    return grey[index] & 0xFF;
  }

  /** Typical deviation of neighbours on paper, from the median so that writing has no say in it. */
  double noise() {
    int[] histogram = new int[256];
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 1; x < width; x++) {
        int index = y * width + x;
        histogram[Math.abs(at(index) - at(index - 1))]++;
        count++;
      }
    }
    // For normal noise the median of such differences is 0.954 standard deviations.
    return median(histogram, count) / 0.954;
  }

  /** The middle grey of a part. */
  int median(int left, int top, int right, int bottom) {
    int[] histogram = new int[256];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        histogram[at(y * width + x)]++;
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

  /** Sums over all that is above and left, so that the mean of any box takes four look-ups. */
  int[] sums() {
    int stride = width + 1;
    int[] sums = new int[stride * (height + 1)];
    for (int y = 0; y < height; y++) {
      int row = 0;
      for (int x = 0; x < width; x++) {
        row += at(y * width + x);
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    return sums;
  }
}
