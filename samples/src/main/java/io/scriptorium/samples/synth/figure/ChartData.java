package io.scriptorium.samples.synth.figure;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chart shows.
 *
 * @param categoryTitle empty if it is not printed
 * @param valueTitle empty if it is not printed
 */
record ChartData(
    String categoryTitle, String valueTitle, List<String> categories, List<Series> series) {
  /**
   * @param name as in the legend; empty if there is none
   * @param printed the values as they are, or would be, printed
   */
  record Series(String name, List<Double> values, List<String> printed) {
    Series {
      values = List.copyOf(values);
      printed = List.copyOf(printed);
    }
  }

  ChartData {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    int count = categories.size();
    if (series.stream().anyMatch(s -> s.values().size() != count)) {
      throw new IllegalArgumentException("not all series have " + count + " values");
    }
  }

  /** The table of what can be read off: names only where the picture says them. */
  Grid read() {
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> header = new ArrayList<>();
    header.add(cell(categoryTitle, true));
    for (Series one : series) {
      header.add(cell(one.name().isEmpty() ? valueTitle : one.name(), true));
    }
    if (header.stream().anyMatch(cell -> !cell.text().isEmpty())) {
      rows.add(header);
    }
    for (int i = 0; i < categories.size(); i++) {
      List<Cell> row = new ArrayList<>();
      row.add(cell(categories.get(i), true));
      for (Series one : series) {
        row.add(cell(one.printed().get(i), false));
      }
      rows.add(row);
    }
    return new Grid(rows);
  }

  private static Cell cell(String text, boolean header) {
    return new Cell(text, 1, 1, header);
  }
}
