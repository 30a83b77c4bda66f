package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers what is drawn, to draw it elsewhere. */
public final class Recording implements Canvas {
  private final List<Consumer<Canvas>> strokes = new ArrayList<>();
  private boolean grey = true;

  @Override
  public void text(double x, double baseline, Run run) {
    add(run.style().color(), canvas -> canvas.text(x, baseline, run));
  }

  @Override
  public void fill(Path2D path, Color color) {
    Path2D kept = new Path2D.Double(path);
    add(color, canvas -> canvas.fill(kept, color));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double width, Color color) {
    add(color, canvas -> canvas.line(x1, y1, x2, y2, width, color));
  }

  private void add(Color color, Consumer<Canvas> stroke) {
    strokes.add(stroke);
    grey &= color.getRed() == color.getGreen() && color.getGreen() == color.getBlue();
  }

  /** Whether nothing was drawn in a colour. */
  public boolean isGrey() {
    return grey;
  }

  /** Draws everything again in the same order. */
  public void replay(Canvas canvas) {
    strokes.forEach(stroke -> stroke.accept(canvas));
  }
}
