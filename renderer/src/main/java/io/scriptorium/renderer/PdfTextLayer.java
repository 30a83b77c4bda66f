package io.scriptorium.renderer;

import io.scriptorium.renderer.PageSurvey.PlacedGlyph;
import io.scriptorium.renderer.TextLayer.Quality;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Lays the characters of a PDF over the picture of its page, and judges them by it. */
final class PdfTextLayer {
  /** Part of the characters without a meaning from which on none is believed. */
  private static final double GARBLED = 0.2;

  /** Part of the characters that has to lie on ink. */
  private static final double ON_INK = 0.5;

  /** Part of the ink outside of pictures that has to have characters; rules of tables have none. */
  private static final double COVERED = 0.25;

  /** A picture of more than this part of the page is a scan, and its ink is writing. */
  private static final double SCAN = 0.8;

  private final RasterImage image;
  private final InkMap ink;
  private final AffineTransform toPixels;

  private int characters;
  private int meaningless;
  private int onInk;
  private int unseen;

  private PdfTextLayer(RasterImage image, InkMap ink, AffineTransform toPixels) {
    this.image = image;
    this.ink = ink;
    this.toPixels = toPixels;
  }

  /** A text layer with the number of its characters that the page does not show. */
  record Judged(TextLayer layer, int unseen) {}

  static Judged of(PageSurvey survey, RasterImage image, InkMap ink, AffineTransform toPixels) {
    return new PdfTextLayer(image, ink, toPixels).judge(survey);
  }

  private Judged judge(PageSurvey survey) {
    List<TextGlyph> glyphs = new ArrayList<>(survey.glyphs().size());
    InkMap.Marking covered = ink.marking();
    for (PlacedGlyph placed : survey.glyphs()) {
      TextGlyph glyph = look(placed);
      covered.add(glyph.left(), glyph.top(), glyph.right(), glyph.bottom());
      glyphs.add(glyph);
    }
    double share = glyphs.isEmpty() ? 0 : covered.shareOfInkOutside(pictures(survey.pictures()));
    return new Judged(
        new TextLayer(glyphs, survey.allGlyphs(), quality(share), Math.rint(share * 1e4) / 1e4),
        unseen);
  }

  private TextGlyph look(PlacedGlyph placed) {
    Rectangle2D box =
        pixels(
            new Rectangle2D.Double(
                placed.left(),
                placed.bottom(),
                placed.right() - placed.left(),
                placed.top() - placed.bottom()));
    TextGlyph glyph =
        new TextGlyph(
            placed.text(),
            (float) box.getMinX(),
            (float) box.getMinY(),
            (float) box.getMaxX(),
            (float) box.getMaxY(),
            placed.painted());
    if (placed.text().isBlank() && !placed.text().isEmpty()) {
      return glyph;
    }
    boolean inked = ink.isIn(glyph);
    characters++;
    meaningless += isMeaningless(placed.text()) ? 1 : 0;
    onInk += inked ? 1 : 0;
    unseen +=
        !inked
                && Character.isLetterOrDigit(
                    placed.text().isEmpty() ? 'x' : placed.text().codePointAt(0))
            ? 1
            : 0;
    return glyph.withVisible(placed.painted() && inked);
  }

  private Rectangle2D pixels(Rectangle2D box) {
    return toPixels.createTransformedShape(box).getBounds2D();
  }

  private static boolean isMeaningless(String text) {
    return text.isEmpty()
        || text.codePoints()
            .anyMatch(
                letter ->
                    letter == 0xFFFD
                        || switch (Character.getType(letter)) {
                          case Character.CONTROL,
                              Character.PRIVATE_USE,
                              Character.SURROGATE,
                              Character.UNASSIGNED ->
                              true;
                          default -> false;
                        });
  }

  private InkMap.Marking pictures(List<Rectangle2D> places) {
    InkMap.Marking pictures = ink.marking();
    for (Rectangle2D place : places) {
      Rectangle2D box =
          pixels(place)
              .createIntersection(new Rectangle2D.Double(0, 0, image.width(), image.height()));
      double page = (double) image.width() * image.height();
      if (!box.isEmpty() && box.getWidth() * box.getHeight() < SCAN * page) {
        pictures.add(
            box.getMinX() - ink.reach(),
            box.getMinY() - ink.reach(),
            box.getMaxX() + ink.reach(),
            box.getMaxY() + ink.reach());
      }
    }
    return pictures;
  }

  private Quality quality(double coveredInk) {
    if (characters == 0) {
      return Quality.NONE;
    }
    if (meaningless > GARBLED * characters) {
      return Quality.GARBLED;
    }
    if (onInk < ON_INK * characters) {
      return Quality.DISPLACED;
    }
    return coveredInk < COVERED ? Quality.SPARSE : Quality.USABLE;
  }
}
