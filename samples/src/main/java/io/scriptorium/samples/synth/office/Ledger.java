package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Fragment;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Lines;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Run;
import io.scriptorium.samples.drawing.SetLine;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of one wide column whose text flows and of others as narrow as what is in them. */
final class Ledger implements Piece {
  private static final double LEADING = 1.25;

  /**
   * Looks of a table.
   *
   * @param padX points between the edge of a cell and its text
   * @param padY points above and below the text of a row
   * @param head behind the header, or null
   * @param tint behind every other row or the last one
   */
  record Looks(
      Rules rules, double padX, double padY, @Nullable Color head, Color tint, Color line) {}

  /**
   * @param text as it is read
   * @param lines as it is drawn
   */
  private record Entry(
      String text, List<String> lines, TextStyle style, Align align, int columns, boolean header) {
    double height() {
      return ((lines.size() - 1) * LEADING + 1) * style.size();
    }
  }

  private record Row(List<Entry> entries, double height, boolean tinted) {}

  private final Sheet sheet;
  private final Looks looks;
  private final List<Align> aligns;
  private final double[] widths;
  private final List<Row> rows = new ArrayList<>();
  private int heads;
  private int items;

  /**
   * @param widths of the columns in points
   */
  Ledger(Sheet sheet, Looks looks, List<Align> aligns, double... widths) {
    this.sheet = sheet;
    this.looks = looks;
    this.aligns = List.copyOf(aligns);
    this.widths = widths.clone();
  }

  /**
   * Widths for columns of such texts.
   *
   * @param wide index of the column that takes the room that is left
   * @param least points that it needs
   */
  static double[] widths(double width, double padX, int wide, double least, double... natural) {
    double[] widths = Arrays.stream(natural).map(own -> own + 2 * padX).toArray();
    widths[wide] = 0;
    widths[wide] = width - Arrays.stream(widths).sum();
    if (widths[wide] < least + 2 * padX) {
      throw new NoRoomException("a table needs more than " + width + " points");
    }
    return widths;
  }

  Ledger head(TextStyle style, List<String> texts) {
    add(style, texts, true, false);
    heads++;
    return this;
  }

  Ledger item(TextStyle style, List<String> texts) {
    add(style, texts, false, looks.rules() == Rules.ZEBRA && items % 2 == 1);
    items++;
    return this;
  }

  /** A row of a label over all columns but the last, and a value. */
  Ledger sum(TextStyle style, String label, String value, boolean tinted) {
    double room = Arrays.stream(widths).sum() - last() - 2 * looks.padX();
    Entry name = fitting(label, style, Align.RIGHT, widths.length - 1, room);
    Entry amount = fitting(value, style, Align.RIGHT, 1, last() - 2 * looks.padX());
    add(List.of(name, amount), tinted);
    return this;
  }

  /** A row whose first column names the second. */
  Ledger pair(TextStyle label, String name, TextStyle style, String value, boolean tinted) {
    add(
        List.of(
            fitting(name, label, aligns.get(0), 1, widths[0] - 2 * looks.padX()),
            fitting(value, style, aligns.get(1), 1, last() - 2 * looks.padX())),
        tinted);
    return this;
  }

  private double last() {
    return widths[widths.length - 1];
  }

  private static Entry fitting(
      String text, TextStyle style, Align align, int columns, double width) {
    if (style.width(text) > width + 0.01) {
      throw new NoRoomException("a cell is narrower than its text: " + width + " points");
    }
    return new Entry(text, text.lines().toList(), style, align, columns, false);
  }

  private void add(TextStyle style, List<String> texts, boolean header, boolean tinted) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      double room = widths[i] - 2 * looks.padX();
      String text = texts.get(i);
      List<String> lines =
          text.isEmpty() || style.width(text) <= room + 0.01
              ? text.lines().toList()
              : Lines.of(Fragment.marked(text), style, room, Align.LEFT).stream()
                  .map(Ledger::text)
                  .toList();
      entries.add(new Entry(text, lines, style, aligns.get(i), 1, header));
    }
    add(entries, tinted);
  }

  private static String text(SetLine line) {
    return line.runs().stream().map(Run::text).collect(Collectors.joining());
  }

  private void add(List<Entry> entries, boolean tinted) {
    double height = entries.stream().mapToDouble(Entry::height).max().orElseThrow();
    rows.add(new Row(entries, height + 2 * looks.padY(), tinted));
  }

  double width() {
    return Arrays.stream(widths).sum();
  }

  @Override
  public double height() {
    return rows.stream().mapToDouble(Row::height).sum();
  }

  @Override
  public void draw(double left, double top) {
    Frame all = Frame.of(left, top, width(), height());
    List<Frame> extent = new ArrayList<>();
    fill(all, extent);
    double y = top;
    for (Row row : rows) {
      double x = left;
      int column = 0;
      for (Entry entry : row.entries()) {
        double width = Arrays.stream(widths, column, column + entry.columns()).sum();
        draw(entry, Frame.of(x, y, width, row.height()), extent);
        x += width;
        column += entry.columns();
      }
      y += row.height();
    }
    rule(all, extent);
    sheet.add(new Table(sheet.box(extent), read()));
  }

  private Grid read() {
    return new Grid(
        rows.stream()
            .map(
                row ->
                    row.entries().stream()
                        .map(entry -> new Cell(entry.text(), entry.columns(), 1, entry.header()))
                        .toList())
            .toList());
  }

  private void draw(Entry entry, Frame cell, List<Frame> extent) {
    double leading = entry.style().size() * LEADING;
    double height = leading * (entry.lines().size() - 1) + entry.style().capHeight();
    double baseline = cell.middle() - height / 2 + entry.style().capHeight();
    for (String line : entry.lines()) {
      double width = entry.style().width(line);
      double x =
          switch (entry.align()) {
            case RIGHT -> cell.right() - looks.padX() - width;
            case CENTRE -> cell.centre() - width / 2;
            case LEFT, JUSTIFIED -> cell.left() + looks.padX();
          };
      extent.add(sheet.text(x, baseline, entry.style(), line));
      baseline += leading;
    }
  }

  private void fill(Frame all, List<Frame> extent) {
    double y = all.top();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Color color = i < heads ? looks.head() : row.tinted() ? looks.tint() : null;
      if (color != null) {
        Frame frame = Frame.of(all.left(), y, all.width(), row.height());
        sheet.canvas().fill(frame, color);
        extent.add(frame);
      }
      y += row.height();
    }
  }

  private void rule(Frame all, List<Frame> extent) {
    Canvas canvas = sheet.canvas();
    Color color = looks.line();
    switch (looks.rules()) {
      case GRID -> {
        canvas.outline(all, 0.6, color);
        eachRow(all, (row, y) -> canvas.line(all.left(), y, all.right(), y, 0.6, color));
        parts(all, rows.size(), color);
      }
      case ROWS -> {
        eachRow(all, (row, y) -> canvas.line(all.left(), y, all.right(), y, 0.4, color));
        canvas.line(all.left(), all.bottom(), all.right(), all.bottom(), 0.4, color);
        canvas.line(all.left(), all.top(), all.right(), all.top(), 0.4, color);
      }
      case COLUMNS -> {
        canvas.outline(all, 0.7, color);
        parts(all, rows.size(), color);
        eachRow(
            all,
            (row, y) -> {
              if (row == heads || row >= heads + items) {
                canvas.line(all.left(), y, all.right(), y, 0.7, color);
              }
            });
      }
      case BOOK -> {
        canvas.line(all.left(), all.top(), all.right(), all.top(), 1, color);
        canvas.line(all.left(), all.bottom(), all.right(), all.bottom(), 1, color);
        eachRow(
            all,
            (row, y) -> {
              if (row == heads || row == heads + items) {
                canvas.line(all.left(), y, all.right(), y, 0.5, color);
              }
            });
      }
      case ZEBRA, OPEN -> {
        return;
      }
    }
    extent.add(all.grown(0.3));
  }

  /** Visits the upper edges of all rows but the first, with the row's index. */
  private void eachRow(Frame all, BiConsumer<Integer, Double> visitor) {
    double y = all.top();
    for (int row = 0; row < rows.size(); row++) {
      if (row > 0) {
        visitor.accept(row, y);
      }
      y += rows.get(row).height();
    }
  }

  /** Draws lines between the cells of each row. */
  private void parts(Frame all, int count, Color color) {
    double y = all.top();
    for (Row row : rows.subList(0, count)) {
      double x = all.left();
      int column = 0;
      for (Entry entry : row.entries()) {
        if (column > 0) {
          sheet.canvas().line(x, y, x, y + row.height(), 0.6, color);
        }
        x += Arrays.stream(widths, column, column + entry.columns()).sum();
        column += entry.columns();
      }
      y += row.height();
    }
  }
}
