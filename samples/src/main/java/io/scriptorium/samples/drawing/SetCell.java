package io.scriptorium.samples.drawing;

import io.scriptorium.htmlschema.Cell;
import java.util.List;

/**
 * One cell of a table.
 *
 * @param text as it is read
 * @param lines as it is drawn
 * @param header whether it names its row or column
 */
public record SetCell(
    String text,
    List<String> lines,
    TextStyle style,
    Align align,
    int columns,
    int rows,
    boolean header) {
  public SetCell {
    lines = List.copyOf(lines);
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a cell cannot span " + columns + " x " + rows);
    }
  }

  /** A cell whose lines are kept as they are. */
  private static SetCell of(String text, TextStyle style, Align align) {
    return new SetCell(text, text.lines().toList(), style, align, 1, 1, false);
  }

  public static SetCell left(String text, TextStyle style) {
    return of(text, style, Align.LEFT);
  }

  public static SetCell right(String text, TextStyle style) {
    return of(text, style, Align.RIGHT);
  }

  public static SetCell centred(String text, TextStyle style) {
    return of(text, style, Align.CENTRE);
  }

  /**
   * A cell whose text flows: where a line ends was not meant.
   *
   * @throws NoRoomException when a word is wider than the measure
   */
  public static SetCell flowing(String text, TextStyle style, Align align, double measure) {
    List<String> lines =
        text.isEmpty() || style.width(text) <= measure
            ? text.lines().toList()
            : Lines.of(
                    Fragment.of(List.of(new Run(style, text)), Hyphenation.NONE),
                    style,
                    measure,
                    0,
                    Align.LEFT)
                .stream()
                .map(SetLine::text)
                .toList();
    return new SetCell(text, lines, style, align, 1, 1, false);
  }

  public SetCell over(int columns, int rows) {
    return new SetCell(text, lines, style, align, columns, rows, header);
  }

  public SetCell asHeader() {
    return new SetCell(text, lines, style, align, columns, rows, true);
  }

  /** Points from the top of its letters to their foot. */
  public double height() {
    return lines.isEmpty()
        ? 0
        : (lines.size() - 1) * SetTable.LEADING * style.size() + style.ascent() + style.descent();
  }

  /** The cell without its looks. */
  public Cell read() {
    return new Cell(text, columns, rows, header);
  }
}
