package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The rows of a table as they stand in an answer, made into a grid.
 *
 * @param others what stood in the table beside its rows
 */
record TableReader(Grid grid, List<Element> others) {
  private static final Set<String> GROUPS = Set.of("thead", "tbody", "tfoot");
  private static final Set<String> SPANS = Set.of("colspan", "rowspan");

  static TableReader read(Element table, RepairLog log) {
    List<Element> others = new ArrayList<>();
    GridBuilder builder = new GridBuilder(log);
    for (Element child : table.children()) {
      if (GROUPS.contains(child.normalName())) {
        for (Element row : child.children()) {
          row(row, child.nameIs("thead"), builder, others, log);
        }
      } else if (!child.nameIs("colgroup")) {
        row(child, false, builder, others, log);
      }
    }
    return new TableReader(builder.build(), others);
  }

  private static void row(
      Element row, boolean head, GridBuilder builder, List<Element> others, RepairLog log) {
    if (!row.nameIs("tr")) {
      others.add(row);
      return;
    }
    builder.row();
    for (Element child : row.children()) {
      if (!child.nameIs("td") && !child.nameIs("th")) {
        others.add(child);
        continue;
      }
      Elements.checkAttributes(child, SPANS, log);
      builder.cell(
          TextCollector.flat(child, log),
          span(child, "colspan"),
          span(child, "rowspan"),
          head || child.nameIs("th"));
    }
  }

  /** The number in a span attribute; 0 if it is no number or has more than nine digits. */
  private static int span(Element cell, String attribute) {
    if (!cell.hasAttr(attribute)) {
      return 1;
    }
    String value = cell.attr(attribute).strip();
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }
}
