package io.scriptorium.samples.synth.layout;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Run;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Remembers where every character was drawn, in pixels of a page with as many pixels as points. */
final class DrawnText implements Canvas {
  private final double scale;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<String> runs = new ArrayList<>();

  record Glyph(char character, double x, double y, double left, double right) {
    /** Whether the middle of its foot stands in a box. */
    boolean isIn(BoundingBox box) {
      return x >= box.x1() && x <= box.x2() && y >= box.y1() && y <= box.y2();
    }
  }

  /**
   * @param scale pixels to a point
   */
  DrawnText(double scale) {
    this.scale = scale;
  }

  List<Glyph> glyphs() {
    return glyphs;
  }

  List<String> runs() {
    return runs;
  }

  @Override
  public void text(double x, double baseline, Run run) {
    runs.add(run.text());
    double at = x;
    double height = run.style().size() * 0.2;
    for (int i = 0; i < run.text().length(); i++) {
      double next = at + run.advance(i);
      if (run.text().charAt(i) != ' ') {
        double middle = (at + next) / 2;
        glyphs.add(
            new Glyph(
                run.text().charAt(i),
                middle * scale,
                (baseline - height) * scale,
                at * scale,
                next * scale));
      }
      at = next;
    }
  }

  @Override
  public void fill(Path2D path, Color color) {}

  @Override
  public void line(double x1, double y1, double x2, double y2, double width, Color color) {}
}
