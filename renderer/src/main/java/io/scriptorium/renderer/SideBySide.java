package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts blocks of a few lines that stand side by side without being columns of the page, such as
 * sender, recipient and numbers in the head of an invoice, or notes beside the terms of payment.
 * They have white around them, and lines as near to each other as those of a paragraph. Safe for
 * use by several threads.
 */
final class SideBySide {
  /** Rows of white above and below, in heights of a line of type, as all lengths here. */
  private static final double AROUND = 1.7;

  private static final double HIGHEST = 15;
  private static final double NARROWEST_GUTTER = 1.5;
  private static final double NARROWEST_BLOCK = 6;

  /**
   * The white between lines of blocks whose lines stand in rows, and of those with a wide gutter
   * between them; rows of a table have more.
   */
  private static final double LEADING_IN_ROWS = 0.85;

  private static final double LEADING_IN_ROWS_APART = 0.95;
  private static final double WIDE_GUTTER = 4;

  /** The same where they do not stand in rows, of the tighter block and of the other. */
  private static final double LEADING = 1.1;

  private static final double WIDEST_LEADING = 1.45;

  /** The fewest lines of a block, and of the one that has more or stands beside a table. */
  private static final int SOME_LINES = 2;

  private static final int MORE_LINES = 3;

  private final InkSums ink;
  private final ColumnEvidence evidence;

  SideBySide(InkSums ink, ColumnEvidence evidence) {
    this.ink = ink;
    this.evidence = evidence;
  }

  /**
   * The parts of an area in reading order; itself alone if nothing stands side by side.
   *
   * @param area with ink at each of its edges
   */
  List<Area> parted(Area area) {
    return parted(area, InkLines.of(ink, area).typeHeight());
  }

  private List<Area> parted(Area area, int height) {
    InkLines lines = InkLines.of(ink, area);
    List<Area> parts = new ArrayList<>();
    int single = 0;
    int to;
    for (int from = 0; from < lines.count(); from = to) {
      to = end(lines, from, height);
      Area band = rows(area, lines, from, to);
      Optional<Gutter> gutter = gutter(band, height);
      if (gutter.isPresent()) {
        if (single < from) {
          parts.add(rows(area, lines, single, from));
        }
        parts.addAll(parted(ink.trimmed(gutter.get().left(band)), height));
        parts.addAll(parted(ink.trimmed(gutter.get().right(band)), height));
        single = to;
      }
    }
    if (single < lines.count()) {
      parts.add(single == 0 ? area : rows(area, lines, single, lines.count()));
    }
    return parts;
  }

  /** The line after the last one that is near to the one before it. */
  private static int end(InkLines lines, int from, int height) {
    int to = from + 1;
    while (to < lines.count() && lines.gapAbove(to) < AROUND * height) {
      to++;
    }
    return to;
  }

  private Area rows(Area area, InkLines lines, int from, int to) {
    return ink.trimmed(lines.rows(area, from, to));
  }

  /** What parts two blocks; nothing if there are none. */
  private Optional<Gutter> gutter(Area band, int height) {
    int side = (int) (NARROWEST_BLOCK * height);
    if (side == 0 || band.height() > HIGHEST * height || band.width() <= 2 * side) {
      return Optional.empty();
    }
    Gutter widest = Gutter.widestWhite(ink, band, band.left() + side, band.right() - side);
    return Optional.of(widest).filter(gutter -> areBlocks(band, gutter, height));
  }

  private boolean areBlocks(Area band, Gutter gutter, int usual) {
    LineBlock left = LineBlock.of(ink, gutter.left(band), usual);
    LineBlock right = LineBlock.of(ink, gutter.right(band), usual);
    int height = Math.min(left.height(), right.height());
    return gutter.width() >= NARROWEST_GUTTER * height
        && Math.min(left.width(), right.width()) >= NARROWEST_BLOCK * height
        && areSetAsBlocks(left.withHeight(height), right.withHeight(height));
  }

  private boolean areSetAsBlocks(LineBlock left, LineBlock right) {
    boolean inRows = evidence.inRows(left.area(), right.area());
    if (left.isDrawn() || right.isDrawn()) {
      return left.isDrawn() ? isBeside(right, left, inRows) : isBeside(left, right, inRows);
    }
    if (left.isMarked() || right.isMarked()) {
      return false;
    }
    if (inRows) {
      int white = right.area().left() - left.area().right();
      boolean far = white >= WIDE_GUTTER * left.height();
      double leading = far ? LEADING_IN_ROWS_APART : LEADING_IN_ROWS;
      return areSet(left, right, leading, leading) && hasNoCells(left) && hasNoCells(right);
    }
    return areSet(left, right, LEADING, WIDEST_LEADING);
  }

  /** Whether one block is set as tight as that, and the other is hardly looser. */
  private static boolean areSet(LineBlock left, LineBlock right, double tight, double loose) {
    return left.isSet(loose, SOME_LINES)
        && right.isSet(loose, SOME_LINES)
        && (left.isSet(loose, MORE_LINES) || right.isSet(loose, MORE_LINES))
        && (left.isSet(tight, SOME_LINES) || right.isSet(tight, SOME_LINES));
  }

  /**
   * Whether text stands beside a table with rules, or beside blocks that no white row goes through.
   */
  private boolean isBeside(LineBlock text, LineBlock drawn, boolean inRows) {
    if (text.isDrawn() || text.isMarked()) {
      return false;
    }
    if (isParted(drawn)) {
      return text.isSet(inRows ? LEADING : WIDEST_LEADING, MORE_LINES);
    }
    return drawn.isRuled()
        && text.isSet(inRows ? LEADING_IN_ROWS_APART : WIDEST_LEADING, MORE_LINES);
  }

  private boolean hasNoCells(LineBlock block) {
    return !block.hasCells() || isParted(block);
  }

  private boolean isParted(LineBlock block) {
    return gutter(block.area(), block.height()).isPresent();
  }
}
