package io.scriptorium.samples;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A page being drawn, and the truth about what is on it. */
final class Sheet {
  /** US Letter in points. */
  static final double WIDTH = 612;

  static final double HEIGHT = 792;

  /** US Letter at 200 dots per inch, in which the truth is told. */
  static final PageSize SIZE = new PageSize(1700, 2200);

  private final Canvas canvas;
  private final AffineTransform toPixels;
  private final List<Block> blocks = new ArrayList<>();

  Sheet(Canvas canvas, AffineTransform toPixels) {
    this.canvas = canvas;
    this.toPixels = new AffineTransform(toPixels);
  }

  Canvas canvas() {
    return canvas;
  }

  /** Adds what comes next in reading order. */
  void add(Block block) {
    blocks.add(block);
  }

  void addParagraph(String text, Frame... frames) {
    add(new Paragraph(box(frames), text));
  }

  Page truth() {
    return new Page(SIZE, blocks);
  }

  /** Draws one run from its left end; the frame is the room its letters take. */
  Frame text(double x, double baseline, TextStyle style, String text) {
    Run run = new Run(style, text);
    canvas.text(x, baseline, run);
    return new Frame(x, baseline - style.ascent(), x + run.width(), baseline + style.descent());
  }

  Frame textRight(double right, double baseline, TextStyle style, String text) {
    return text(right - style.width(text), baseline, style, text);
  }

  Frame textCentred(double centre, double baseline, TextStyle style, String text) {
    return text(centre - style.width(text) / 2, baseline, style, text);
  }

  BoundingBox box(Frame... frames) {
    return box(List.of(frames));
  }

  /** The box around where the frames come to lie on the page, which may be askew. */
  BoundingBox box(List<Frame> frames) {
    Rectangle2D all =
        frames.stream().map(this::inPixels).reduce(Rectangle2D::createUnion).orElseThrow();
    return new BoundingBox(
        (int) Math.max(0, Math.floor(all.getMinX())),
        (int) Math.max(0, Math.floor(all.getMinY())),
        (int) Math.min(SIZE.width(), Math.ceil(all.getMaxX())),
        (int) Math.min(SIZE.height(), Math.ceil(all.getMaxY())));
  }

  private Rectangle2D inPixels(Frame frame) {
    Rectangle2D rectangle =
        new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height());
    return toPixels.createTransformedShape(rectangle).getBounds2D();
  }
}
