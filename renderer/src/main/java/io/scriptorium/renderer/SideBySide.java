package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** The white between lines of blocks that stand row by row; rows of a table have more. */
  private static final double TIGHT = 0.75;

  /** The same where they do not, of the tighter block and of the other. */
  private static final double USUAL = 0.95;

  private static final double LOOSE = 1.15;

  /** White of that width through all lines parts cells, or boxes to tick from their texts. */
  private static final double CELL_GAP = 0.6;

  /** The fewest lines of a block, and of the one that has more or stands beside a ruled one. */
  private static final int SOME_LINES = 2;

  private static final int MORE_LINES = 3;

  /** What is higher is drawn or framed, and what is so low and covers that much is a rule. */
  private static final double HIGHEST_LINE = 2.5;

  private static final int RULE_HEIGHT = 3;
  private static final double RULED = 0.4;

  private final InkSums ink;
  private final ColumnEvidence evidence;

  /** What is on one side of a gutter. */
  private record Block(Area area, InkLines lines, int height) {
    boolean isSet(double leading, int fewest) {
      InkLines type = new InkLines(lines.type());
      return type.count() >= fewest && type.typicalGap() <= leading * height;
    }
  }

  SideBySide(InkSums ink, ColumnEvidence evidence) {
    this.ink = ink;
    this.evidence = evidence;
  }

  /** The parts of an area in reading order; itself alone if nothing stands side by side. */
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
    int top = lines.get(from).top();
    return ink.trimmed(new Area(area.left(), top, area.right(), lines.get(to - 1).bottom()));
  }

  /** What parts two blocks; nothing if there are none. */
  private Optional<Gutter> gutter(Area band, int height) {
    int side = (int) (NARROWEST_BLOCK * height);
    if (side == 0 || band.height() > HIGHEST * height || band.width() <= 2 * side) {
      return Optional.empty();
    }
    Gutter widest = Gutter.widest(ink, band, band.left() + side, band.right() - side);
    return Optional.of(widest).filter(gutter -> areBlocks(band, gutter, height));
  }

  private boolean areBlocks(Area band, Gutter gutter, int usual) {
    Block left = block(gutter.left(band), usual);
    Block right = block(gutter.right(band), usual);
    int height = Math.min(left.height(), right.height());
    return gutter.width() >= NARROWEST_GUTTER * height
        && Math.min(left.area().width(), right.area().width()) >= NARROWEST_BLOCK * height
        && Math.max(left.lines().count(), right.lines().count()) >= MORE_LINES
        && areSetAsBlocks(left, right, height);
  }

  private Block block(Area side, int usual) {
    Area area = ink.trimmed(side);
    InkLines lines = InkLines.of(ink, area);
    return new Block(area, lines, lines.typeHeight() == 0 ? usual : lines.typeHeight());
  }

  private boolean areSetAsBlocks(Block left, Block right, int height) {
    boolean leftDrawn = isDrawn(left, height);
    if (leftDrawn || isDrawn(right, height)) {
      return leftDrawn ? isBeside(right, left, height) : isBeside(left, right, height);
    }
    double tighter = evidence.inRows(left.area(), right.area()) ? TIGHT : USUAL;
    double other = tighter == TIGHT ? TIGHT : LOOSE;
    boolean near =
        left.isSet(other, SOME_LINES)
            && right.isSet(other, SOME_LINES)
            && (left.isSet(tighter, SOME_LINES) || right.isSet(tighter, SOME_LINES));
    return near && (tighter == USUAL || (hasNoCells(left, height) && hasNoCells(right, height)));
  }

  /**
   * Whether text stands beside a table with rules, or beside blocks that no white row goes through.
   */
  private boolean isBeside(Block text, Block drawn, int height) {
    boolean blocks = gutter(drawn.area(), height).isPresent();
    return (blocks || isTable(drawn, height))
        && !isDrawn(text, height)
        && text.isSet(LOOSE, MORE_LINES);
  }

  /** Whether something is drawn, if only a rule. */
  private boolean isDrawn(Block block, int height) {
    return drawn(block, height).findAny().isPresent();
  }

  /** Whether what is drawn are the rules of a table, or a ground of its own. */
  private boolean isTable(Block block, int height) {
    return drawn(block, height)
        .anyMatch(
            line ->
                IntStream.range(line.top(), Math.min(line.bottom(), line.top() + RULE_HEIGHT))
                    .anyMatch(row -> isCovered(block, row)));
  }

  /** Lines that are too low or too high for type. */
  private Stream<Area> drawn(Block block, int height) {
    return block.lines().lines().stream()
        .filter(
            line ->
                line.height() > HIGHEST_LINE * height
                    || (line.height() <= RULE_HEIGHT && isCovered(block, line.top())));
  }

  private boolean isCovered(Block block, int row) {
    return ink.inRow(block.area(), row) >= RULED * block.area().width();
  }

  /** Whether no white goes through its lines, or wide white through most, but between blocks. */
  private boolean hasNoCells(Block block, int height) {
    Area area = block.area();
    if (gutter(area, height).isPresent()) {
      return true;
    }
    List<Area> lines = block.lines().type();
    int wide = (int) (NARROWEST_GUTTER * height);
    return Gutter.widest(ink, area, area.left(), area.right()).width() < CELL_GAP * height
        && 2 * lines.stream().filter(line -> evidence.hasGap(line, wide)).count() < lines.size();
  }
}
