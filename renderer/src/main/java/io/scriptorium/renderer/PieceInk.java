package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.List;

/**
 * Where a piece has ink, to bring boxes that a model guessed to the lines that they lie on. Safe
 * for use by several threads.
 */
public final class PieceInk {
  /** Pixels of the ink map by which an edge moves up or down at most. */
  private static final int REACH = 12;

  /** The same to the left and right. */
  private static final int FAR = 10;

  /** An edge that is no farther off stays, as the map is no more exact. */
  private static final int EXACT = 2;

  /** Gaps that part words of small and of large type. */
  private static final int NARROW = 4;

  private static final int WIDE = 10;

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

  /** The box around the lines that lie in a box for the most part; the same if there are none. */
  public Box fitted(Box box) {
    Area whole = ink.whole();
    int left = Math.min(Math.max(0, (int) Math.rint(box.left() / across)), whole.right() - 1);
    int right = Math.max(left + 1, Math.min(whole.right(), (int) Math.rint(box.right() / across)));
    int top = Math.min(Math.max(0, (int) Math.rint(box.top() / down)), whole.bottom() - 1);
    int bottom = Math.max(top + 1, Math.min(whole.bottom(), (int) Math.rint(box.bottom() / down)));
    Area guess = new Area(left, top, right, bottom);
    List<Area> lines = lines(guess);
    if (lines.isEmpty()) {
      return box;
    }
    Area rows = new Area(left, lines.get(0).top(), right, lines.get(lines.size() - 1).bottom());
    if (rows.height() > HIGHER * guess.height()) {
      return box;
    }
    Area found = widened(ink.trimmed(rows));
    return new Box(
        edge(box.left(), found.left(), across),
        edge(box.top(), found.top(), down),
        edge(box.right(), found.right(), across),
        edge(box.bottom(), found.bottom(), down));
  }

  private static int edge(int guessed, int found, double scale) {
    return Math.abs(guessed - found * scale) <= EXACT * scale
        ? guessed
        : (int) Math.rint(found * scale);
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
    int gap = Math.min(WIDE, Math.max(NARROW, area.height() / 2));
    int left = area.left();
    for (int x = left - 1; x >= Math.max(0, area.left() - FAR) && left - x <= gap; x--) {
      left = ink.inColumn(area, x) > 0 ? x : left;
    }
    int right = area.right();
    int most = Math.min(ink.whole().right(), area.right() + FAR);
    for (int x = right; x < most && x - right < gap; x++) {
      right = ink.inColumn(area, x) > 0 ? x + 1 : right;
    }
    return new Area(left, area.top(), right, area.bottom());
  }
}
