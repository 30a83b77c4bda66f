package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts fields of a form that stand side by side: each has a frame or a line of its own, so rules
 * end at the white between them and begin again behind it, at the same height. Those of a table go
 * through. What stands close above and below the rules belongs to the fields, as labels do. Safe
 * for use by several threads.
 */
final class FormFields {
  /** How long a rule is at least, in heights of a line of type, as all lengths here. */
  private static final double SHORTEST_RULE = 4;

  /** The white between two rules; wider gaps are in faint rules, too. */
  private static final double NARROWEST_GUTTER = 0.4;

  private static final double WIDEST_GUTTER = 4;

  /** How far behind the start of its rule what is printed of a field begins; heads are centred. */
  private static final double INDENT = 0.8;

  /** How far before it a label ends that stands beside it. */
  private static final double BEFORE = 1.5;

  /** The white between a rule and a line of type that belongs to it. */
  private static final double CLOSE = 1.2;

  /** The white to a line that certainly does, as what was written on a rule. */
  private static final double TOUCHING = 0.5;

  /** Lines of type above and below the rules. */
  private static final int MOST_LINES = 2;

  /** Pixels of the ink map for the side of a frame. */
  private static final int SIDE = 2;

  private static final int LEAST_INK = 3;

  /** From the upper side of a frame to the lower one. */
  private static final int HIGHEST_FRAME = 5;

  /** Less ink than that part of a low line's width is no rule. */
  private static final double SPARSE = 0.3;

  /** Rows of pixels in which rules side by side are: a line that is a little askew changes rows. */
  private static final int[] SPREADS = {1, 3};

  /**
   * What is at least this part as strong as rules, between them, is no white: they are one edge.
   */
  private static final double AS_STRONG = 0.25;

  private final InkMap map;
  private final InkSums ink;

  /**
   * Finds the fields of a page.
   *
   * @param ink the map's, without what JPEG leaves around type
   */
  FormFields(InkMap map, InkSums ink) {
    this.map = map;
    this.ink = ink;
  }

  /** A part of an area, and whether it is a field beside another. */
  record Part(Area area, boolean isField) {
    /** The same of another area. */
    Part with(Area other) {
      return new Part(other, isField);
    }
  }

  /** The columns of pixels from one to another, which is exclusive. */
  private record Rule(int left, int right) {
    /** Whether it begins or ends where another one does. */
    boolean isAligned(Rule other, int most) {
      return Math.abs(left - other.left) <= most || Math.abs(right - other.right) <= most;
    }
  }

  /**
   * Rules that begin at a row of pixels, and the white behind each but the last.
   *
   * @param lower where the lower sides begin if these are the upper ones of frames, else -1
   */
  private record Side(int y, List<Rule> rules, List<Gutter> gutters, int lower) {}

  /** Lines that have fields side by side, and the columns of pixels in which these are parted. */
  private record Row(int from, int to, List<Integer> cuts) {}

  /** The parts of an area in reading order; itself alone if there are no fields side by side. */
  List<Part> parted(Area area) {
    InkLines all = InkLines.of(ink, area);
    InkLines lines = withoutDust(all);
    int height = lines.typeHeight();
    if (height == 0) {
      return List.of(new Part(area, false));
    }
    InkLines dusty = withDust(lines, all);
    List<Part> parts = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < lines.count(); i++) {
      Row row = row(area, lines, i, done, height);
      if (!row.cuts().isEmpty()) {
        add(area, dusty, done, row.from(), parts);
        fields(dusty.rows(area, row.from(), row.to()), row.cuts(), parts);
        done = row.to();
        i = done - 1;
      }
    }
    add(area, dusty, done, lines.count(), parts);
    return parts;
  }

  /** The lines with the dust below each of them, and the first one with that above it. */
  private static InkLines withDust(InkLines lines, InkLines all) {
    List<Area> dusty = new ArrayList<>(lines.lines());
    int line = 0;
    for (Area one : all.lines()) {
      while (line + 1 < dusty.size() && lines.get(line + 1).top() <= one.top()) {
        line++;
      }
      dusty.set(line, dusty.get(line).with(one));
    }
    return new InkLines(dusty);
  }

  private InkLines withoutDust(InkLines lines) {
    return new InkLines(lines.lines().stream().filter(line -> !isDust(line)).toList());
  }

  private boolean isDust(Area line) {
    return line.height() < InkLines.LOWEST_TYPE && ink.in(line) < SPARSE * line.width();
  }

  private void add(Area area, InkLines lines, int from, int to, List<Part> parts) {
    if (from < to) {
      boolean all = from == 0 && to == lines.count();
      parts.add(new Part(all ? area : ink.trimmed(lines.rows(area, from, to)), false));
    }
  }

  private void fields(Area rows, List<Integer> cuts, List<Part> parts) {
    int left = rows.left();
    for (int i = 0; i <= cuts.size(); i++) {
      int right = i < cuts.size() ? cuts.get(i) : rows.right();
      parts.add(new Part(ink.trimmed(new Area(left, rows.top(), right, rows.bottom())), true));
      left = right;
    }
  }

  /** The most fields of which a line has the rules; without cuts if it has none. */
  private Row row(Area area, InkLines lines, int rules, int first, int height) {
    Area line = lines.rows(area, rules, rules + 1);
    Row most = new Row(rules, rules + 1, List.of());
    for (int y = line.top(); y < line.bottom(); y++) {
      for (int spread : SPREADS) {
        List<Rule> found = rules(line, y, spread, (int) (SHORTEST_RULE * height));
        List<Gutter> gutters = gutters(line, found, height);
        Area rows = new Area(line.left(), Math.max(0, y - SIDE), line.right(), y + spread + SIDE);
        if (gutters.size() > most.cuts().size() && endAtEach(rows, found, gutters)) {
          Side side = new Side(y, found, gutters, lowerSide(line, y, found, height));
          Row row = row(area, lines, rules, first, height, side);
          boolean areFields = areOfFields(lines.rows(area, row.from(), row.to()), side, height);
          most = areFields ? row : most;
        }
      }
    }
    return most;
  }

  private Row row(Area area, InkLines lines, int rules, int first, int height, Side side) {
    List<Gutter> gutters = side.gutters();
    int lower = side.lower();
    boolean framed = lower >= 0 || lines.get(rules).height() >= 2 * height;
    int from = rules;
    while (from > first
        && rules - from < MOST_LINES
        && ((from == rules && !framed)
            || isAtEach(side.rules(), lines.rows(area, from - 1, from), height))
        && isOf(lines, from - 1, from, from - 2, height)
        && areWhite(lines.rows(area, from - 1, rules + 1), gutters, height)) {
      from--;
    }
    int to = rules + 1;
    while (to < lines.count()
        && (lower >= 0
            ? lines.get(to).top() <= lower
            : to - rules <= MOST_LINES && isOf(lines, to, to - 1, to + 1, height))
        && areWhite(lines.rows(area, from, to + 1), gutters, height)) {
      to++;
    }
    Area rows = lines.rows(area, from, to);
    return new Row(
        from,
        to,
        gutters.stream()
            .map(gutter -> Gutter.widestWhite(ink, rows, gutter.from(), gutter.to()))
            .map(gutter -> (gutter.from() + gutter.to()) / 2)
            .toList());
  }

  /**
   * The row of pixels of the lower sides of frames, if rules at a row are the upper ones: others
   * begin or end below them. Close above lines to write on there is what was written or a label, or
   * there are labels close below the next ones. -1 if there is none.
   */
  private int lowerSide(Area line, int upper, List<Rule> rules, int height) {
    int above = Math.max(0, upper - (int) (TOUCHING * height));
    Area written = new Area(line.left(), above, line.right(), upper);
    if (rules.stream().anyMatch(rule -> isPrinted(written, rule.left(), rule.right()))) {
      return -1;
    }
    int lowest = Math.min(upper + HIGHEST_FRAME * height, ink.whole().bottom());
    Area below = new Area(line.left(), upper, line.right(), lowest);
    for (int y = upper + height; y < lowest; y++) {
      List<Rule> lower = rules(below, y, SPREADS[1], (int) (SHORTEST_RULE * height));
      if (areBelow(lower, rules, (int) (NARROWEST_GUTTER * height))) {
        int bottom = Math.min(y + height, ink.whole().bottom());
        Area labels = new Area(line.left(), y + SPREADS[1], line.right(), bottom);
        return isAtEach(rules, labels, height) ? -1 : y;
      }
    }
    return -1;
  }

  /** Whether rules are aligned with as many others, with white between them at the same place. */
  private static boolean areBelow(List<Rule> lower, List<Rule> upper, int most) {
    boolean same = lower.size() == upper.size();
    int left = -1;
    for (int i = 0; same && i < lower.size(); i++) {
      Rule one = lower.get(i);
      Rule other = upper.get(i);
      same = one.isAligned(other, most) && Math.min(one.left(), other.left()) > left;
      left = Math.max(one.right(), other.right());
    }
    return same;
  }

  /** Whether there is something at the start of each rule, as labels are, and no title is. */
  private boolean isAtEach(List<Rule> rules, Area line, int height) {
    return rules.stream()
        .mapToInt(Rule::left)
        .allMatch(left -> isPrinted(line, left, left + (int) (INDENT * height)));
  }

  /** Whether a line of type is close to the line beside it, and nearer than to the one behind. */
  private static boolean isOf(InkLines lines, int line, int beside, int behind, int height) {
    int gap = lines.gapAbove(Math.max(line, beside));
    boolean isType = lines.get(line).height() <= 2 * height;
    return isType
        && gap <= CLOSE * height
        && (gap <= TOUCHING * height
            || behind < 0
            || behind == lines.count()
            || gap < lines.gapAbove(Math.max(line, behind)));
  }

  private boolean areWhite(Area rows, List<Gutter> gutters, int height) {
    return gutters.stream()
        .allMatch(
            gutter ->
                Gutter.widestWhite(ink, rows, gutter.from(), gutter.to()).width()
                    >= NARROWEST_GUTTER * height);
  }

  /**
   * The rules side by side in some rows of pixels; none if there is anything shorter but the side
   * of a frame.
   */
  private List<Rule> rules(Area line, int y, int spread, int length) {
    Area row = new Area(line.left(), y, line.right(), Math.min(y + spread, line.bottom()));
    List<Rule> found = new ArrayList<>();
    int left = -1;
    for (int x = line.left(); x <= line.right(); x++) {
      boolean inked = x < line.right() && ink.inColumn(row, x) > 0;
      if (inked && left < 0) {
        left = x;
      } else if (!inked && left >= 0) {
        int width = x - left;
        if (width > SIDE && width < length) {
          return List.of();
        }
        if (width >= length) {
          found.add(new Rule(left, x));
        }
        left = -1;
      }
    }
    return found;
  }

  /** The white behind each rule but the last; nothing if there is none behind one of them. */
  private List<Gutter> gutters(Area line, List<Rule> rules, int height) {
    List<Gutter> found = new ArrayList<>();
    for (int i = 0; i + 1 < rules.size(); i++) {
      int from = rules.get(i).right();
      // The side of a frame that is a little askew.
      for (int side = 0; side < SIDE && ink.inColumn(line, from) > 0; side++) {
        from++;
      }
      int to = from;
      while (to < rules.get(i + 1).left() && ink.inColumn(line, to) == 0) {
        to++;
      }
      boolean isGutter =
          to - from >= NARROWEST_GUTTER * height && to - from <= WIDEST_GUTTER * height;
      if (!isGutter) {
        return List.of();
      }
      found.add(new Gutter(from, to));
    }
    return found;
  }

  /**
   * Whether rules end at each gutter. The edge of a pale ground goes on, but what is near type is
   * taken for a wave.
   */
  private boolean endAtEach(Area rows, List<Rule> rules, List<Gutter> gutters) {
    double strength =
        rules.stream()
            .mapToDouble(
                rule ->
                    IntStream.range(rule.left(), rule.right())
                        .map(x -> strongest(rows, x))
                        .average()
                        .orElse(0))
            .max()
            .orElse(0);
    return gutters.stream()
        .allMatch(
            gutter ->
                2
                        * IntStream.range(gutter.from(), gutter.to())
                            .filter(x -> strongest(rows, x) >= AS_STRONG * strength)
                            .count()
                    < gutter.to() - gutter.from());
  }

  /** Of a column in some rows, also what is taken for a wave. */
  private int strongest(Area rows, int x) {
    return IntStream.range(rows.top(), Math.min(rows.bottom(), map.height()))
        .map(y -> map.strength(y * map.width() + x))
        .max()
        .orElse(0);
  }

  /**
   * Whether something is printed where each rule begins, or just before it, and above one of them
   * unless they are the upper sides of frames: heads of columns stand above the middle of theirs.
   */
  private boolean areOfFields(Area rows, Side side, int height) {
    boolean above = side.lower() >= 0;
    for (int i = 0; i < side.rules().size(); i++) {
      Rule rule = side.rules().get(i);
      int inside = rule.left() + SIDE;
      int end = inside + (int) (INDENT * height);
      int before = Math.max(rule.left() - (int) (BEFORE * height), rows.left());
      int from = i == 0 ? before : Math.max(before, side.gutters().get(i - 1).to());
      boolean labelled = isPrinted(rows, from, rule.left() - 1);
      if (!labelled && !isPrinted(rows, inside, end)) {
        return false;
      }
      Area over = new Area(rows.left(), rows.top(), rows.right(), side.y());
      above |= labelled || isPrinted(over, inside, end);
    }
    return above;
  }

  /** Whether there is ink that is no rule. */
  private boolean isPrinted(Area rows, int left, int right) {
    Area beside =
        new Area(
            Math.max(rows.left(), left), rows.top(), Math.min(rows.right(), right), rows.bottom());
    int found = 0;
    for (int y = beside.top(); y < beside.bottom() && beside.width() > 0; y++) {
      int inked = ink.inRow(beside, y);
      found += inked < beside.width() ? inked : 0;
    }
    return found >= LEAST_INK;
  }
}
