package io.scriptorium.renderer;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A picture that fills a page. It is handed on in its own pixels.
 *
 * @param toUser from the unit square of the picture to user space
 * @param resolution of its columns and rows
 */
record PdfScan(PDImageXObject image, AffineTransform toUser, Resolution resolution) {
  /** Less is no scan of writing, but a coloured ground for instance. */
  private static final double COARSEST = 36;

  private static final double MOST_UNEVEN = 4;

  /** Sides this near to upright, as a part of the longer one, are upright. */
  private static final double UPRIGHT = 1e-3;

  /** By which part of a side a scan may be short of the page. */
  private static final double SHORT = 0.015;

  /** The picture as the scan of a page, if it is one. */
  static Optional<PdfScan> of(
      PDImageXObject image, AffineTransform toUser, Rectangle2D page, double userUnit) {
    double acrossX = toUser.getScaleX();
    double acrossY = toUser.getShearY();
    double upX = toUser.getShearX();
    double upY = toUser.getScaleY();
    boolean plain = isSmall(acrossY, acrossX) && isSmall(upX, upY);
    boolean turned = isSmall(acrossX, acrossY) && isSmall(upY, upX);
    if (!(plain || turned) || !covers(toUser, page)) {
      return Optional.empty();
    }
    double inch = 72 / userUnit;
    double across = image.getWidth() * inch / Math.hypot(acrossX, acrossY);
    double down = image.getHeight() * inch / Math.hypot(upX, upY);
    double low = Math.min(across, down);
    return low >= COARSEST && Math.max(across, down) <= MOST_UNEVEN * low
        ? Optional.of(new PdfScan(image, toUser, new Resolution(across, down)))
        : Optional.empty();
  }

  private static boolean isSmall(double side, double other) {
    return Math.abs(side) <= UPRIGHT * Math.abs(other) && other != 0;
  }

  private static boolean covers(AffineTransform toUser, Rectangle2D page) {
    Rectangle2D place = place(toUser);
    double x = SHORT * page.getWidth();
    double y = SHORT * page.getHeight();
    return place.getMinX() <= page.getMinX() + x
        && place.getMaxX() >= page.getMaxX() - x
        && place.getMinY() <= page.getMinY() + y
        && place.getMaxY() >= page.getMaxY() - y;
  }

  static Rectangle2D place(AffineTransform toUser) {
    return toUser.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
  }

  /** The pixels that lie within the page, upright as it is shown. */
  Upright upright(PdfPageGeometry geometry, long maxPixels) throws IOException {
    BufferedImage pixels = decoded();
    // Rows run downwards in the picture and upwards in the unit square.
    AffineTransform fromPixels = new AffineTransform(toUser);
    fromPixels.concatenate(
        new AffineTransform(1.0 / pixels.getWidth(), 0, 0, -1.0 / pixels.getHeight(), 0, 1));
    int[] part = visiblePart(fromPixels, pixels, geometry);
    PixelRows rows = PixelRows.of(pixels.getSubimage(part[0], part[1], part[2], part[3]));
    PictureSize size = PictureSize.of(rows, resolution, maxPixels);
    Orientation orientation = orientation(fromPixels, geometry.rotation());
    RasterImage raster = orientation.turn(AreaScaler.scale(rows, size.width(), size.height()));
    AffineTransform toUserSpace = new AffineTransform(fromPixels);
    toUserSpace.translate(part[0], part[1]);
    toUserSpace.scale((double) part[2] / size.width(), (double) part[3] / size.height());
    toUserSpace.concatenate(orientation.toSource(size.width(), size.height()));
    return new Upright(raster, size.dpi(), toUserSpace);
  }

  private BufferedImage decoded() throws IOException {
    if (image.isStencil()) {
      return image.getStencilImage(Color.BLACK);
    }
    return PlainSamples.isPlain(image) ? PlainSamples.read(image) : image.getImage();
  }

  /** Left, top, width and height of the pixels that the crop box shows. */
  private static int[] visiblePart(
      AffineTransform fromPixels, BufferedImage pixels, PdfPageGeometry geometry) {
    Rectangle2D shown;
    try {
      shown = fromPixels.createInverse().createTransformedShape(geometry.area()).getBounds2D();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("the picture has no area", e);
    }
    int left = (int) Math.max(0, Math.round(shown.getMinX()));
    int top = (int) Math.max(0, Math.round(shown.getMinY()));
    int right = (int) Math.min(pixels.getWidth(), Math.round(shown.getMaxX()));
    int bottom = (int) Math.min(pixels.getHeight(), Math.round(shown.getMaxY()));
    return new int[] {left, top, Math.max(1, right - left), Math.max(1, bottom - top)};
  }

  private static Orientation orientation(AffineTransform fromPixels, int rotation) {
    AffineTransform toView = new AffineTransform();
    toView.quadrantRotate(rotation / 90);
    toView.scale(1, -1);
    toView.concatenate(fromPixels);
    boolean swapped = Math.abs(toView.getShearX()) > Math.abs(toView.getScaleX());
    return swapped
        ? new Orientation(true, toView.getShearY() < 0, toView.getShearX() < 0)
        : new Orientation(false, toView.getScaleX() < 0, toView.getScaleY() < 0);
  }

  /**
   * The page.
   *
   * @param toUser from its pixels to user space
   */
  record Upright(RasterImage image, double dpi, AffineTransform toUser) {}
}
