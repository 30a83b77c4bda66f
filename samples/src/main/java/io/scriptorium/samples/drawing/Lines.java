package io.scriptorium.samples.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Breaks a paragraph where all its lines together look best. */
public final class Lines {
  private static final double HYPHEN_COST = 0.35;

  private final List<Fragment> fragments;
  private final double[] widths;
  private final double measure;
  private final double indent;
  private final boolean justified;
  private final double space;

  private Lines(
      List<Fragment> fragments, TextStyle style, double measure, double indent, boolean justified) {
    this.fragments = fragments;
    this.widths = fragments.stream().mapToDouble(Fragment::width).toArray();
    this.measure = measure;
    this.indent = indent;
    this.justified = justified;
    this.space = style.width(" ");
  }

  public static List<SetLine> of(String marked, TextStyle style, double measure, Align align) {
    return of(Fragment.of(marked, style), style, measure, 0, align);
  }

  /**
   * @param style whose spaces part the fragments
   * @param indent points by which the first line is shorter
   */
  public static List<SetLine> of(
      List<Fragment> fragments, TextStyle style, double measure, double indent, Align align) {
    boolean justified = align == Align.JUSTIFIED;
    return new Lines(fragments, style, measure, indent, justified).lines();
  }

  private List<SetLine> lines() {
    int n = fragments.size();
    double[] best = new double[n + 1];
    int[] start = new int[n + 1];
    Arrays.fill(best, 1, n + 1, Double.POSITIVE_INFINITY);
    for (int end = 1; end <= n; end++) {
      double width = 0;
      int spaces = 0;
      for (int from = end - 1; from >= 0; from--) {
        width += widths[from];
        if (from + 1 < end && !fragments.get(from).hyphenated()) {
          width += space;
          spaces++;
        }
        double cost = cost(from, end, width, spaces);
        if (cost == Double.POSITIVE_INFINITY) {
          // With more words the line would only be longer still.
          break;
        }
        double total = best[from] + cost;
        if (total < best[end]) {
          best[end] = total;
          start[end] = from;
        }
      }
    }
    if (best[n] == Double.POSITIVE_INFINITY) {
      throw new NoRoomException("a word is wider than the line (" + measure + " points)");
    }
    Deque<SetLine> lines = new ArrayDeque<>();
    for (int end = n; end > 0; end = start[end]) {
      SetLine line = line(start[end], end);
      lines.addFirst(
          justified && end < n
              ? line.justified(start[end] == 0 ? measure - indent : measure)
              : line);
    }
    return List.copyOf(lines);
  }

  /**
   * @param content width of the fragments and of the spaces between them
   */
  private double cost(int from, int end, double content, int spaces) {
    Fragment last = fragments.get(end - 1);
    double width = content + (last.hyphenated() ? last.lastStyle().width("-") : 0);
    double room = from == 0 ? measure - indent : measure;
    double slack = room - width;
    boolean ends = end == fragments.size();
    double tightest = justified && !ends ? -0.2 * space * spaces : 0;
    if (slack < tightest) {
      return Double.POSITIVE_INFINITY;
    }
    if (ends) {
      return 0;
    }
    double stretch = justified ? slack / (space * Math.max(spaces, 0.2)) : 4 * slack / measure;
    return 0.05 + stretch * stretch + (last.hyphenated() ? HYPHEN_COST : 0);
  }

  private SetLine line(int from, int end) {
    List<Run> runs = new ArrayList<>();
    for (int i = from; i < end; i++) {
      Fragment fragment = fragments.get(i);
      fragment.runs().forEach(run -> append(runs, run));
      boolean last = i + 1 == end;
      if (fragment.hyphenated() && last) {
        append(runs, new Run(fragment.lastStyle(), "-"));
      } else if (!fragment.hyphenated() && !last) {
        append(runs, new Run(fragment.lastStyle(), " "));
      }
    }
    return new SetLine(runs);
  }

  private static void append(List<Run> runs, Run run) {
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).style().equals(run.style())) {
      runs.set(last, new Run(run.style(), runs.get(last).text() + run.text()));
    } else {
      runs.add(run);
    }
  }
}
