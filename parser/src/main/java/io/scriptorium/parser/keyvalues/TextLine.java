package io.scriptorium.parser.keyvalues;

import io.scriptorium.modelruntime.AnswerForm.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a text that is not empty.
 *
 * @param cells what its tabs part, at least one
 * @param continues whether it stands in a block with the line before
 */
record TextLine(List<Cell> cells, boolean continues) {
  private static final Pattern LINE = Pattern.compile("[^\n]+");

  TextLine {
    cells = List.copyOf(cells);
  }

  /** A cell of a line, and where in the text it starts. */
  record Cell(String text, int start) {
    int end() {
      return start + text.length();
    }

    Range range() {
      return new Range(start, end());
    }
  }

  /** The lines of a text. */
  static List<TextLine> of(String text) {
    List<TextLine> lines = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    int end = -1;
    while (line.find()) {
      if (!line.group().isBlank()) {
        lines.add(new TextLine(cells(line.group(), line.start()), line.start() == end + 1));
        end = line.end();
      }
    }
    return lines;
  }

  private static List<Cell> cells(String line, int start) {
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', at)) {
      cells.add(new Cell(line.substring(at, tab), start + at));
      at = tab + 1;
    }
    cells.add(new Cell(line.substring(at), start + at));
    return cells;
  }

  /** All of it. */
  Range range() {
    return new Range(cells.get(0).start(), cells.get(cells.size() - 1).end());
  }
}
