package io.scriptorium.renderer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Spreads a text over its box as print would: in the largest type with which it fits, line by line.
 * Where the words really stand nobody has told; so each lies near its picture, and within the box.
 */
final class TextFitter {
  /** Size of type to distance of lines, as most print has it. */
  private static final double TYPE_TO_PITCH = 0.75;

  /** Where the baseline lies between the tops of two lines. */
  private static final double BASELINE = 0.76;

  /** A line is not spread further than that. */
  private static final double MOST_STRETCH = 1.6;

  private final ToDoubleFunction<String> widths;

  /**
   * A fitter for type of some width.
   *
   * @param widths of texts, in ems
   */
  TextFitter(ToDoubleFunction<String> widths) {
    this.widths = widths;
  }

  /** A piece of a line that is not broken, with its width in ems. */
  private record Piece(String text, double width, double space) {}

  List<FittedWord> fit(TextArea area) {
    List<List<Piece>> lines =
        area.text().lines().map(this::pieces).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    double[] natural = lines.stream().mapToDouble(TextFitter::width).toArray();
    int rows = rows(natural, area);
    double pitch = (double) area.height() / rows;
    double size = pitch * TYPE_TO_PITCH;
    double room = area.width() / size;
    List<FittedWord> words = new ArrayList<>();
    int row = 0;
    for (int i = 0; i < natural.length; i++) {
      List<List<Piece>> parts = parts(lines.get(i), room);
      for (List<Piece> part : parts) {
        boolean ragged = rows > 1 && part.equals(parts.get(parts.size() - 1));
        double stretch = Math.min(ragged ? 1 : MOST_STRETCH, room / width(part));
        double baseline = area.y1() + pitch * (Math.min(row, rows - 1) + BASELINE);
        place(part, area.x1(), baseline, size, stretch, words);
        row++;
      }
    }
    return words;
  }

  /** The least number of rows in which all lines find room; with more rows type gets smaller. */
  private static int rows(double[] natural, TextArea area) {
    int most = natural.length;
    while (needed(natural, area, most) > most) {
      most *= 2;
    }
    int least = natural.length;
    while (least < most) {
      int middle = (least + most) >>> 1;
      if (needed(natural, area, middle) > middle) {
        least = middle + 1;
      } else {
        most = middle;
      }
    }
    return most;
  }

  private static long needed(double[] natural, TextArea area, int rows) {
    double room = area.width() * rows / (area.height() * TYPE_TO_PITCH);
    long needed = 0;
    for (double width : natural) {
      needed += rowsOf(width, room);
    }
    return needed;
  }

  private static long rowsOf(double width, double room) {
    return Math.max(1, (long) Math.ceil(width / room));
  }

  /** Breaks a line where its words cross the right edge. */
  private static List<List<Piece>> parts(List<Piece> line, double room) {
    List<List<Piece>> parts = new ArrayList<>();
    List<Piece> part = new ArrayList<>();
    double at = 0;
    double edge = room;
    for (Piece piece : line) {
      double middle = at + piece.width() / 2;
      if (!part.isEmpty() && middle > edge) {
        parts.add(part);
        part = new ArrayList<>();
      }
      while (middle > edge) {
        edge += room;
      }
      part.add(piece);
      at += piece.width() + piece.space();
    }
    parts.add(part);
    return parts;
  }

  private static double width(List<Piece> line) {
    double width = 0;
    for (Piece piece : line) {
      width += piece.width() + piece.space();
    }
    return width - line.get(line.size() - 1).space();
  }

  private static void place(
      List<Piece> part,
      double left,
      double baseline,
      double size,
      double stretch,
      List<FittedWord> words) {
    double x = left;
    for (int i = 0; i < part.size(); i++) {
      Piece piece = part.get(i);
      boolean spaced = piece.space() > 0 && i + 1 < part.size();
      double width = (piece.width() + (spaced ? piece.space() : 0)) * size * stretch;
      words.add(new FittedWord(piece.text() + (spaced ? " " : ""), x, baseline, size, width));
      x += width;
    }
  }

  /** Words, and each character where a script may be broken anywhere. */
  private List<Piece> pieces(String line) {
    List<Piece> pieces = new ArrayList<>();
    for (String word : line.strip().split("\\s+")) {
      int start = 0;
      for (int i = 0; i < word.length(); ) {
        int next = word.offsetByCodePoints(i, 1);
        if (Character.isIdeographic(word.codePointAt(i))) {
          add(word.substring(start, i), 0, pieces);
          add(word.substring(i, next), 0, pieces);
          start = next;
        }
        i = next;
      }
      add(word.substring(start), 0, pieces);
      if (!pieces.isEmpty()) {
        Piece last = pieces.remove(pieces.size() - 1);
        pieces.add(new Piece(last.text(), last.width(), widths.applyAsDouble(" ")));
      }
    }
    return pieces;
  }

  private void add(String text, double space, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, widths.applyAsDouble(text), space));
    }
  }
}
