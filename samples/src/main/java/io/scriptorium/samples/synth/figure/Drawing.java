package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.Color;
import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/** Draws on a sheet and remembers how far the drawing reaches. */
final class Drawing {
  private final Sheet sheet;
  private @Nullable Frame extent;

  Drawing(Sheet sheet) {
    this.sheet = sheet;
  }

  private Canvas canvas() {
    return sheet.canvas();
  }

  /** Around everything that was drawn. */
  Frame extent() {
    if (extent == null) {
      throw new IllegalStateException("nothing was drawn");
    }
    return extent;
  }

  Frame text(double x, double baseline, TextStyle style, String text) {
    return reach(sheet.text(x, baseline, style, text));
  }

  Frame textRight(double right, double baseline, TextStyle style, String text) {
    return reach(sheet.textRight(right, baseline, style, text));
  }

  Frame textCentred(double centre, double baseline, TextStyle style, String text) {
    return reach(sheet.textCentred(centre, baseline, style, text));
  }

  void line(double x1, double y1, double x2, double y2, double width, Color color) {
    canvas().line(x1, y1, x2, y2, width, color);
    double half = width / 2;
    boolean level = y1 == y2;
    boolean upright = x1 == x2;
    reach(
        new Frame(
            Math.min(x1, x2) - (level ? 0 : half),
            Math.min(y1, y2) - (upright ? 0 : half),
            Math.max(x1, x2) + (level ? 0 : half),
            Math.max(y1, y2) + (upright ? 0 : half)));
  }

  void fill(Frame frame, Color color) {
    canvas().fill(frame, color);
    reach(frame);
  }

  void fill(Path2D path, Color color) {
    canvas().fill(path, color);
    reach(Frame.around(path));
  }

  void outline(Frame frame, double width, Color color) {
    canvas().outline(frame, width, color);
    reach(frame.grown(width / 2));
  }

  private Frame reach(Frame part) {
    extent = extent == null ? part : extent.with(part);
    return part;
  }
}
