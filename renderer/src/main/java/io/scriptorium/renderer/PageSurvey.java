package io.scriptorium.renderer;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * What the content of a PDF page is made of, found without drawing it. Lengths are units of user
 * space of the page that is not turned.
 *
 * @param glyphs at most {@link TextLayer#MOST_GLYPHS}
 * @param allGlyphs false if there are more
 * @param pictures places of pictures
 * @param detail what decides the resolution
 * @param scan the picture that is all there is to be seen
 * @param substitutedFonts fonts in use that the file does not hold and that look different here
 */
record PageSurvey(
    List<PlacedGlyph> glyphs,
    boolean allGlyphs,
    List<Rectangle2D> pictures,
    PageDetail detail,
    Optional<PdfScan> scan,
    int substitutedFonts) {
  /**
   * A character.
   *
   * @param painted false if the content says that it is not to be seen
   */
  record PlacedGlyph(
      String text, float left, float bottom, float right, float top, boolean painted) {}
}
