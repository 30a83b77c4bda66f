package io.scriptorium.renderer;

/**
 * What JPEG leaves around type: waves in the blocks that have an edge, much fainter than the edge.
 * They fill the white between lines and columns. Lengths are pixels of the ink map.
 */
final class Ringing {
  /** How far from an edge waves reach: a block of 8 pixels of the page, or of 16 for colour. */
  private static final int REACH = 8;

  /** Of the strength of the strongest ink around; fainter ink is a wave, or the blur of an edge. */
  private static final double FAINTEST = 0.28;

  private Ringing() {}

  /**
   * Takes ink away that is faint beside what is around it; a faint thing that stands alone stays.
   */
  static void remove(InkMap map, boolean[] ink) {
    int width = map.width();
    int height = map.height();
    int[] strengths = new int[ink.length];
    for (int i = 0; i < ink.length; i++) {
      strengths[i] = ink[i] ? map.strength(i) : 0;
    }
    int[] acrossRows = new int[ink.length];
    for (int y = 0; y < height; y++) {
      greatest(strengths, acrossRows, y * width, 1, width);
    }
    int[] around = new int[ink.length];
    for (int x = 0; x < width; x++) {
      greatest(acrossRows, around, x, width, height);
    }
    for (int i = 0; i < ink.length; i++) {
      ink[i] &= strengths[i] >= FAINTEST * around[i];
    }
  }

  /** For each of a row of values the greatest of those within reach. */
  private static void greatest(int[] values, int[] found, int first, int step, int count) {
    int until = -1;
    for (int i = 0; i < count; i++) {
      int last = Math.min(count - 1, i + REACH);
      if (until >= i - REACH && until >= 0) {
        // The greatest so far is still within reach, so only what is new can be greater.
        if (values[first + last * step] >= values[first + until * step]) {
          until = last;
        }
      } else {
        until = Math.max(0, i - REACH);
        for (int j = until + 1; j <= last; j++) {
          until = values[first + j * step] >= values[first + until * step] ? j : until;
        }
      }
      found[first + i * step] = values[first + until * step];
    }
  }
}
