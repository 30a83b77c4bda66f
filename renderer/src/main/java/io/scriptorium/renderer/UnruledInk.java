package io.scriptorium.renderer;

/**
 * The ink of a piece without the rules that lie across, be they as thick as bars, the fringe that
 * they have where they are askew, and the upright ones from one of them to another, as the sides of
 * frames and of boxes for single characters, or all upright ones. Lengths are pixels of the ink
 * map.
 */
final class UnruledInk {
  /** The longest strokes of letters, in heights of a line of type; rules are longer. */
  private static final int LONGEST_STROKE = 3;

  /** The same in small type. */
  private static final int SHORTEST_RULE = 30;

  /** How far the end of an upright rule is from the one that lies across. */
  private static final int CLOSE = 3;

  /** Pixels across an upright rule that stands alone. */
  private static final int THICKEST = 4;

  /** The part of its rows that have nothing beside it. */
  private static final double MOST = 0.75;

  /** How many pixels beside the middle of a rule are its soft edge. */
  private static final int EDGE = 1;

  private final InkSums strong;
  private final int width;
  private final int height;

  /** The strong ink, with faint rules closed. */
  private final boolean[] ink;

  private final int shortest;
  private final boolean[] across;

  /** Upright rules from one that lies across to another, and these with those that stand alone. */
  private final boolean[] upright;

  private final boolean[] allUpright;

  private UnruledInk(InkMap map, InkSums strong, boolean[] ink, int shortest) {
    this.strong = strong;
    this.width = map.width();
    this.height = map.height();
    this.ink = ink;
    this.shortest = shortest;
    this.across = new boolean[ink.length];
    this.upright = new boolean[ink.length];
    this.allUpright = new boolean[ink.length];
    for (int y = 0; y < height; y++) {
      markAcross(y);
    }
    for (int x = 0; x < width; x++) {
      markUpright(x);
    }
  }

  /**
   * @param strong the map's strong ink
   */
  static UnruledInk of(InkMap map, InkSums strong) {
    int type = InkLines.of(strong, strong.whole()).typeHeight();
    boolean[] closed = strong.ink();
    FaintRules.close(map, closed);
    return new UnruledInk(map, strong, closed, Math.max(SHORTEST_RULE, LONGEST_STROKE * type));
  }

  /** Of the strong ink what belongs to no rule. */
  InkSums type() {
    return without(upright);
  }

  /**
   * The same without the upright rules that stand alone, as between the columns of a table that has
   * no other ones.
   */
  InkSums betweenColumns() {
    return without(allUpright);
  }

  private InkSums without(boolean[] rules) {
    return new InkSums(width, height, i -> strong.isAt(i % width, i / width) && !isRule(i, rules));
  }

  private void markAcross(int y) {
    int from = 0;
    for (int x = 0; x <= width; x++) {
      if (x == width || !ink[y * width + x]) {
        for (int i = from; x - from >= shortest && i < x; i++) {
          across[y * width + i] = true;
        }
        from = x + 1;
      }
    }
  }

  private void markUpright(int x) {
    int from = 0;
    for (int y = 0; y <= height; y++) {
      if (y == height || !ink[y * width + x]) {
        boolean isBetween = from < y && isAcross(x, from) && isAcross(x, y - 1);
        boolean isRule = isBetween || (y - from >= shortest && isThin(x, from, y));
        for (int i = from; isRule && i < y; i++) {
          upright[i * width + x] = isBetween;
          allUpright[i * width + x] = true;
        }
        from = y + 1;
      }
    }
  }

  /** Whether most of the rows of an upright stretch of ink have no more beside it than a rule. */
  private boolean isThin(int x, int from, int to) {
    int thin = 0;
    for (int y = from; y < to; y++) {
      thin += inkAround(x, y) <= THICKEST ? 1 : 0;
    }
    return thin > MOST * (to - from);
  }

  /** How many pixels in a row have ink without a gap, up to one more than a rule has. */
  private int inkAround(int x, int y) {
    int left = x;
    while (left > 0 && x - left < THICKEST && ink[y * width + left - 1]) {
      left--;
    }
    int right = x;
    while (right < width - 1 && right - left < THICKEST && ink[y * width + right + 1]) {
      right++;
    }
    return right - left + 1;
  }

  /** Whether a rule that lies across is near. */
  private boolean isAcross(int x, int y) {
    for (int row = Math.max(0, y - CLOSE); row <= Math.min(height - 1, y + CLOSE); row++) {
      if (across[row * width + x]) {
        return true;
      }
    }
    return false;
  }

  private boolean isRule(int at, boolean[] upright) {
    int x = at % width;
    for (int step = -EDGE; step <= EDGE; step++) {
      int below = at + step * width;
      boolean isBeside = x + step >= 0 && x + step < width && upright[at + step];
      if (isBeside || (below >= 0 && below < across.length && across[below])) {
        return true;
      }
    }
    return false;
  }
}
