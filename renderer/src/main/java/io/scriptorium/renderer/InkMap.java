package io.scriptorium.renderer;

/**
 * Where a page differs from the paper. Ink is what stands out sharply from its surroundings,
 * however faint, as a pencil does, or clearly from the paper, however softly. What shines through
 * from the other side is soft and faint, and mostly neither.
 */
final class InkMap {
  /** Greys by which a sharp mark differs at least; a hard pencil on a scan has about 20. */
  private static final int FAINTEST = 9;

  /** Greys by which a soft mark differs at least. */
  private static final int CLEAR = 32;

  private static final int NOISE_FACTOR = 6;

  /** Half the side of what counts as surroundings; 7 pixels are about 2 mm. */
  private static final int AROUND = 3;

  private static final int TILE = 32;

  /** By how much paper may be in the shade, in the fold of a book for instance. */
  private static final int DEEPEST_SHADE = 100;

  /** The part of a tile that is as light as its paper at least. */
  private static final double LEAST_PAPER = 0.25;

  /** Darker than this it is no paper, and nothing is known of what is on it. */
  private static final int DARKEST_PAPER = 128;

  /** Greatest of the values of {@link #strength}. */
  static final int STRONGEST = 127;

  private final GreyMap page;
  private final boolean[] ink;
  private final byte[] strengths;
  private final PageInk found;

  private InkMap(GreyMap page, byte[] strengths, boolean lightPaper) {
    this.page = page;
    this.strengths = strengths;
    this.ink = new boolean[strengths.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = strengths[i] > 0;
    }
    this.found = judge(page, ink, lightPaper);
  }

  private static PageInk judge(GreyMap page, boolean[] ink, boolean lightPaper) {
    int across = (int) Math.ceil(Blots.EDGE * page.width());
    int down = (int) Math.ceil(Blots.EDGE * page.height());
    int inside = 0;
    for (int y = down; y < page.height() - down; y++) {
      for (int x = across; x < page.width() - across; x++) {
        inside += ink[y * page.width() + x] ? 1 : 0;
      }
    }
    double area = Math.max(1.0, (double) (page.width() - 2 * across) * (page.height() - 2 * down));
    // Sorting ink into blots takes long, and on a page of writing it would find writing.
    boolean blank =
        lightPaper
            && inside <= Blots.MOST_MEANINGLESS * page.width() * page.height()
            && Blots.of(ink, page.width(), page.height()).areMeaningless();
    return new PageInk(Math.rint(inside / area * 1e6) / 1e6, blank);
  }

  static InkMap of(RasterImage image) {
    GreyMap page = GreyMap.of(image);
    return of(page, page.median(0, 0, page.width(), page.height()));
  }

  /** Of a picture with a margin of paper: most of what it shows may be a dark bar. */
  static InkMap ofPiece(RasterImage image) {
    GreyMap piece = GreyMap.of(image);
    return of(piece, piece.at(0));
  }

  private static InkMap of(GreyMap page, int paper) {
    return new InkMap(page, find(page, paper), paper >= DARKEST_PAPER);
  }

  private static byte[] find(GreyMap page, int paper) {
    byte[] strengths = new byte[page.width() * page.height()];
    int noise = (int) Math.ceil(NOISE_FACTOR * page.noise());
    int sharp = Math.max(FAINTEST, noise);
    int clear = Math.max(CLEAR, noise);
    BoxSums sums = page.sums();
    for (int top = 0; top < page.height(); top += TILE) {
      int bottom = Math.min(top + TILE, page.height());
      for (int left = 0; left < page.width(); left += TILE) {
        int right = Math.min(left + TILE, page.width());
        if (page.isWhite(left, top, right, bottom)) {
          // Its own median, so that none of it is ink.
          continue;
        }
        int here = paper(page, paper, clear, left, top, right, bottom);
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            int at = y * page.width() + x;
            int value = page.at(at);
            int off = Math.abs(value - here);
            // Paper beside a dark edge stands out from its surroundings too, and is still paper.
            if (off >= clear
                || (2 * off >= sharp && Math.abs(value - around(page, sums, x, y)) >= sharp)) {
              strengths[at] = (byte) Math.min(STRONGEST, (off + 1) / 2);
            }
          }
        }
      }
    }
    return strengths;
  }

  /**
   * The paper of a tile: its middle grey. Where most is dark, most is ink, and the paper is as
   * light as elsewhere, and so where few pixels are near the middle, as that lies between ink and
   * paper.
   */
  private static int paper(
      GreyMap page, int paper, int clear, int left, int top, int right, int bottom) {
    int median = page.median(left, top, right, bottom);
    if (Math.abs(median - paper) < clear) {
      return median;
    }
    int near = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        near += Math.abs(page.at(y * page.width() + x) - median) < clear ? 1 : 0;
      }
    }
    boolean isPaper =
        median >= paper - DEEPEST_SHADE && near >= LEAST_PAPER * (right - left) * (bottom - top);
    return isPaper ? median : paper;
  }

  private static int around(GreyMap page, BoxSums sums, int x, int y) {
    int left = Math.max(0, x - AROUND);
    int top = Math.max(0, y - AROUND);
    int right = Math.min(page.width(), x + AROUND + 1);
    int bottom = Math.min(page.height(), y + AROUND + 1);
    int sum = sums.in(left, top, right, bottom);
    int area = (right - left) * (bottom - top);
    return (sum + area / 2) / area;
  }

  /** The page's greys, pixel by pixel of the map. */
  GreyMap grey() {
    return page;
  }

  PageInk ink() {
    return found;
  }

  /** Whether anything can be seen in a box, given in pixels of the page. */
  boolean isIn(TextGlyph box) {
    for (int y = row(box.top()); y < rowAfter(box.bottom()); y++) {
      for (int x = column(box.left()); x < columnAfter(box.right()); x++) {
        if (ink[y * page.width() + x]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Pixels of the page by which ink may reach over the thing that makes it. */
  int reach() {
    return AROUND * page.scale();
  }

  /** Pixels of the page across each of the map's own. */
  int scale() {
    return page.scale();
  }

  int width() {
    return page.width();
  }

  int height() {
    return page.height();
  }

  /** Whether anything can be seen in each of its pixels, rows from the top. Not to be changed. */
  boolean[] pixels() {
    return ink;
  }

  /** Half the greys by which a pixel differs from its paper, from 1; 0 where there is no ink. */
  int strength(int at) {
    return strengths[at];
  }

  /** A map of the same size in which boxes can be marked. */
  Marking marking() {
    return new Marking(new boolean[ink.length]);
  }

  /** Boxes laid over the ink. */
  final class Marking {
    private final boolean[] marked;

    private Marking(boolean[] marked) {
      this.marked = marked;
    }

    /** Edges are pixels of the page. */
    void add(double left, double top, double right, double bottom) {
      for (int y = row(top); y < rowAfter(bottom); y++) {
        for (int x = column(left); x < columnAfter(right); x++) {
          marked[y * page.width() + x] = true;
        }
      }
    }

    /** Part of the ink outside of other boxes that lies inside of these; 0 if there is none. */
    double shareOfInkOutside(Marking others) {
      int all = 0;
      int inside = 0;
      for (int i = 0; i < ink.length; i++) {
        if (ink[i] && !others.marked[i]) {
          all++;
          inside += marked[i] ? 1 : 0;
        }
      }
      return all == 0 ? 0 : (double) inside / all;
    }
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(page.width(), Math.floor(x / page.scale())));
  }

  private int columnAfter(double x) {
    return (int) Math.max(0, Math.min(page.width(), Math.ceil(x / page.scale())));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(page.height(), Math.floor(y / page.scale())));
  }

  private int rowAfter(double y) {
    return (int) Math.max(0, Math.min(page.height(), Math.ceil(y / page.scale())));
  }
}
