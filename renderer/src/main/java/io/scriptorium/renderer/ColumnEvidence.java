package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Tells columns of a page from those of a table, which have white between them too: a table's lines
 * do not fill their side or have gaps inside, unless the lines of one side stand where the other
 * has its white rows, over a good part of the page.
 */
final class ColumnEvidence {
  private static final int FEWEST_LINES = 4;

  /**
   * Of the page's width; wider where lines are few, since there are rivers in paragraphs, and where
   * not all is text, since it may be a table.
   */
  private static final double WIDER_GUTTER = 0.018;

  /** What share of a side's width a full line covers, and what share of the lines is full. */
  private static final double FULL = 0.6;

  private static final double MOST_LINES = 0.6;

  /** The part of the page's height that columns have at least whose lines are not all text. */
  private static final double LOWEST_COLUMN = 0.12;

  /**
   * White rows go through a whole table, and through both of what stands one below the other; those
   * of columns end at the other column. So both together have few lines.
   */
  private static final double MOST_COMMON = 0.95;

  /** Both together have so few only if they are columns, whatever else there is. */
  private static final double FEW_COMMON = 0.6;

  /** Lines of text beside something else, which may be one picture. */
  private static final int FEWEST_BESIDE = 8;

  /** Pictures and ruled tables have ink in this part of their rows, cells without rules in less. */
  private static final double SOLID = 0.75;

  /** Columns stand beside each other, but not line by line as the cells of a table do. */
  private static final double LEAST_BESIDE = 0.3;

  private static final double MOST_BESIDE = 0.86;

  /** How many of the lines of columns may stand beside a line of the other, by chance. */
  private static final double MOST_IN_ROWS = 0.7;

  /**
   * The same of columns of the whole page that are no text at all, such as tables on both sides,
   * how many lines each has at least, and the part of the page's height and width that both have.
   */
  private static final double FEW_IN_ROWS = 0.28;

  private static final int FEWEST_APART = 9;

  private static final double LOWEST_APART = 0.25;

  private static final double NARROWEST_APART = 0.55;

  /** How many rules of either side stand beside none of the other, if the sides are columns. */
  private static final int FEWEST_ALONE = 3;

  /** The part of the rows of two columns that look like cells of a table by chance. */
  private static final double MOST_CELLS = 0.7;

  private static final int FEWEST_CELLS = 3;

  /** The part of the lines of a column with much else in it that are running text. */
  private static final double SOME_LINES = 0.25;

  /** In heights of a line; what goes on for longer without a white row is no row of a table. */
  private static final int HIGHEST_ROW = 6;

  /** How far the middles of lines in a row are from each other at most. */
  private static final int NEAR = 1;

  /** How far cells of fewer lines stand off the middle of others, in heights of a line. */
  private static final double OFF_MIDDLE = 0.2;

  /** By how much the rows of a table may be askew, in heights of a line. */
  private static final double ASKEW = 0.25;

  /** Of the page's width; what is as wide and stands line by line may be the cells of a table. */
  private static final double NARROWEST_COLUMN = 0.15;

  private static final double NARROWEST_TEXT = 0.22;

  /** Rows between lines that touch but for their descenders. */
  private static final int CLOSE = 2;

  /** A gap inside a line that is wider than this many times its height is no space. */
  private static final double WIDEST_SPACE = 1.5;

  private final InkSums ink;

  ColumnEvidence(InkSums ink) {
    this.ink = ink;
  }

  /** Whether what a gutter parts are columns. */
  boolean areColumns(Area both, Gutter gutter) {
    boolean low = both.height() < LOWEST_COLUMN * ink.whole().height();
    boolean narrow = gutter.width() < WIDER_GUTTER * ink.whole().width();
    if (low && narrow) {
      return false;
    }
    Area left = gutter.left(both);
    Area right = gutter.right(both);
    int narrower = Math.min(ink.trimmed(left).width(), ink.trimmed(right).width());
    if (narrower < NARROWEST_COLUMN * ink.whole().width()) {
      return false;
    }
    if (isText(left) && isText(right)) {
      return narrower >= NARROWEST_TEXT * ink.whole().width();
    }
    if (areRuledApart(both, left, right)) {
      return true;
    }
    boolean areApart = isLarge(both) && rows(left, right).areApart();
    return (areApart || (!low && !narrow && areBeside(both, left, right)))
        && !haveCells(both, left, right);
  }

  /** Whether what a gutter parts looks like cells of a table, of which no part is columns then. */
  boolean areCells(Area both, Gutter gutter) {
    Area left = gutter.left(both);
    Area right = gutter.right(both);
    return !(isText(left) && isText(right))
        && !areRuledApart(both, left, right)
        && haveCells(both, left, right);
  }

  /** Whether an area is a good part of the page, as columns are that are no text. */
  private boolean isLarge(Area both) {
    return both.height() >= LOWEST_APART * ink.whole().height()
        && both.width() >= NARROWEST_APART * ink.whole().width();
  }

  /**
   * Whether both sides have rules from side to side where the other has none, as frames of tables
   * beside each other do. The rules of one table go through it or stand beside each other.
   */
  private boolean areRuledApart(Area both, Area left, Area right) {
    if (!isLarge(both)) {
      return false;
    }
    List<Integer> some = rules(ink.trimmed(left));
    List<Integer> others = rules(ink.trimmed(right));
    int most = mostAskew(left);
    return alone(some, others, most) >= FEWEST_ALONE && alone(others, some, most) >= FEWEST_ALONE;
  }

  /** How many of sorted rows have no other within so many. */
  private static long alone(List<Integer> rules, List<Integer> others, int most) {
    return rules.stream()
        .filter(
            rule -> {
              int at = Collections.binarySearch(others, rule - most);
              int next = at < 0 ? -at - 1 : at;
              return next == others.size() || others.get(next) > rule + most;
            })
        .count();
  }

  /** The first rows of what has ink from side to side. */
  private List<Integer> rules(Area side) {
    List<Integer> rules = new ArrayList<>();
    boolean before = false;
    for (int y = side.top(); y < side.bottom(); y++) {
      boolean ruled = ink.isRuled(side, y);
      if (ruled && !before) {
        rules.add(y);
      }
      before = ruled;
    }
    return rules;
  }

  /**
   * Whether lines of one side stand beside the middle or the first of several lines of the other,
   * between white rows that go through both, as the cells of a table do. Columns of text do so by
   * chance, with formulas or headings between.
   */
  private boolean haveCells(Area both, Area left, Area right) {
    if (hasText(left, SOME_LINES) && hasText(right, SOME_LINES)) {
      return false;
    }
    int rows = 0;
    int cells = 0;
    InkLines lines = InkLines.of(ink, both);
    int highest = HIGHEST_ROW * lines.typeHeight();
    for (Area row : lines.lines()) {
      List<Area> some = type(left, row);
      List<Area> others = type(right, row);
      if (row.height() <= highest
          && !some.isEmpty()
          && !others.isEmpty()
          && some.size() != others.size()) {
        rows++;
        cells += areLevel(some, others) ? 1 : 0;
      }
    }
    return cells >= FEWEST_CELLS && cells > MOST_CELLS * rows;
  }

  /** The lines of type of a side in some rows. */
  private List<Area> type(Area side, Area rows) {
    Area part = new Area(side.left(), rows.top(), side.right(), rows.bottom());
    return InkLines.of(ink, ink.trimmed(part)).type();
  }

  /** Whether lines of both sides begin at the same height, or have the same middle. */
  private static boolean areLevel(List<Area> some, List<Area> others) {
    int top = some.get(0).top() - others.get(0).top();
    int bottom = some.get(some.size() - 1).bottom() - others.get(others.size() - 1).bottom();
    int most = Math.max(NEAR, (int) Math.rint(OFF_MIDDLE * some.get(0).height()));
    return Math.abs(top) <= NEAR || Math.abs(top + bottom) <= 2 * most;
  }

  private boolean areBeside(Area both, Area left, Area right) {
    int together = lines(both, CLOSE);
    if (isTextBeside(left, right, together) || isTextBeside(right, left, together)) {
      return true;
    }
    int fewer = Math.min(lines(left, 0), lines(right, 0));
    int clear = Math.min(lines(left, CLOSE), lines(right, CLOSE));
    if (fewer < FEWEST_LINES || together > MOST_COMMON * clear) {
      return false;
    }
    double common = common(left, right);
    return (common > LEAST_BESIDE && common < MOST_BESIDE)
        || (together <= FEW_COMMON * clear && !inRows(left, right));
  }

  /** Whether a side is text whose white rows end at pictures or ruled tables on the other side. */
  private boolean isTextBeside(Area side, Area other, int together) {
    int lines = lines(side, CLOSE);
    return lines >= FEWEST_BESIDE
        && together <= FEW_COMMON * lines
        && inkedRows(other) >= SOLID * other.height()
        && isText(side);
  }

  /** Whether the lines of both sides are the same, as a table's rows. */
  boolean isTable(Area both, Gutter gutter) {
    Area left = gutter.left(both);
    Area right = gutter.right(both);
    int more = Math.max(lines(left, CLOSE), lines(right, CLOSE));
    return lines(both, CLOSE) > MOST_COMMON * more || inRows(left, right);
  }

  /** Whether most lines of type of the side that has fewer stand beside one of the other side. */
  boolean inRows(Area left, Area right) {
    Rows rows = rows(left, right);
    return rows.lines() > 0 && rows.beside() >= MOST_IN_ROWS * rows.lines();
  }

  /**
   * Lines of type of the side that has fewer.
   *
   * @param beside how many of them stand beside one of the other side
   */
  private record Rows(int lines, int beside) {
    boolean areApart() {
      return lines >= FEWEST_APART && beside <= FEW_IN_ROWS * lines;
    }
  }

  private Rows rows(Area left, Area right) {
    List<Area> some = InkLines.of(ink, ink.trimmed(left)).type();
    List<Area> others = InkLines.of(ink, ink.trimmed(right)).type();
    List<Area> fewer = some.size() < others.size() ? some : others;
    List<Area> more = some.size() < others.size() ? others : some;
    int most = mostAskew(left);
    int best = 0;
    for (int shift = -most; shift <= most; shift++) {
      int by = shift;
      best = (int) Math.max(best, fewer.stream().filter(line -> hasBeside(more, line, by)).count());
    }
    return new Rows(fewer.size(), best);
  }

  /** By how many rows the rows of a table may be askew. */
  private int mostAskew(Area left) {
    return Math.max(1, (int) (ASKEW * InkLines.of(ink, left).typeHeight()));
  }

  private static boolean hasBeside(List<Area> lines, Area line, int shift) {
    return lines.stream()
        .anyMatch(
            other ->
                Math.abs(other.top() + other.bottom() - line.top() - line.bottom() - 2 * shift)
                    <= 2 * NEAR);
  }

  /** How many of the inked rows of the emptier side are inked on the other, about as high. */
  private double common(Area left, Area right) {
    int most = mostAskew(left);
    int inked = Math.min(inkedRows(left), inkedRows(right));
    int best = 0;
    for (int shift = -most; shift <= most; shift++) {
      int common = 0;
      for (int y = left.top() + most; y < left.bottom() - most; y++) {
        common += isInked(left, y) && isInked(right, y + shift) ? 1 : 0;
      }
      best = Math.max(best, common);
    }
    return inked == 0 ? 0 : (double) best / inked;
  }

  /** Whether a row is inked or next to one that is. */
  private boolean isInked(Area area, int y) {
    int top = Math.max(area.top(), y - 1);
    int bottom = Math.min(area.bottom(), y + 2);
    return ink.in(new Area(area.left(), top, area.right(), bottom)) > InkLines.DUST;
  }

  private int inkedRows(Area area) {
    int rows = 0;
    for (int y = area.top(); y < area.bottom(); y++) {
      rows += isInked(area, y) ? 1 : 0;
    }
    return rows;
  }

  /** Lines with more white rows between them than so many. */
  private int lines(Area area, int close) {
    InkLines lines = InkLines.of(ink, ink.trimmed(area));
    int apart = Math.min(1, lines.count());
    for (int i = 1; i < lines.count(); i++) {
      apart += lines.gapAbove(i) > close ? 1 : 0;
    }
    return apart;
  }

  private boolean isText(Area side) {
    return hasText(side, MOST_LINES);
  }

  /** Whether such a part of the lines of a side is as wide as it and has spaces alone. */
  private boolean hasText(Area side, double part) {
    Area area = ink.trimmed(side);
    List<Area> lines = InkLines.of(ink, area).type();
    int full = 0;
    for (Area line : lines) {
      boolean fills = line.width() >= FULL * area.width();
      full += fills && !hasGap(line, (int) (WIDEST_SPACE * line.height())) ? 1 : 0;
    }
    return lines.size() >= FEWEST_LINES && full >= part * lines.size();
  }

  private boolean hasGap(Area line, int widest) {
    int since = line.left();
    for (int x = line.left(); x < line.right(); x++) {
      if (ink.inColumn(line, x) > 0) {
        since = x + 1;
      } else if (x - since >= widest) {
        return true;
      }
    }
    return false;
  }
}
