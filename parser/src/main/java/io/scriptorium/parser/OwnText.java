package io.scriptorium.parser;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.renderer.TextGlyph;
import io.scriptorium.renderer.TextLayer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that a page of a PDF holds by itself, and where. For one thread.
 *
 * <p>Words are put together as readers of PDFs do: of letters in a row that touch. The single
 * letters of a form's boxes are no word, and nobody who searches finds them as one.
 */
final class OwnText {
  /** Part of a block's letters that must be there: a word may be broken, or read differently. */
  private static final double ENOUGH = 0.85;

  /** Letters may reach a little out of a box that a model has drawn. */
  private static final float MARGIN = 4;

  /** Gap that parts two words, and a step that parts two lines, in heights of a letter. */
  private static final float GAP = 0.2f;

  private static final float STEP = 0.5f;

  /** Looks at words in all: what a hostile page with a hostile answer says twice does no harm. */
  private static final long MOST_LOOKS = 50_000_000;

  private final List<Word> words = new ArrayList<>();
  private long looks;

  private record Word(String text, float x, float y) {}

  private OwnText() {}

  static OwnText of(TextLayer layer) {
    OwnText own = new OwnText();
    StringBuilder word = new StringBuilder();
    TextGlyph first = null;
    TextGlyph last = null;
    for (TextGlyph glyph : layer.glyphs()) {
      if (last != null && first != null && !continues(last, glyph)) {
        own.add(word, first, last);
        first = null;
      }
      first = first == null ? glyph : first;
      last = glyph;
      word.append(glyph.text());
    }
    if (first != null) {
      own.add(word, first, last);
    }
    return own;
  }

  private static boolean continues(TextGlyph last, TextGlyph next) {
    float height = Math.max(1, last.bottom() - last.top());
    return !next.text().isBlank()
        && !last.text().isBlank()
        && Math.abs(next.bottom() - last.bottom()) < STEP * height
        && next.left() - last.right() < GAP * height
        && next.left() - last.left() > -STEP * height;
  }

  private void add(StringBuilder word, TextGlyph first, TextGlyph last) {
    float x = (first.left() + last.right()) / 2;
    float y = (last.top() + last.bottom()) / 2;
    for (String part : split(word.toString())) {
      words.add(new Word(part, x, y));
    }
    word.setLength(0);
  }

  /** What the page says in a box. */
  Said in(BoundingBox box) {
    looks += words.size();
    Map<String, Integer> counts = new HashMap<>();
    if (looks <= MOST_LOOKS) {
      for (Word word : words) {
        if (isIn(box, word)) {
          counts.merge(word.text(), 1, Integer::sum);
        }
      }
    }
    return new Said(counts);
  }

  /** Words and how often they are said. */
  record Said(Map<String, Integer> words) {
    /** Whether a text is said; the order of its words does not count. */
    boolean covers(String text) {
      Map<String, Integer> used = new HashMap<>();
      int all = 0;
      int found = 0;
      for (String word : split(text)) {
        all += word.length();
        if (used.merge(word, 1, Integer::sum) <= words.getOrDefault(word, 0)) {
          found += word.length();
        }
      }
      return all > 0 && found >= ENOUGH * all;
    }
  }

  private static boolean isIn(BoundingBox box, Word word) {
    return word.x() >= box.x1() - MARGIN
        && word.x() <= box.x2() + MARGIN
        && word.y() >= box.y1() - MARGIN
        && word.y() <= box.y2() + MARGIN;
  }

  /** Words of letters and digits; signs may be drawn, and are no reason to say all else twice. */
  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Normalizer.normalize(text, Normalizer.Form.NFKC).split("[\\s-]+")) {
      if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words.add(word);
      }
    }
    return words;
  }
}
