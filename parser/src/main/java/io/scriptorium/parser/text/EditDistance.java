package io.scriptorium.parser.text;

import java.util.Arrays;

/**
 * The Levenshtein distance from one text to others: the fewest characters to insert, delete or
 * replace. Columns of the table are computed 64 rows at a time in the bits of a word, after Myers,
 * "A fast bit-vector algorithm for approximate string matching based on dynamic programming"
 * (1999), in the form that Hyyrö gave it (2003); two pages of 20,000 characters take some 6 million
 * steps. Characters are code points. Safe for use by several threads.
 */
public final class EditDistance {
  private static final int WORD = Long.SIZE;

  private final int[] text;
  private final CharacterMasks[] blocks;

  public EditDistance(int[] text) {
    this.text = text;
    this.blocks = new CharacterMasks[(text.length + WORD - 1) / WORD];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new CharacterMasks(text, i * WORD, Math.min(text.length, (i + 1) * WORD));
    }
  }

  public static int between(int[] a, int[] b) {
    return new EditDistance(a).to(b);
  }

  public int to(int[] other) {
    if (Arrays.equals(text, other)) {
      return 0;
    }
    // Invariant: steps[j] is what the table's value grows by from column j to j + 1, in the row
    // below the blocks that are done.
    byte[] steps = new byte[other.length];
    Arrays.fill(steps, (byte) 1);
    for (int i = 0; i < blocks.length; i++) {
      int rows = Math.min(WORD, text.length - i * WORD);
      advance(blocks[i], rows, other, steps);
    }
    int distance = text.length;
    for (byte step : steps) {
      distance += step;
    }
    return distance;
  }

  private static void advance(CharacterMasks block, int rows, int[] other, byte[] steps) {
    long lastRow = 1L << (rows - 1);
    long up = -1L;
    long down = 0;
    for (int j = 0; j < other.length; j++) {
      int above = steps[j];
      long equal = block.of(other[j]);
      long diagonal = equal | down;
      if (above < 0) {
        equal |= 1;
      }
      long zero = (((equal & up) + up) ^ up) | equal;
      long right = down | ~(zero | up);
      long left = up & zero;
      steps[j] = (byte) ((right & lastRow) != 0 ? 1 : (left & lastRow) != 0 ? -1 : 0);
      right = (right << 1) | (above > 0 ? 1 : 0);
      left = (left << 1) | (above < 0 ? 1 : 0);
      up = left | ~(diagonal | right);
      down = right & diagonal;
    }
  }
}
