package io.scriptorium.htmlschema.export;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import java.util.List;

/** A table as HTML inside Markdown, a row a line. */
final class HtmlTable {
  private HtmlTable() {}

  static String of(Grid grid) {
    StringBuilder out = new StringBuilder("<table>\n");
    for (List<Cell> row : grid.rows()) {
      out.append("<tr>");
      row.forEach(cell -> write(cell, out));
      out.append("</tr>\n");
    }
    return out.append("</table>").toString();
  }

  private static void write(Cell cell, StringBuilder out) {
    String name = cell.header() ? "th" : "td";
    out.append('<').append(name);
    if (cell.colspan() > 1) {
      out.append(" colspan=\"").append(cell.colspan()).append('"');
    }
    if (cell.rowspan() > 1) {
      out.append(" rowspan=\"").append(cell.rowspan()).append('"');
    }
    out.append('>');
    out.append(
        cell.text()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\n", "<br>"));
    out.append("</").append(name).append('>');
  }
}
