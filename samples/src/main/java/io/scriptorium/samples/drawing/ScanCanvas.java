package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Draws in black on a picture of a sheet that lies askew; colours are not seen. */
public final class ScanCanvas implements Canvas {
  private final Bitmap bitmap;
  private final AffineTransform toPixels;

  public ScanCanvas(Bitmap bitmap, AffineTransform toPixels) {
    this.bitmap = bitmap;
    this.toPixels = new AffineTransform(toPixels);
  }

  @Override
  public void text(double x, double baseline, Run run) {
    double scale = run.style().size() * run.style().face().unit();
    double at = x;
    for (int i = 0; i < run.text().length(); i++) {
      AffineTransform glyph = new AffineTransform(toPixels);
      glyph.translate(at, baseline);
      glyph.scale(scale, -scale);
      bitmap.fill(run.style().face().outline(run.text().charAt(i)), glyph);
      at += run.advance(i);
    }
  }

  @Override
  public void fill(Path2D path, Color color) {
    bitmap.fill(path, toPixels);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double width, Color color) {
    bitmap.fill(Strokes.of(x1, y1, x2, y2, width), toPixels);
  }
}
