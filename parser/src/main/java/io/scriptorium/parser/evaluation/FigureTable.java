package io.scriptorium.parser.evaluation;

import io.scriptorium.parser.evaluation.Evaluation.Groups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The main figures as a table of plain text. */
final class FigureTable {
  private static final int MAX_NAME = 20;
  private static final Map<String, Metric> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("CER", Metric.CER);
    COLUMNS.put("edit", Metric.EDIT_DISTANCE);
    COLUMNS.put("F1@.5", Metric.F1_50);
    COLUMNS.put("F1@.75", Metric.F1_75);
    COLUMNS.put("TEDS", Metric.TEDS);
    COLUMNS.put("TEDS-S", Metric.TEDS_STRUCTURE);
    COLUMNS.put("formula", Metric.FORMULAS);
    COLUMNS.put("key-val", Metric.KEY_VALUES);
    COLUMNS.put("valid", Metric.VALID);
    COLUMNS.put("cut", Metric.TRUNCATED);
  }

  private FigureTable() {}

  static List<String> lines(Groups groups) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(name("kind")).append("  pages");
    COLUMNS.keySet().forEach(title -> head.append(cell(title)));
    lines.add(head.toString());
    groups.kinds().forEach((kind, scores) -> lines.add(line(kind, scores)));
    if (groups.kinds().size() > 1) {
      lines.add(line("all", groups.all()));
    }
    return lines;
  }

  private static String line(String name, Scores scores) {
    StringBuilder line = new StringBuilder(name(name));
    line.append(String.format(Locale.ROOT, "%7d", scores.pages()));
    COLUMNS.values().forEach(metric -> line.append(cell(figure(metric.of(scores)))));
    return line.toString();
  }

  private static String name(String name) {
    String cut = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    return String.format(Locale.ROOT, "%-12s", cut);
  }

  private static String cell(String text) {
    return String.format(Locale.ROOT, "%9s", text);
  }

  private static String figure(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "-";
  }
}
