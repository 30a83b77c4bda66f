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
  private final boolean justified;
  private final double space;

  private Lines(List<Fragment> fragments, TextStyle style, double measure, boolean justified) {
    this.fragments = fragments;
    this.widths = fragments.stream().mapToDouble(Fragment::width).toArray();
    this.measure = measure;
    this.justified = justified;
    this.space = style.width(" ");
  }

  public static List<SetLine> of(String marked, TextStyle style, double measure, Align align) {
    boolean justified = align == Align.JUSTIFIED;
    return new Lines(Fragment.of(marked, style), style, measure, justified).lines();
  }

  private List<SetLine> lines() {
    int n = fragments.size();
    double[] cost = new double[n + 1];
    int[] start = new int[n + 1];
    Arrays.fill(cost, 1, n + 1, Double.POSITIVE_INFINITY);
    for (int end = 1; end <= n; end++) {
      for (int from = end - 1; from >= 0; from--) {
        double total = cost[from] + cost(from, end);
        if (total < cost[end]) {
          cost[end] = total;
          start[end] = from;
        }
      }
    }
    if (cost[n] == Double.POSITIVE_INFINITY) {
      throw new NoRoomException("a word is wider than the line (" + measure + " points)");
    }
    Deque<SetLine> lines = new ArrayDeque<>();
    for (int end = n; end > 0; end = start[end]) {
      SetLine line = line(start[end], end);
      lines.addFirst(justified && end < n ? line.justified(measure) : line);
    }
    return List.copyOf(lines);
  }

  private double cost(int from, int end) {
    double width = 0;
    int spaces = 0;
    for (int i = from; i < end; i++) {
      width += widths[i];
      if (i + 1 < end && !fragments.get(i).hyphenated()) {
        width += space;
        spaces++;
      }
    }
    Fragment last = fragments.get(end - 1);
    width += last.hyphenated() ? last.lastStyle().width("-") : 0;
    double slack = measure - width;
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
