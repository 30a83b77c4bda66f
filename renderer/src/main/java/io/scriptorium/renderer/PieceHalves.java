package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.Arrays;
import java.util.List;

/**
 * Parts a piece in two between lines, for a model that could not read it at once. Each half is a
 * picture of the same size with its lines in the middle. Safe for use by several threads.
 */
public final class PieceHalves {
  /** Of the height of all lines, how far from the middle a cut may be for a wider gap. */
  private static final double NEAR = 0.15;

  private final PagePiece piece;
  private final RasterImage image;
  private final byte[] paper;

  private PieceHalves(PagePiece piece) {
    this.piece = piece;
    this.image = piece.image();
    // The margin around what a piece shows is paper.
    this.paper = Arrays.copyOf(image.rgb(), 3);
  }

  /** The upper and the lower half; none if there is nothing to part, as in a single line. */
  public static List<PagePiece> of(PagePiece piece) {
    InkMap map = InkMap.ofPiece(piece.image());
    InkSums ink = InkSums.ofPage(map);
    InkLines all = InkLines.of(ink, ink.whole());
    InkLines lines = new InkLines(all.lines().stream().filter(line -> isType(line, all)).toList());
    if (lines.count() < 2) {
      return List.of();
    }
    int first = middle(lines);
    Area whole = ink.trimmed(ink.whole());
    int cut = (lines.get(first - 1).bottom() + lines.get(first).top()) / 2 * map.scale();
    PieceHalves halves = new PieceHalves(piece);
    return List.of(
        halves.half(
            0,
            cut,
            whole.top() * map.scale(),
            lines.get(first - 1).bottom() * map.scale(),
            piece.goesOn()),
        halves.half(
            cut,
            piece.image().height(),
            lines.get(first).top() * map.scale(),
            whole.bottom() * map.scale(),
            PageCutter.goesOn(whole, lines, first)));
  }

  /** Not a rule, a speck or the dots above letters. */
  private static boolean isType(Area line, InkLines all) {
    return 2 * line.height() > all.typeHeight();
  }

  /**
   * The line before which the widest gap is, of the gaps near the middle; else that nearest to it.
   */
  private static int middle(InkLines lines) {
    int top = lines.get(0).top();
    int height = lines.get(lines.count() - 1).bottom() - top;
    int best = 1;
    for (int i = 2; i < lines.count(); i++) {
      boolean near = off(lines, i, top, height) <= NEAR * height;
      boolean bestNear = off(lines, best, top, height) <= NEAR * height;
      boolean wider = lines.gapAbove(i) > lines.gapAbove(best);
      boolean nearer = off(lines, i, top, height) < off(lines, best, top, height);
      if ((near && bestNear) ? wider : nearer) {
        best = i;
      }
    }
    return best;
  }

  /** How far a gap is from the middle. */
  private static double off(InkLines lines, int index, int top, int height) {
    int twice = lines.get(index - 1).bottom() + lines.get(index).top();
    return Math.abs(twice / 2.0 - top - height / 2.0);
  }

  /**
   * The rows of the picture from one to another.
   *
   * @param inkTop first row with ink
   * @param inkBottom row below the last one with ink
   */
  private PagePiece half(int from, int to, int inkTop, int inkBottom, boolean goesOn) {
    int down = (image.height() - (inkBottom - inkTop)) / 2 - inkTop;
    int row = 3 * image.width();
    byte[] rgb = PageCutter.filled(image.width(), image.height(), paper);
    int first = Math.max(from, -down);
    int last = Math.min(to, image.height() - down);
    System.arraycopy(image.rgb(), first * row, rgb, (first + down) * row, (last - first) * row);
    double scale = (double) piece.height() / image.height();
    PagePiece.Shown shown = piece.shown();
    return new PagePiece(
        new RasterImage(image.width(), image.height(), rgb),
        piece.left(),
        piece.top() - (int) Math.rint(down * scale),
        piece.width(),
        piece.height(),
        piece.slope(),
        goesOn,
        false,
        new PagePiece.Shown(
            shown.x1(),
            Math.max(shown.y1(), piece.top() + (int) Math.rint(from * scale)),
            shown.x2(),
            Math.min(shown.y2(), piece.top() + (int) Math.rint(to * scale))));
  }
}
