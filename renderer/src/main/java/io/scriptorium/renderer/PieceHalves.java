package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.List;

/**
 * Parts a piece in two between lines, for a model that could not read it at once. Each half is a
 * picture of the same size with its lines in the middle. Safe for use by several threads.
 */
public final class PieceHalves {
  private final PagePiece piece;
  private final RasterImage image;
  private final byte[] paper;

  private PieceHalves(PagePiece piece) {
    this.piece = piece;
    this.image = piece.image();
    this.paper = PageCutter.paper(image);
  }

  /** The upper and the lower half; none if there is nothing to part, as in a single line. */
  public static List<PagePiece> of(PagePiece piece) {
    InkMap map = InkMap.of(piece.image());
    InkSums ink = InkSums.withoutDust(map.pixels(), map.width(), map.height());
    InkLines lines = InkLines.of(ink, ink.whole());
    if (lines.count() < 2) {
      return List.of();
    }
    int first = middle(lines);
    Area all = ink.trimmed(ink.whole());
    int cut = (lines.get(first - 1).bottom() + lines.get(first).top()) / 2 * map.scale();
    PieceHalves halves = new PieceHalves(piece);
    return List.of(
        halves.half(
            0,
            cut,
            all.top() * map.scale(),
            lines.get(first - 1).bottom() * map.scale(),
            piece.goesOn()),
        halves.half(
            cut,
            piece.image().height(),
            lines.get(first).top() * map.scale(),
            all.bottom() * map.scale(),
            PageCutter.goesOn(all, lines, first)));
  }

  /** The line before which the middle is nearest. */
  private static int middle(InkLines lines) {
    int twice = lines.get(0).top() + lines.get(lines.count() - 1).bottom();
    int best = 1;
    for (int i = 2; i < lines.count(); i++) {
      if (Math.abs(twiceGap(lines, i) - twice) < Math.abs(twiceGap(lines, best) - twice)) {
        best = i;
      }
    }
    return best;
  }

  private static int twiceGap(InkLines lines, int index) {
    return lines.get(index - 1).bottom() + lines.get(index).top();
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
        new PagePiece.Shown(
            shown.x1(),
            Math.max(shown.y1(), piece.top() + (int) Math.rint(from * scale)),
            shown.x2(),
            Math.min(shown.y2(), piece.top() + (int) Math.rint(to * scale))));
  }
}
