package io.scriptorium.samples.drawing;

import io.scriptorium.htmlschema.Cell;
import java.util.List;

/**
 * One cell of a table.
 *
 * @param lines its text, line by line
 * @param header whether it names its row or column
 */
public record SetCell(
    List<String> lines, TextStyle style, Align align, int columns, int rows, boolean header) {
  public SetCell {
    lines = List.copyOf(lines);
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a cell cannot span " + columns + " x " + rows);
    }
  }

  public static SetCell left(String text, TextStyle style) {
    return new SetCell(text.lines().toList(), style, Align.LEFT, 1, 1, false);
  }

  public static SetCell right(String text, TextStyle style) {
    return new SetCell(text.lines().toList(), style, Align.RIGHT, 1, 1, false);
  }

  public static SetCell centred(String text, TextStyle style) {
    return new SetCell(text.lines().toList(), style, Align.CENTRE, 1, 1, false);
  }

  public SetCell over(int columns, int rows) {
    return new SetCell(lines, style, align, columns, rows, header);
  }

  public SetCell asHeader() {
    return new SetCell(lines, style, align, columns, rows, true);
  }

  /** The cell without its looks. */
  public Cell read() {
    return new Cell(String.join("\n", lines), columns, rows, header);
  }
}
