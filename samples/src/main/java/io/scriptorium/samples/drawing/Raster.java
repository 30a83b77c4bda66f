package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A picture of 8 bits a sample, one plane of grey or three of red, green and blue; rows from the
 * top. The samples are open to whoever holds it.
 */
public record Raster(int width, int height, byte[][] planes) {
  public Raster {
    if (planes.length != 1 && planes.length != 3) {
      throw new IllegalArgumentException("a picture has 1 or 3 planes, not " + planes.length);
    }
    for (byte[] plane : planes) {
      if (plane.length != width * height) {
        throw new IllegalArgumentException(
            "a plane of " + plane.length + " samples is not " + width + " x " + height);
      }
    }
  }

  /** A picture of nothing but paper. */
  public static Raster filled(int width, int height, Color paper, boolean grey) {
    Raster raster = new Raster(width, height, new byte[grey ? 1 : 3][width * height]);
    raster.fill(0, 0, width, height, paper);
    return raster;
  }

  /** Fills a rectangle as far as it lies on the picture; x2 and y2 are exclusive. */
  public void fill(int x1, int y1, int x2, int y2, Color color) {
    int from = Math.max(0, x1);
    int to = Math.min(width, x2);
    for (int band = 0; band < planes.length && from < to; band++) {
      byte sample = (byte) sample(color, band);
      for (int y = Math.max(0, y1); y < Math.min(height, y2); y++) {
        Arrays.fill(planes[band], y * width + from, y * width + to, sample);
      }
    }
  }

  /** What a colour is in one of the planes: in grey its luma after ITU-R BT.601. */
  int sample(Color color, int band) {
    if (isGrey()) {
      return (299 * color.getRed() + 587 * color.getGreen() + 114 * color.getBlue() + 500) / 1000;
    }
    return switch (band) {
      case 0 -> color.getRed();
      case 1 -> color.getGreen();
      default -> color.getBlue();
    };
  }

  public boolean isGrey() {
    return planes.length == 1;
  }

  /** The samples row by row, those of a pixel together. */
  public byte[] interleaved() {
    if (isGrey()) {
      return planes[0];
    }
    byte[] samples = new byte[3 * width * height];
    byte[] red = planes[0];
    byte[] green = planes[1];
    byte[] blue = planes[2];
    for (int i = 0, to = 0; i < red.length; i++, to += 3) {
      samples[to] = red[i];
      samples[to + 1] = green[i];
      samples[to + 2] = blue[i];
    }
    return samples;
  }

  public BufferedImage toImage() {
    BufferedImage image =
        new BufferedImage(
            width, height, isGrey() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    for (int band = 0; band < planes.length; band++) {
      int[] samples = new int[width * height];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = planes[band][i] & 0xFF;
      }
      image.getRaster().setSamples(0, 0, width, height, band, samples);
    }
    return image;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raster that
        && width == that.width
        && height == that.height
        && Arrays.deepEquals(planes, that.planes);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(planes);
  }

  @Override
  public String toString() {
    return (isGrey() ? "grey " : "colour ") + width + " x " + height;
  }
}
