package io.scriptorium.samples.synth.table;

import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.SetTable;
import io.scriptorium.samples.synth.PageStyle;
import java.util.ArrayList;
import java.util.List;

/** The lines of a table. */
enum TableLook {
  /** Lines around every cell. */
  GRID,
  /** Lines between rows. */
  ROWS,
  /** Strong lines above and below, a thin one under the header. */
  BOOK,
  /** Every other row tinted. */
  ZEBRA,
  /** A frame, and a line under the header. */
  FRAME,
  /** Lines between columns, and around it all. */
  COLUMNS,
  /** No lines at all. */
  OPEN;

  /** Whether a reader sees how far a cell reaches, down as well. */
  boolean showsSpans() {
    return this == GRID;
  }

  /** The rows that are tinted. */
  List<Frame> tinted(SetTable table, int headerRows, int rows) {
    List<Frame> tinted = new ArrayList<>();
    if (this == ZEBRA) {
      Frame all = table.frame();
      for (int row = headerRows + 1; row < rows; row += 2) {
        tinted.add(new Frame(all.left(), table.y(row), all.right(), table.y(row + 1)));
      }
    }
    return tinted;
  }

  void rule(Canvas canvas, SetTable table, int headerRows, int rows, int columns, PageStyle style) {
    Frame all = table.frame();
    double thin = Math.max(0.4, style.size() * 0.05);
    var ink = style.ink();
    switch (this) {
      case GRID -> table.forEach((cell, frame) -> canvas.outline(frame, thin, ink));
      case ROWS -> {
        for (int row = 0; row <= rows; row++) {
          if (row == 0 || row >= headerRows) {
            across(canvas, all, table.y(row), row == headerRows ? 1.6 * thin : thin, style);
          }
        }
      }
      case BOOK -> {
        across(canvas, all, all.top(), 2 * thin, style);
        across(canvas, all, all.bottom(), 2 * thin, style);
      }
      case FRAME -> canvas.outline(all, 1.3 * thin, ink);
      case COLUMNS -> {
        canvas.outline(all, thin, ink);
        for (int column = 1; column < columns; column++) {
          double x = table.x(column);
          canvas.line(x, table.y(headerRows > 1 ? 1 : 0), x, all.bottom(), thin, ink);
        }
      }
      case ZEBRA, OPEN -> {}
    }
    if (headerRows > 0 && (this == BOOK || this == FRAME || this == COLUMNS)) {
      across(canvas, all, table.y(headerRows), thin, style);
    }
  }

  private static void across(Canvas canvas, Frame all, double y, double width, PageStyle style) {
    canvas.line(all.left(), y, all.right(), y, width, style.ink());
  }
}
