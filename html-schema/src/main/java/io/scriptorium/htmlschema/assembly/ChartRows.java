package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out the rows of a chart's data that come three times or more, but for the first of each: a
 * small model that loses its place in a chart goes round. What comes twice may be true, as the
 * initials of two days.
 */
public final class ChartRows {
  private static final int ROUND = 3;

  private ChartRows() {}

  /** The page with those rows once; charts with cells over several rows as they are. */
  public static Page in(Page page) {
    return new Page(page.size(), page.blocks().stream().map(ChartRows::once).toList());
  }

  private static Block once(Block block) {
    if (!(block instanceof Chart chart)
        || chart.data().rows().stream().anyMatch(ChartRows::spans)) {
      return block;
    }
    Map<List<Cell>, Integer> counts = new HashMap<>();
    chart.data().rows().forEach(row -> counts.merge(row, 1, Integer::sum));
    Set<List<Cell>> seen = new HashSet<>();
    List<List<Cell>> rows =
        chart.data().rows().stream()
            .filter(row -> counts.get(row) < ROUND || seen.add(row))
            .toList();
    return rows.size() == chart.data().rows().size()
        ? chart
        : new Chart(chart.box(), new Grid(rows), chart.marks());
  }

  private static boolean spans(List<Cell> row) {
    return row.stream().anyMatch(cell -> cell.rowspan() > 1);
  }
}
