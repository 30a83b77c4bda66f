package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.List;

/**
 * Where a piece has ink, to bring boxes that a model guessed to the lines or the drawing that they
 * lie on. Safe for use by several threads.
 */
public final class PieceInk {
  /** Pixels of the ink map by which an edge moves up or down at most. */
  private static final int REACH = 12;

  /** The same to the left and right. */
  private static final int FAR = 80;

  /** An edge that is no farther off stays, as the map is no more exact. */
  private static final int EXACT = 2;

  /** Of a line's height, a gap that parts words from what stands beside them. */
  private static final double GAP = 0.7;

  /** The least such gap, in small type, and the greatest, in large type. */
  private static final int NARROW = 4;

  private static final int WIDE = 12;

  /**
   * With less ink, a column beside type shows a rule, as below a field that is to be filled in, and
   * what is close to a figure is dust.
   */
  private static final int LEAST_INK = 3;

  /** Of a line's height without descenders, how far these reach below it. */
  private static final double DESCENT = 0.2;

  /** The same in typefaces where they are long. */
  private static final double DEEP_DESCENT = 0.25;

  /** Between the parts of a figure; wider gaps may part it from what is not in it. */
  private static final int CLOSE = 6;

  /** A box that would become more than so many times as high is left alone. */
  private static final int HIGHER = 2;

  private final InkSums ink;
  private final double across;
  private final double down;

  /**
   * Edges in pixels of the page, from the piece's upper left corner; right and bottom are
   * exclusive.
   */
  public record Box(int left, int top, int right, int bottom) {}

  private PieceInk(InkSums ink, double across, double down) {
    this.ink = ink;
    this.across = across;
    this.down = down;
  }

  public static PieceInk of(PagePiece piece) {
    InkMap map = InkMap.of(piece.image());
    double scale = map.scale();
    return new PieceInk(
        InkSums.ofStrong(map),
        piece.width() * scale / piece.image().width(),
        piece.height() * scale / piece.image().height());
  }

  /**
   * The box around the lines that lie in a box for the most part; the same if there are none. It
   * reaches as far down as letters with descenders would, whether there are any or not.
   *
   * @param descends whether letters of the last line reach below it, or may do so
   */
  public Box fitted(Box box, boolean descends) {
    Area guess = area(box);
    List<Area> lines = lines(guess);
    if (lines.isEmpty()) {
      return box;
    }
    Area last = lines.get(lines.size() - 1);
    Area rows = new Area(guess.left(), lines.get(0).top(), guess.right(), last.bottom());
    if (rows.height() > HIGHER * guess.height()) {
      return box;
    }
    Area found = widened(ink.trimmed(rows));
    double least = found.bottom() + (descends ? 0 : DESCENT * last.height());
    double most = found.bottom() + DEEP_DESCENT * last.height();
    return moved(box, found, least, most);
  }

  /**
   * The box around the ink of a figure: what is in a box and what lies close to that, as far as no
   * other box begins. The same if little of it has ink, as a pale picture.
   */
  public Box fittedFigure(Box box, List<Box> others) {
    Area guess = area(box);
    if (ink.in(guess) == 0) {
      return box;
    }
    List<Area> taken = others.stream().map(this::area).toList();
    Area found = ink.trimmed(guess);
    Area before;
    do {
      before = found;
      for (Area beside : besides(found)) {
        if (ink.in(beside) >= LEAST_INK && taken.stream().noneMatch(beside::meets)) {
          found = found.with(ink.trimmed(beside));
        }
      }
    } while (!found.equals(before));
    if (2L * found.width() * found.height() < (long) guess.width() * guess.height()) {
      return box;
    }
    return moved(box, found, found.bottom(), found.bottom());
  }

  /** What is close below, above, to the right and to the left. */
  private List<Area> besides(Area area) {
    int left = Math.max(0, area.left() - CLOSE);
    int top = Math.max(0, area.top() - CLOSE);
    int right = Math.min(ink.whole().right(), area.right() + CLOSE);
    int bottom = Math.min(ink.whole().bottom(), area.bottom() + CLOSE);
    return List.of(
        new Area(area.left(), area.bottom(), area.right(), bottom),
        new Area(area.left(), top, area.right(), area.top()),
        new Area(area.right(), area.top(), right, area.bottom()),
        new Area(left, area.top(), area.left(), area.bottom()));
  }

  /** In pixels of the map, at least one each way. */
  private Area area(Box box) {
    Area whole = ink.whole();
    int left = Math.min(Math.max(0, (int) Math.rint(box.left() / across)), whole.right() - 1);
    int right = Math.max(left + 1, Math.min(whole.right(), (int) Math.rint(box.right() / across)));
    int top = Math.min(Math.max(0, (int) Math.rint(box.top() / down)), whole.bottom() - 1);
    int bottom = Math.max(top + 1, Math.min(whole.bottom(), (int) Math.rint(box.bottom() / down)));
    return new Area(left, top, right, bottom);
  }

  /** The box with its edges as they were found; the lower one is somewhere between two rows. */
  private Box moved(Box box, Area found, double least, double most) {
    return new Box(
        edge(box.left(), found.left(), found.left(), across),
        edge(box.top(), found.top(), found.top(), down),
        edge(box.right(), found.right(), found.right(), across),
        edge(box.bottom(), least, most, down));
  }

  /** Where it was guessed if that is between two rows or columns of the map, or close to them. */
  private static int edge(int guessed, double least, double most, double scale) {
    double at = guessed / scale;
    if (at >= least - EXACT && at <= most + EXACT) {
      return guessed;
    }
    return (int) Math.rint((at < least ? least : most) * scale);
  }

  /** Lines half of which are in the box, or of which the box is half. */
  private List<Area> lines(Area box) {
    Area around =
        new Area(
            box.left(),
            Math.max(0, box.top() - REACH),
            box.right(),
            Math.min(ink.whole().bottom(), box.bottom() + REACH));
    return InkLines.of(ink, around).lines().stream()
        .filter(
            line -> {
              int shared = Math.min(line.bottom(), box.bottom()) - Math.max(line.top(), box.top());
              return 2 * shared >= line.height() || 2 * shared >= box.height();
            })
        .toList();
  }

  /** With what stands beside it, as far as gaps between words go. */
  private Area widened(Area area) {
    int gap = (int) Math.min(WIDE, Math.max(NARROW, GAP * area.height()));
    int left = area.left();
    for (int x = left - 1; x >= Math.max(0, area.left() - FAR) && left - x <= gap; x--) {
      left = ink.inColumn(area, x) >= LEAST_INK ? x : left;
    }
    int right = area.right();
    int most = Math.min(ink.whole().right(), area.right() + FAR);
    for (int x = right; x < most && x - right < gap; x++) {
      right = ink.inColumn(area, x) >= LEAST_INK ? x + 1 : right;
    }
    return new Area(left, area.top(), right, area.bottom());
  }
}
