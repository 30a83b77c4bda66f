package io.scriptorium.renderer;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;

/**
 * The rows of a picture through its colour profile. Converts some rows at a time: pixel by pixel it
 * takes minutes, and all at once another picture's memory.
 */
final class ConvertedRows {
  private static final int PIXELS_AT_ONCE = 1 << 18;

  private final BufferedImage source;
  private final BufferedImage band;
  private final PixelRows rgb;
  private final ColorConvertOp conversion = new ColorConvertOp(null);
  private int first;
  private int last;

  /**
   * A view of a picture.
   *
   * @param space what its samples mean, whatever the picture itself says
   */
  ConvertedRows(BufferedImage image, ColorSpace space) {
    ColorModel model =
        new ComponentColorModel(
            space,
            image.getColorModel().hasAlpha(),
            image.isAlphaPremultiplied(),
            image.getTransparency(),
            image.getRaster().getTransferType());
    source = new BufferedImage(model, image.getRaster(), image.isAlphaPremultiplied(), null);
    boolean opaque = image.getTransparency() == Transparency.OPAQUE;
    int height = Math.max(1, Math.min(image.getHeight(), PIXELS_AT_ONCE / image.getWidth()));
    band =
        new BufferedImage(
            image.getWidth(),
            height,
            opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    rgb = PixelRows.of(band);
  }

  /** Writes a row of RGB bytes. Fast if rows are asked for from the top. */
  void read(int y, byte[] row) {
    if (y < first || y >= last) {
      first = y;
      last = Math.min(source.getHeight(), y + band.getHeight());
      int count = last - first;
      conversion.filter(
          source.getSubimage(0, first, source.getWidth(), count),
          band.getSubimage(0, 0, band.getWidth(), count));
    }
    rgb.read(y - first, row);
  }
}
