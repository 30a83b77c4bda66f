package io.scriptorium.renderer;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Brings a picture to another size: mean of areas where it shrinks, bicubic where it grows. */
final class Resizer {
  private Resizer() {}

  static RasterImage resize(RasterImage image, int width, int height) {
    BufferedImage source = image.toBuffered();
    if (width <= image.width() && height <= image.height()) {
      return AreaScaler.scale(PixelRows.of(source), width, height);
    }
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(source, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return PixelRows.of(target).toRaster();
  }
}
