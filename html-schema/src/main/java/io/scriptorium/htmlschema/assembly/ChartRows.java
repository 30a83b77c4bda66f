package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Leaves out the rows of a chart's data that say once more what a row before them says: a chart
 * shows each of its points once, and a small model that loses its place in one goes round.
 */
public final class ChartRows {
  private ChartRows() {}

  /** The page with each row of its charts once; charts with cells over several rows as they are. */
  public static Page in(Page page) {
    return new Page(page.size(), page.blocks().stream().map(ChartRows::once).toList());
  }

  private static Block once(Block block) {
    if (!(block instanceof Chart chart)
        || chart.data().rows().stream().anyMatch(ChartRows::spans)) {
      return block;
    }
    List<List<Cell>> rows = List.copyOf(new LinkedHashSet<>(chart.data().rows()));
    return rows.size() == chart.data().rows().size()
        ? chart
        : new Chart(chart.box(), new Grid(rows), chart.marks());
  }

  private static boolean spans(List<Cell> row) {
    return row.stream().anyMatch(cell -> cell.rowspan() > 1);
  }
}
