package io.scriptorium.samples.synth.table;

import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.SetCell;
import io.scriptorium.samples.drawing.SetTable;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.flow.Piece;
import java.util.ArrayList;
import java.util.List;

/** A table that is set and can be drawn. */
final class TablePiece implements Piece {
  private final PageStyle style;
  private final TableLook look;
  private final Heads heads;
  private final List<List<SetCell>> rows;
  private final double[] widths;
  private final double indent;
  private final double padX;
  private final double[] heights;
  private final int headerRows;

  /**
   * @param indent points from the left edge to the first column
   * @param padX points between the edge of a cell and its text
   * @param padY points above and below the text of a row
   */
  TablePiece(
      PageStyle style,
      TableLook look,
      Heads heads,
      List<List<SetCell>> rows,
      double[] widths,
      double indent,
      double padX,
      double padY) {
    this.style = style;
    this.look = look;
    this.heads = heads;
    this.rows = rows;
    this.widths = widths.clone();
    this.indent = indent;
    this.padX = padX;
    this.headerRows = (int) rows.stream().filter(TablePiece::isHeader).count();
    this.heights = heights(rows, padY);
  }

  private static boolean isHeader(List<SetCell> row) {
    return row.stream().allMatch(SetCell::header);
  }

  /** Rows as high as their cells; what a cell over several rows needs more, the last one gives. */
  private static double[] heights(List<List<SetCell>> rows, double padY) {
    double[] heights = new double[rows.size()];
    for (int row = 0; row < heights.length; row++) {
      for (SetCell cell : rows.get(row)) {
        double least = cell.style().ascent() + cell.style().descent();
        double height = cell.rows() == 1 ? Math.max(least, cell.height()) : least;
        heights[row] = Math.max(heights[row], height + 2 * padY);
      }
    }
    for (int row = 0; row < heights.length; row++) {
      for (SetCell cell : rows.get(row)) {
        double there = 0;
        for (int r = row; r < row + cell.rows(); r++) {
          there += heights[r];
        }
        double missing = cell.height() + 2 * padY - there;
        heights[row + cell.rows() - 1] += Math.max(0, missing);
      }
    }
    return heights;
  }

  @Override
  public double height() {
    double height = 0;
    for (double row : heights) {
      height += row;
    }
    return height;
  }

  @Override
  public void draw(Sheet sheet, double left, double top) {
    SetTable table = new SetTable(left + indent, top, padX, widths);
    for (int row = 0; row < heights.length; row++) {
      table.row(heights[row], rows.get(row).toArray(SetCell[]::new));
    }
    Canvas canvas = sheet.canvas();
    fillHeader(canvas, table);
    look.tinted(table, headerRows, rows.size()).forEach(row -> canvas.fill(row, style.pale()));
    table.drawText(canvas);
    look.rule(canvas, table, headerRows, rows.size(), widths.length, style);
    underline(canvas, table);
    sheet.add(new Table(sheet.box(extent(table)), table.read()));
  }

  private void fillHeader(Canvas canvas, SetTable table) {
    if (headerRows == 0 || heads.fill() == Heads.Fill.NONE) {
      return;
    }
    Frame all = table.frame();
    canvas.fill(
        new Frame(all.left(), all.top(), all.right(), table.y(headerRows)),
        heads.fill() == Heads.Fill.PALE ? style.pale() : style.accent());
  }

  /** A line under each name that stands over several columns, where no other line is. */
  private void underline(Canvas canvas, SetTable table) {
    if (headerRows < 2 || look == TableLook.GRID) {
      return;
    }
    var color = heads.fill() == Heads.Fill.ACCENT ? style.paper() : style.ink();
    table.forEach(
        (cell, frame) -> {
          if (cell.columns() > 1) {
            canvas.line(
                frame.left() + padX / 2,
                frame.bottom(),
                frame.right() - padX / 2,
                frame.bottom(),
                0.5,
                color);
          }
        });
  }

  /** Around lines and tints where there are any, else around the letters. */
  private List<Frame> extent(SetTable table) {
    List<Frame> parts = new ArrayList<>();
    if (look == TableLook.OPEN || look == TableLook.ZEBRA) {
      table.forEach((cell, frame) -> parts.addAll(table.lines(cell, frame)));
      if (headerRows > 0 && heads.fill() != Heads.Fill.NONE) {
        Frame all = table.frame();
        parts.add(new Frame(all.left(), all.top(), all.right(), table.y(headerRows)));
      }
      look.tinted(table, headerRows, rows.size()).forEach(parts::add);
    } else {
      parts.add(table.frame().grown(0.5));
    }
    return parts;
  }
}
