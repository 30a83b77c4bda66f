package io.scriptorium.samples;

import io.scriptorium.samples.drawing.Bitmap;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.ScanCanvas;
import io.scriptorium.samples.drawing.Sheet;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An office scanner, in black and white at 200 dots per inch: the sheet lies a little askew, edges
 * are rough and there is dust. The same seed always gives the same picture.
 */
final class OfficeScanner {
  private static final float ROUGHNESS = 0.34f;
  private static final int DUST = 90;

  private final Random random;
  private final AffineTransform toPixels;

  /**
   * @param degrees by which the sheet is turned, clockwise
   */
  OfficeScanner(long seed, double degrees) {
    this.random = new Random(seed);
    // StrictMath, as Math may answer differently on another machine.
    double radians = StrictMath.toRadians(degrees);
    double sin = StrictMath.sin(radians);
    double cos = StrictMath.cos(radians);
    AffineTransform turn = new AffineTransform(cos, sin, -sin, cos, 0, 0);
    toPixels = new AffineTransform();
    toPixels.scale(200 / 72.0, 200 / 72.0);
    toPixels.translate(Sheet.WIDTH / 2, Sheet.HEIGHT / 2);
    toPixels.concatenate(turn);
    toPixels.translate(-Sheet.WIDTH / 2, -Sheet.HEIGHT / 2);
  }

  AffineTransform toPixels() {
    return new AffineTransform(toPixels);
  }

  BufferedImage scan(Consumer<Canvas> drawing) {
    Bitmap sheet = new Bitmap(Sheet.SIZE.width(), Sheet.SIZE.height());
    drawing.accept(new ScanCanvas(sheet, toPixels));
    BufferedImage scan =
        new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        float edge = (random.nextFloat() - 0.5f) * ROUGHNESS;
        scan.setRGB(x, y, blurred(sheet, x, y) + edge > 0.42f ? 0 : 0xFFFFFF);
      }
    }
    dust(scan);
    return scan;
  }

  private static float blurred(Bitmap sheet, int x, int y) {
    float around =
        sheet.ink(x - 1, y) + sheet.ink(x + 1, y) + sheet.ink(x, y - 1) + sheet.ink(x, y + 1);
    return 0.6f * sheet.ink(x, y) + 0.1f * around;
  }

  private void dust(BufferedImage scan) {
    for (int i = 0; i < DUST; i++) {
      int size = 1 + random.nextInt(3) * random.nextInt(2);
      int left = random.nextInt(scan.getWidth() - size);
      int top = random.nextInt(scan.getHeight() - size);
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          if (random.nextInt(4) > 0) {
            scan.setRGB(left + x, top + y, 0);
          }
        }
      }
    }
  }
}
