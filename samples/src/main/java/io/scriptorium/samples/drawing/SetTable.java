package io.scriptorium.samples.drawing;

import io.scriptorium.htmlschema.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A table's rows and columns; it places cells and their text, rules are drawn by the caller. */
public final class SetTable {
  /** Distance of a cell's lines, in sizes of their type. */
  public static final double LEADING = 1.25;

  private final List<Double> columns = new ArrayList<>();
  private final List<Double> rows = new ArrayList<>();
  private final List<List<SetCell>> cells = new ArrayList<>();
  private final double padding;

  public SetTable(double left, double top, double padding, double... widths) {
    this.padding = padding;
    columns.add(left);
    rows.add(top);
    for (double width : widths) {
      columns.add(columns.get(columns.size() - 1) + width);
    }
  }

  public SetTable row(double height, SetCell... row) {
    rows.add(bottom() + height);
    cells.add(List.of(row));
    return this;
  }

  public double bottom() {
    return rows.get(rows.size() - 1);
  }

  /** Edge of a column, counted from 0. */
  public double x(int column) {
    return columns.get(column);
  }

  /** Edge of a row, counted from 0. */
  public double y(int row) {
    return rows.get(row);
  }

  public Frame frame() {
    return new Frame(x(0), y(0), columns.get(columns.size() - 1), bottom());
  }

  /** A row that names the columns. */
  public SetTable headerRow(double height, SetCell... row) {
    return row(height, Stream.of(row).map(SetCell::asHeader).toArray(SetCell[]::new));
  }

  /** The cells without their looks. */
  public Grid read() {
    return new Grid(cells.stream().map(row -> row.stream().map(SetCell::read).toList()).toList());
  }

  public void drawText(Canvas canvas) {
    forEach((cell, frame) -> draw(canvas, cell, frame));
  }

  /** Visits the cells, each with its place on the page. */
  public void forEach(BiConsumer<SetCell, Frame> visitor) {
    Set<List<Integer>> taken = new HashSet<>();
    for (int row = 0; row < cells.size(); row++) {
      int column = 0;
      for (SetCell cell : cells.get(row)) {
        while (taken.contains(List.of(row, column))) {
          column++;
        }
        for (int r = row; r < row + cell.rows(); r++) {
          for (int c = column; c < column + cell.columns(); c++) {
            taken.add(List.of(r, c));
          }
        }
        visitor.accept(
            cell, new Frame(x(column), y(row), x(column + cell.columns()), y(row + cell.rows())));
      }
    }
  }

  private void draw(Canvas canvas, SetCell cell, Frame frame) {
    List<Frame> lines = lines(cell, frame);
    for (int i = 0; i < lines.size(); i++) {
      Run run = new Run(cell.style(), cell.lines().get(i));
      canvas.text(lines.get(i).left(), lines.get(i).top() + cell.style().ascent(), run);
    }
  }

  /** The room that the letters of a cell's lines take. */
  public List<Frame> lines(SetCell cell, Frame frame) {
    List<Frame> lines = new ArrayList<>();
    TextStyle style = cell.style();
    double leading = style.size() * LEADING;
    double height = leading * (cell.lines().size() - 1) + style.capHeight();
    double baseline = frame.middle() - height / 2 + style.capHeight();
    for (String line : cell.lines()) {
      double width = style.width(line);
      double x =
          switch (cell.align()) {
            case RIGHT -> frame.right() - padding - width;
            case CENTRE -> frame.centre() - width / 2;
            case LEFT, JUSTIFIED -> frame.left() + padding;
          };
      lines.add(new Frame(x, baseline - style.ascent(), x + width, baseline + style.descent()));
      baseline += leading;
    }
    return lines;
  }
}
