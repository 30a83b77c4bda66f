package io.scriptorium.renderer;

import java.util.List;

/**
 * The characters that a PDF says its page has, to check what a model reads from the picture. It may
 * say anything: the picture is what counts.
 *
 * @param glyphs in the order of the content, at most {@value #MOST_GLYPHS}
 * @param complete false if there are more
 * @param quality whether the text can be believed
 * @param coveredInk part of the ink of the page, without its pictures, that lies below characters;
 *     from 0 to 1, and 0 if there is no ink
 */
public record TextLayer(
    List<TextGlyph> glyphs, boolean complete, Quality quality, double coveredInk) {
  /** No page that people read has nearly as many. */
  static final int MOST_GLYPHS = 100_000;

  /** No characters, as in all that is no PDF. */
  public static final TextLayer NONE = new TextLayer(List.of(), true, Quality.NONE, 0);

  /** What the text is worth. */
  public enum Quality {
    /** There is none. */
    NONE,
    /** The characters are known and lie on what can be seen. */
    USABLE,
    /** Much of what can be seen has no characters. */
    SPARSE,
    /** Many of the characters lie where there is nothing to be seen. */
    DISPLACED,
    /** It is not known what the characters mean, or they mean nothing. */
    GARBLED
  }

  public TextLayer {
    glyphs = List.copyOf(glyphs);
    if (!(coveredInk >= 0 && coveredInk <= 1)) {
      throw new IllegalArgumentException("coveredInk (" + coveredInk + ") is outside 0 to 1");
    }
  }
}
