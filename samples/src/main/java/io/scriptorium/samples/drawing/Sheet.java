package io.scriptorium.samples.drawing;

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
public final class Sheet {
  /** US Letter in points. */
  public static final double WIDTH = 612;

  public static final double HEIGHT = 792;

  /** US Letter at 200 dots per inch, in which the truth is told. */
  public static final PageSize SIZE = new PageSize(1700, 2200);

  private final Canvas canvas;
  private final AffineTransform toPixels;
  private final double width;
  private final double height;
  private final PageSize size;
  private final List<Block> blocks = new ArrayList<>();

  /** A sheet of US Letter whose truth is told at 200 dots per inch. */
  public Sheet(Canvas canvas, AffineTransform toPixels) {
    this(canvas, toPixels, WIDTH, HEIGHT, SIZE);
  }

  /**
   * @param toPixels from points of the sheet to pixels of the page
   * @param width in points
   * @param height in points
   * @param size of the page in pixels
   */
  public Sheet(
      Canvas canvas, AffineTransform toPixels, double width, double height, PageSize size) {
    this.canvas = canvas;
    this.toPixels = new AffineTransform(toPixels);
    this.width = width;
    this.height = height;
    this.size = size;
  }

  /** In points. */
  public double width() {
    return width;
  }

  /** In points. */
  public double height() {
    return height;
  }

  public Canvas canvas() {
    return canvas;
  }

  /** Adds what comes next in reading order. */
  public void add(Block block) {
    blocks.add(block);
  }

  public void addParagraph(String text, Frame... frames) {
    add(new Paragraph(box(frames), text));
  }

  public Page truth() {
    return new Page(size, blocks);
  }

  /** Draws one run from its left end; the frame is the room its letters take. */
  public Frame text(double x, double baseline, TextStyle style, String text) {
    Run run = new Run(style, text);
    canvas.text(x, baseline, run);
    return new Frame(x, baseline - style.ascent(), x + run.width(), baseline + style.descent());
  }

  public Frame textRight(double right, double baseline, TextStyle style, String text) {
    return text(right - style.width(text), baseline, style, text);
  }

  public Frame textCentred(double centre, double baseline, TextStyle style, String text) {
    return text(centre - style.width(text) / 2, baseline, style, text);
  }

  public BoundingBox box(Frame... frames) {
    return box(List.of(frames));
  }

  /** The box around where the frames come to lie on the page, which may be askew. */
  public BoundingBox box(List<Frame> frames) {
    Rectangle2D all =
        frames.stream().map(this::inPixels).reduce(Rectangle2D::createUnion).orElseThrow();
    return new BoundingBox(
        (int) Math.max(0, Math.floor(all.getMinX())),
        (int) Math.max(0, Math.floor(all.getMinY())),
        (int) Math.min(size.width(), Math.ceil(all.getMaxX())),
        (int) Math.min(size.height(), Math.ceil(all.getMaxY())));
  }

  private Rectangle2D inPixels(Frame frame) {
    Rectangle2D rectangle =
        new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height());
    return toPixels.createTransformedShape(rectangle).getBounds2D();
  }
}
