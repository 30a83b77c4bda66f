package io.scriptorium.renderer;

/**
 * The ink of a piece without the rules that lie across, be they as thick as bars, the fringe that
 * they have where they are askew, and the upright ones from one of them to another, as the sides of
 * frames and of boxes for single characters. Lengths are pixels of the ink map.
 */
final class UnruledInk {
  /** The longest strokes of letters, in heights of a line of type; rules are longer. */
  private static final int LONGEST_STROKE = 3;

  /** The same in small type. */
  private static final int SHORTEST_RULE = 30;

  /** How far the end of an upright rule is from the one that lies across. */
  private static final int CLOSE = 3;

  /** How many pixels beside the middle of a rule are its soft edge. */
  private static final int EDGE = 1;

  private final int width;
  private final int height;
  private final boolean[] ink;
  private final boolean[] across;
  private final boolean[] upright;

  private UnruledInk(int width, int height, boolean[] ink, int shortest) {
    this.width = width;
    this.height = height;
    this.ink = ink;
    this.across = new boolean[ink.length];
    this.upright = new boolean[ink.length];
    for (int y = 0; y < height; y++) {
      markAcross(y, shortest);
    }
    for (int x = 0; x < width; x++) {
      markUpright(x);
    }
  }

  /**
   * @param strong the map's strong ink
   */
  static InkSums of(InkMap map, InkSums strong) {
    int type = InkLines.of(strong, strong.whole()).typeHeight();
    boolean[] closed = strong.ink();
    FaintRules.close(map, closed);
    int shortest = Math.max(SHORTEST_RULE, LONGEST_STROKE * type);
    UnruledInk rules = new UnruledInk(map.width(), map.height(), closed, shortest);
    return new InkSums(
        map.width(),
        map.height(),
        i -> strong.isAt(i % map.width(), i / map.width()) && !rules.isRule(i));
  }

  private void markAcross(int y, int shortest) {
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
        boolean isRule = from < y && isAcross(x, from) && isAcross(x, y - 1);
        for (int i = from; isRule && i < y; i++) {
          upright[i * width + x] = true;
        }
        from = y + 1;
      }
    }
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

  private boolean isRule(int at) {
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
