package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of a page and gives its areas in reading order: the longest run of lines that
 * are in columns for certain, and the lines above and below that the same white parts; then what
 * else stands side by side.
 */
final class TextColumns {
  private static final double NARROWEST_SIDE = 0.25;

  /** Of the page's width. */
  private static final double NARROWEST_GUTTER = 0.012;

  /** Of the height of type; in a typewriter's lines spaces stand one below the other by chance. */
  private static final double WIDEST_SPACE = 0.9;

  /** The part of the page's height of lines that go on in columns; fewer are a header or footer. */
  private static final double LOWEST_END = 0.04;

  private final InkSums ink;
  private final ColumnEvidence evidence;
  private final FormFields fields;
  private final SideBySide sideBySide;

  /** Lines of an area, from one to another, which is exclusive. */
  private record Run(Area area, InkLines lines, int from, int to) {
    Area rows() {
      return lines.rows(area, from, to);
    }

    boolean isEmpty() {
      return from >= to;
    }
  }

  private TextColumns(InkMap map, InkSums ink) {
    this.ink = ink;
    this.evidence = new ColumnEvidence(ink);
    this.fields = new FormFields(map, ink);
    this.sideBySide = new SideBySide(ink, evidence);
  }

  /**
   * Areas of one column or block each, in reading order; nothing with ink lies outside of them but
   * rules between columns.
   *
   * @param ink the map's, without what JPEG leaves around type
   */
  static List<FormFields.Part> of(InkMap map, InkSums ink, Area page) {
    List<FormFields.Part> found = new ArrayList<>();
    new TextColumns(map, ink).split(ink.trimmed(page), found);
    return found;
  }

  private void split(Area area, List<FormFields.Part> found) {
    InkLines lines = InkLines.of(ink, area);
    int from = 0;
    int single = 0;
    while (from < lines.count()) {
      // The longest run of lines that stands in two columns.
      int to = lines.count();
      Run run = new Run(area, lines, from, to);
      Gutter gutter = gutter(run.rows());
      while (gutter == null && to > from + 1) {
        to--;
        run = new Run(area, lines, from, to);
        gutter = gutter(run.rows());
      }
      if (gutter == null) {
        from++;
        continue;
      }
      run = new Run(area, lines, first(run, single, gutter), last(run, gutter));
      if (evidence.areCells(run.rows(), gutter)) {
        from++;
        continue;
      }
      gutter = Gutter.widest(ink, run.rows(), gutter.from(), gutter.to());
      add(new Run(area, lines, single, run.from()), found);
      split(ink.trimmed(gutter.left(run.rows())), found);
      split(ink.trimmed(gutter.right(run.rows())), found);
      from = run.to();
      single = from;
    }
    add(new Run(area, lines, single, lines.count()), found);
  }

  private void add(Run run, List<FormFields.Part> found) {
    if (!run.isEmpty()) {
      for (FormFields.Part part : fields.parted(ink.trimmed(run.rows()))) {
        if (part.isField()) {
          found.add(part);
        } else {
          sideBySide.parted(part.area()).forEach(block -> found.add(part.with(block)));
        }
      }
    }
  }

  /** What is between two columns; null if there are none. */
  private @Nullable Gutter gutter(Area whole) {
    Area area = ink.trimmed(whole);
    int side = (int) (NARROWEST_SIDE * area.width());
    Gutter widest = Gutter.widest(ink, area, area.left() + side, area.right() - side);
    return widest.width() >= leastWidth()
            && widest.width() >= WIDEST_SPACE * InkLines.of(ink, area).typeHeight()
            && evidence.areColumns(area, widest)
        ? widest
        : null;
  }

  private int leastWidth() {
    return Math.max(3, (int) (NARROWEST_GUTTER * ink.whole().width()));
  }

  /** The first line that stands in the columns of a run, of those from a line on. */
  private int first(Run run, int single, Gutter gutter) {
    int first = run.from();
    while (first > single && isParted(before(run, first - 1), gutter)) {
      first--;
    }
    InkLines lines = run.lines();
    while (first < run.from()
        && (!gutter.parts(lines.get(first))
            || lines.gapAbove(first + 1) > lines.get(first).height())) {
      first++;
    }
    return goOn(before(run, first), gutter) ? first : run.from();
  }

  /** The line after the last one that stands in the columns of a run. */
  private int last(Run run, Gutter gutter) {
    InkLines lines = run.lines();
    int last = run.to();
    while (last < lines.count() && isParted(after(run, last + 1), gutter)) {
      last++;
    }
    while (last > run.to() && lines.gapAbove(last - 1) > lines.get(last - 1).height()) {
      last--;
    }
    return goOn(after(run, last), gutter) ? last : run.to();
  }

  private static Run before(Run run, int first) {
    return new Run(run.area(), run.lines(), first, run.from());
  }

  private static Run after(Run run, int last) {
    return new Run(run.area(), run.lines(), run.to(), last);
  }

  private boolean isParted(Run run, Gutter gutter) {
    return Gutter.widest(ink, run.rows(), gutter.from(), gutter.to()).width() >= leastWidth();
  }

  /** Whether columns go on in lines above or below. */
  private boolean goOn(Run end, Gutter gutter) {
    return !end.isEmpty()
        && end.rows().height() >= LOWEST_END * ink.whole().height()
        && !evidence.isTable(end.rows(), gutter);
  }
}
