package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.Frame;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts boxes, lines and shapes together to a larger box; y goes downwards from the baseline. */
final class Assembly {
  private final List<MathBox.Drawing> drawings = new ArrayList<>();
  private @Nullable Frame ink;

  Assembly add(MathBox box, double x, double y) {
    Frame part = box.ink();
    touch(new Frame(x + part.left(), y + part.top(), x + part.right(), y + part.bottom()));
    drawings.add((canvas, left, base) -> box.drawing().on(canvas, left + x, base + y));
    return this;
  }

  Assembly line(double x1, double y1, double x2, double y2, double width, Color color) {
    double half = width / 2;
    touch(
        new Frame(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
            .grown(half));
    drawings.add(
        (canvas, left, base) ->
            canvas.line(left + x1, base + y1, left + x2, base + y2, width, color));
    return this;
  }

  /** A line that ends where it says, not half its width later. */
  Assembly rule(double x1, double x2, double y, double width, Color color) {
    touch(new Frame(x1, y - width / 2, x2, y + width / 2));
    drawings.add(
        (canvas, left, base) ->
            canvas.line(left + x1, base + y, left + x2, base + y, width, color));
    return this;
  }

  Assembly fill(Path2D shape, Color color) {
    touch(Frame.around(shape));
    drawings.add(
        (canvas, left, base) ->
            canvas.fill(
                new Path2D.Double(shape, AffineTransform.getTranslateInstance(left, base)), color));
    return this;
  }

  MathBox box(double width) {
    if (ink == null) {
      throw new IllegalStateException("nothing was put together");
    }
    List<MathBox.Drawing> parts = List.copyOf(drawings);
    return new MathBox(
        width, ink, (canvas, left, base) -> parts.forEach(part -> part.on(canvas, left, base)));
  }

  private void touch(Frame part) {
    ink = ink == null ? part : ink.with(part);
  }
}
