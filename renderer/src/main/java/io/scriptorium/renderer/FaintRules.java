package io.scriptorium.renderer;

/**
 * Closes the gaps that noise leaves in faint rules, and strong type close to them: a rule is told
 * from noise by the mean along it, and from text by the paper above and below. Lengths are pixels
 * of the ink map.
 */
final class FaintRules {
  /**
   * Half of what is averaged to find a rule; to tell where it ends and in which row it is; and
   * where a clear one ends.
   */
  private static final int ALONG = 15;

  private static final int NEAR = 2;

  private static final int NEAREST = 1;

  /** How long the surest part of a rule is at least, and the whole. */
  private static final int SURE = 20;

  private static final int SHORTEST = 40;

  /**
   * What is fainter is not seen, in standard deviations of the noise, and in greys. This is the
   * darkness of two rows together, as everywhere here.
   */
  private static final double FAINTEST = 2.5;

  private static final double LEAST = 10;

  /** In standard deviations, what is clearer has no gaps from noise. */
  private static final double CLEAR = 8;

  /**
   * How dark it may be above and below a rule, in parts of its own darkness, and besides, in
   * standard deviations, by noise; and how dark above or below where it goes on.
   */
  private static final double BESIDE = 0.2;

  private static final double SOFT = 0.6;

  private static final double BESIDE_END = 0.5;

  /** A rule ends where less than this part of its darkness is left. */
  private static final double ENDED = 0.5;

  /** The least part of a rule that has ink in the map: what has less is a crease. */
  private static final double INKED = 0.08;

  /** So many pixels without it do not end a rule that noise may have broken. */
  private static final int WIDEST_GAP = 4;

  /** Rows from the first of the two in which a rule lies to the paper above, and below. */
  private static final int[] PAPER = {-5, -4, -2, 3, 5, 6};

  private static final int ABOVE = -2;
  private static final int BELOW = 3;

  private final GreyMap page;
  private final BoxSums sums;
  private final double faintest;
  private final double clear;
  private final double soft;
  private final boolean[] found;

  private FaintRules(InkMap map) {
    this.page = map.grey();
    this.found = map.pixels();
    double noise = page.noise();
    this.sums = page.sums();
    this.faintest = Math.max(LEAST, FAINTEST * noise);
    this.clear = CLEAR * noise;
    this.soft = SOFT * noise;
  }

  /**
   * Adds what is missing of rules that lie across.
   *
   * @param ink what is left of the map's ink, rows from the top; is changed
   */
  static void close(InkMap map, boolean[] ink) {
    new FaintRules(map).close(ink);
  }

  private void close(boolean[] closed) {
    for (int y = -PAPER[0]; y + PAPER[PAPER.length - 1] < page.height(); y++) {
      if (page.isWhite(0, y, page.width(), y + 2)) {
        continue;
      }
      int since = ALONG;
      int followed = 0;
      double darkness = 0;
      for (int x = ALONG; x <= page.width() - ALONG; x++) {
        double here = x < page.width() - ALONG ? sure(x, y) : 0;
        if (here > 0) {
          darkness += here;
          continue;
        }
        if (x - since >= SURE && x > followed) {
          followed = close(since, x, y, darkness / (x - since), closed);
        }
        since = x + 1;
        darkness = 0;
      }
    }
  }

  /** By how much two rows are darker than paper if a faint rule lies in them, else 0. */
  private double sure(int x, int y) {
    double rule = mean(x, y, ALONG) + mean(x, y + 1, ALONG);
    double above = mean(x, y + ABOVE, ALONG);
    double below = mean(x, y + BELOW, ALONG);
    double least = 2 * Math.min(above, below) - rule;
    if (least < faintest * (1 - BESIDE) - soft) {
      return 0;
    }
    double paper = paper(x, y);
    double dark = 2 * paper - rule;
    double beside = 2 * (paper - Math.min(above, below));
    return dark >= faintest && beside <= BESIDE * dark + soft ? dark : 0;
  }

  private double paper(int x, int y) {
    double paper = 0;
    for (int row : PAPER) {
      paper = Math.max(paper, mean(x, y + row, ALONG));
    }
    return paper;
  }

  private double mean(int x, int y, int half) {
    int left = Math.max(0, x - half);
    int right = Math.min(page.width(), x + half + 1);
    return (double) sums.in(left, y, right, y + 1) / (right - left);
  }

  /**
   * Follows a rule to both sides and closes its parts, between which it is less dark.
   *
   * @return where it ends
   */
  private int close(int from, int to, int y, double darkness, boolean[] closed) {
    int last = end(to - 1, y, 1, darkness);
    int since = end(from, y, -1, darkness);
    while (since <= last) {
      int end = end(since, y, 1, darkness);
      close(since, end, y, closed);
      since = end + 1;
      while (since <= last && at(since, y, darkness) != Seen.RULE) {
        since++;
      }
    }
    return last;
  }

  /** The last pixel of a rule in a direction. */
  private int end(int from, int y, int step, double darkness) {
    int most = darkness >= clear ? 0 : WIDEST_GAP;
    int end = from;
    int bare = 0;
    for (int x = from; x >= 0 && x < page.width() && bare <= most; x += step) {
      Seen seen = at(x, y, darkness);
      end = seen == Seen.RULE ? x : end;
      bare = seen == Seen.RULE ? 0 : seen == Seen.BARE ? bare + 1 : bare;
    }
    return end;
  }

  /** What there is in two rows; between type above and below nobody can say. */
  private enum Seen {
    RULE,
    BARE,
    UNKNOWN
  }

  private Seen at(int x, int y, double darkness) {
    double paper = paper(x, y);
    int near = darkness >= clear ? NEAREST : NEAR;
    double dark = 2 * paper - mean(x, y, near) - mean(x, y + 1, near);
    double above = 2 * (paper - mean(x, y + ABOVE, near));
    double below = 2 * (paper - mean(x, y + BELOW, near));
    if (dark < ENDED * darkness) {
      return Seen.BARE;
    }
    return Math.min(above, below) <= BESIDE_END * dark ? Seen.RULE : Seen.UNKNOWN;
  }

  /** Closes what lies between the outermost pixels that have ink in the map, be it dust. */
  private void close(int from, int to, int y, boolean[] closed) {
    int left = from;
    int right = from;
    int inked = 0;
    for (int x = to; x >= from; x--) {
      if (isInk(x, y)) {
        left = x;
        right = inked == 0 ? x : right;
        inked++;
      }
    }
    int length = right - left + 1;
    if (length >= SHORTEST && inked >= INKED * length) {
      for (int x = left; x <= right; x++) {
        int row = mean(x, y, NEAR) <= mean(x, y + 1, NEAR) ? y : y + 1;
        closed[row * page.width() + x] = true;
      }
    }
  }

  private boolean isInk(int x, int y) {
    return found[y * page.width() + x] || found[(y + 1) * page.width() + x];
  }
}
