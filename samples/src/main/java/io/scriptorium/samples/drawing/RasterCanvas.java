package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws on a picture with smooth edges, and remembers where each character came to lie. */
public final class RasterCanvas implements Canvas {
  private final AffineTransform toPixels;
  private final Coverage coverage;
  private final Map<FaceSize, Map<Character, Outline>> outlines = new HashMap<>();
  private final List<GlyphBox> glyphs = new ArrayList<>();

  private record FaceSize(Typeface face, double size) {}

  /**
   * @param toPixels from points to pixels; it may turn but not mirror
   */
  public RasterCanvas(Raster raster, AffineTransform toPixels) {
    this.toPixels = new AffineTransform(toPixels);
    this.coverage = new Coverage(raster);
  }

  /** Characters that have left ink or would have, had they not been off the picture. */
  public List<GlyphBox> glyphs() {
    return List.copyOf(glyphs);
  }

  @Override
  public void text(double x, double baseline, Run run) {
    TextStyle style = run.style();
    Map<Character, Outline> known =
        outlines.computeIfAbsent(new FaceSize(style.face(), style.size()), key -> new HashMap<>());
    double at = x;
    for (int i = 0; i < run.text().length(); i++) {
      char c = run.text().charAt(i);
      Outline outline = known.get(c);
      if (outline == null) {
        outline = outline(style, c);
        known.put(c, outline);
      }
      if (!outline.isEmpty()) {
        draw(outline, c, at, baseline, style.color());
      }
      at += run.advance(i);
    }
  }

  private void draw(Outline outline, char c, double x, double baseline, Color color) {
    float dx =
        (float)
            (toPixels.getScaleX() * x + toPixels.getShearX() * baseline + toPixels.getTranslateX());
    float dy =
        (float)
            (toPixels.getShearY() * x + toPixels.getScaleY() * baseline + toPixels.getTranslateY());
    coverage.fill(outline, dx, dy, color);
    glyphs.add(
        new GlyphBox(
            c,
            outline.left() + dx,
            outline.top() + dy,
            outline.right() + dx,
            outline.bottom() + dy));
  }

  /** The outline of a character that stands in the origin. */
  private Outline outline(TextStyle style, char c) {
    double scale = style.size() * style.face().unit();
    AffineTransform glyph =
        new AffineTransform(
            toPixels.getScaleX(),
            toPixels.getShearY(),
            toPixels.getShearX(),
            toPixels.getScaleY(),
            0,
            0);
    glyph.scale(scale, -scale);
    return Outline.of(style.face().outline(c), glyph);
  }

  @Override
  public void fill(Path2D path, Color color) {
    coverage.fill(Outline.of(path, toPixels), 0, 0, color);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double width, Color color) {
    fill(Strokes.of(x1, y1, x2, y2, width), color);
  }
}
