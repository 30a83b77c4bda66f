package io.scriptorium.samples.synth;

import io.scriptorium.htmlschema.PageSize;
import java.awt.geom.AffineTransform;

/**
 * The sheet and the picture of it.
 *
 * @param format name of the paper
 * @param width of the sheet in points
 * @param height of the sheet in points
 * @param scale pixels a point
 * @param toPixels from points of the sheet to pixels of the picture
 */
record Geometry(
    String format,
    double width,
    double height,
    double scale,
    PageSize size,
    AffineTransform toPixels) {
  private static final double PDF_SCALE = 200 / 72.0;

  Geometry {
    toPixels = new AffineTransform(toPixels);
  }

  @Override
  public AffineTransform toPixels() {
    return new AffineTransform(toPixels);
  }

  /** A sheet of exactly its format, whose truth is told at 200 dots per inch. */
  static Geometry ofPdf(SheetFormat format) {
    return new Geometry(
        format.name(),
        format.width(),
        format.height(),
        PDF_SCALE,
        new PageSize(
            (int) Math.round(format.width() * PDF_SCALE),
            (int) Math.round(format.height() * PDF_SCALE)),
        AffineTransform.getScaleInstance(PDF_SCALE, PDF_SCALE));
  }

  /** A picture whose sides are multiples of 28; the sheet is a little larger or smaller for it. */
  static Geometry ofPicture(SheetFormat format, double scale, int maxPixels, Scan scan) {
    int columns = cells(format.width() * scale);
    int rows = cells(format.height() * scale);
    while (columns * rows * SynthOptions.CELL * SynthOptions.CELL > maxPixels) {
      if (columns * format.height() > rows * format.width()) {
        columns--;
      } else {
        rows--;
      }
    }
    PageSize size = new PageSize(columns * SynthOptions.CELL, rows * SynthOptions.CELL);
    double width = size.width() / (scale * scan.stretch());
    double height = size.height() / scale;
    // StrictMath, as Math may answer differently on another machine.
    double radians = StrictMath.toRadians(scan.degrees());
    double sin = StrictMath.sin(radians);
    double cos = StrictMath.cos(radians);
    AffineTransform toPixels = new AffineTransform();
    toPixels.translate(size.width() / 2.0, size.height() / 2.0);
    toPixels.concatenate(new AffineTransform(cos, sin, -sin, cos, 0, 0));
    toPixels.scale(scale * scan.stretch(), scale);
    toPixels.translate(-width / 2, -height / 2);
    return new Geometry(format.name(), width, height, scale, size, toPixels);
  }

  private static int cells(double pixels) {
    return (int) Math.max(1, Math.round(pixels / SynthOptions.CELL));
  }
}
