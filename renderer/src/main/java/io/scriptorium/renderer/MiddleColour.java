package io.scriptorium.renderer;

/** The middle value of each channel of many pixels. For one thread. */
final class MiddleColour {
  private final int[][] histograms = new int[3][256];
  private int pixels;

  /** Takes in pixels, three bytes each, from one to another, which is exclusive. */
  void add(byte[] rgb, int from, int to) {
    for (int i = 3 * from; i < 3 * to; i++) {
      histograms[i % 3][rgb[i] & 0xFF]++;
    }
    pixels += to - from;
  }

  /** Red, green and blue, 0 to 255; 0 if there are no pixels. */
  int[] get() {
    int[] middle = new int[3];
    for (int channel = 0; channel < 3; channel++) {
      int value = 0;
      for (int below = histograms[channel][0]; below <= pixels / 2 && value < 255; ) {
        below += histograms[channel][++value];
      }
      middle[channel] = pixels == 0 ? 0 : value;
    }
    return middle;
  }
}
