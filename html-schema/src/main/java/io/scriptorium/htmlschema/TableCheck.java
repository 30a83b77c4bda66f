package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Checks the rows and cells of a table. */
final class TableCheck {
  private final ViolationLog log;
  private final FormCheck form;

  TableCheck(ViolationLog log) {
    this.log = log;
    this.form = new FormCheck(log);
  }

  void check(Element table) {
    List<Element> rows = rows(table);
    List<List<Cell>> cells = new ArrayList<>();
    boolean sound = true;
    for (Element row : rows) {
      form.attributes(row, FormatElement.ROW);
      form.noText(row);
      List<Cell> ofRow = new ArrayList<>();
      for (Element child : row.children()) {
        sound &= cell(child, ofRow);
      }
      cells.add(ofRow);
    }
    if (sound) {
      GridFault.find(cells)
          .ifPresent(fault -> log.add(code(fault), rows.get(fault.row()), fault.message()));
    }
  }

  /** The rows; the parser puts them into a body of its own. */
  private List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    form.noText(table);
    for (Element child : table.children()) {
      if (child.nameIs("tbody") && child.sourceRange().isImplicit()) {
        form.noText(child);
        for (Element row : child.children()) {
          if (row.nameIs("tr") && !row.sourceRange().isImplicit()) {
            rows.add(row);
          } else {
            form.misfit(row);
          }
        }
      } else {
        form.misfit(child);
      }
    }
    return rows;
  }

  private boolean cell(Element element, List<Cell> row) {
    if (!element.nameIs("td") && !element.nameIs("th")) {
      form.misfit(element);
      return false;
    }
    form.attributes(element, FormatElement.CELL);
    form.onlyText(element);
    int colspan = span(element, "colspan", Cell.MAX_COLSPAN);
    int rowspan = span(element, "rowspan", Cell.MAX_ROWSPAN);
    if (colspan == 0 || rowspan == 0) {
      return false;
    }
    row.add(new Cell("", colspan, rowspan, false));
    return true;
  }

  /** The span, or 0 if it is none. */
  private int span(Element cell, String attribute, int max) {
    if (!cell.hasAttr(attribute)) {
      return 1;
    }
    String value = cell.attr(attribute);
    int span = value.matches("[1-9]\\d{0,4}") ? Integer.parseInt(value) : 0;
    if (span < 1 || span > max) {
      log.add(
          ViolationCode.SPAN_INVALID, cell, attribute + " is not a number between 1 and " + max);
      return 0;
    }
    return span;
  }

  private static ViolationCode code(GridFault fault) {
    return switch (fault.kind()) {
      case RAGGED -> ViolationCode.TABLE_RAGGED;
      case OVERLAPPING -> ViolationCode.TABLE_OVERLAPPING;
      case TOO_LARGE -> ViolationCode.TABLE_TOO_LARGE;
    };
  }
}
