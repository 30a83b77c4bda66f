package io.scriptorium.samples.synth.table;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.SetCell;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.flow.Piece;
import io.scriptorium.samples.synth.flow.Typesetter;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the tables of one page, all with the same look. */
public final class TableMaker {
  private static final int MOST_COLUMNS = 9;
  private static final int MOST_ROWS = 30;

  private final Desk desk;
  private final PageStyle style;
  private final Dice dice;
  private final TableLook look;
  private final Heads heads;
  private final TextStyle text;
  private final double padX;
  private final double padY;

  public TableMaker(Desk desk) {
    this.desk = desk;
    this.style = desk.style();
    this.dice = desk.dice();
    this.look = dice.pick(TableLook.values());
    this.heads = Heads.choose(dice, look);
    double size = Math.max(7, style.size() * dice.pick(1.0, 0.92, 0.85));
    TextStyle body = dice.chance(0.2) ? style.body().in(style.display().regular()) : style.body();
    this.text = body.sized(size);
    this.padX = dice.between(0.35, 0.9) * size;
    this.padY = dice.between(0.15, 0.55) * size;
  }

  /**
   * @param width most points it may be wide
   * @param height most points it may be high
   * @throws NoRoomException when not even a small table fits
   */
  public Piece table(double width, double height) {
    int columns =
        Math.min(dice.between(2, MOST_COLUMNS), (int) (width / (4.2 * text.size() + 2 * padX)));
    double row = text.ascent() + text.descent() + 2 * padY;
    int fit = (int) (height / row) - heads.rows();
    int rows = Math.min(dice.chance(0.6) ? dice.between(2, 9) : dice.between(2, MOST_ROWS), fit);
    while (columns >= 2 && rows >= 2) {
      try {
        Piece table = table(columns, rows, width);
        if (table.height() <= height) {
          return table;
        }
        rows = rows * 2 / 3;
      } catch (NoRoomException e) {
        columns--;
      }
    }
    throw new NoRoomException("no table fits into " + width + " x " + height + " points");
  }

  private Piece table(int columns, int rows, double width) {
    Content content = Content.make(desk, columns, rows);
    double[] natural = new double[columns];
    double[] least = new double[columns];
    for (int i = 0; i < columns; i++) {
      TextStyle widest = i == 0 && heads.firstColumn() ? bold() : text;
      natural[i] = 2 * padX + column(content, i, widest, false);
      // A number stays whole, even one with spaces inside.
      boolean words = !content.kinds().get(i).isNumber();
      least[i] = words ? 2 * padX + column(content, i, widest, true) : least(content, i, widest);
    }
    double[] widths = ColumnWidths.share(natural, least, width - 1);
    double taken = Arrays.stream(widths).sum();
    if (dice.chance(0.5) && taken > 0.4 * width) {
      widths = ColumnWidths.stretched(widths, width - 1);
      taken = width - 1;
    }
    // The outermost lines are half outside the cells.
    double indent = 0.5 + (dice.chance(0.4) ? (width - 1 - taken) / 2 : 0);
    return new TablePiece(style, look, heads, grid(content, widths), widths, indent, padX, padY);
  }

  /** Numbers in one line each, but the name over them in as many as it has words. */
  private double least(Content content, int column, TextStyle in) {
    double name = words(content.names().get(column), bold(), true);
    return content.rows().stream()
            .mapToDouble(row -> words(row.get(column), in, false))
            .reduce(name, Math::max)
        + 2 * padX;
  }

  private double column(Content content, int column, TextStyle in, boolean words) {
    double name = words(content.names().get(column), bold(), words);
    return content.rows().stream()
        .mapToDouble(row -> words(row.get(column), in, words))
        .reduce(name, Math::max);
  }

  /** Width of a text, or of the longest of its words; a little more, as sums are not exact. */
  private static double words(String cell, TextStyle in, boolean words) {
    double width = 0;
    for (String part : words ? cell.split(" ") : new String[] {cell}) {
      width = Math.max(width, in.width(part));
    }
    return width + 0.02;
  }

  private List<List<SetCell>> grid(Content content, double[] widths) {
    List<List<SetCell>> rows = new ArrayList<>();
    if (heads.rows() == 2) {
      rows.addAll(groupedHeader(content, widths));
    } else if (heads.rows() == 1) {
      rows.add(plainHeader(content, widths, 0));
    }
    List<Integer> groups = groups(content);
    boolean parted = look.showsSpans() && groups.isEmpty() && dice.chance(0.2);
    for (int row = 0; row < content.rows().size(); row++) {
      if (parted && dice.chance(0.25)) {
        rows.add(List.of(part(content, widths)));
      }
      List<SetCell> cells = new ArrayList<>();
      boolean last = content.total() && row + 1 == content.rows().size();
      for (int column = 0; column < content.columns(); column++) {
        boolean grouped = column == 0 && !groups.isEmpty();
        if (grouped && groups.get(row) == 0) {
          continue;
        }
        SetCell cell = body(content, row, column, widths[column], last);
        cells.add(grouped ? cell.over(1, groups.get(row)) : cell);
      }
      rows.add(cells);
    }
    return rows;
  }

  /** A cell across the whole table that says what the rows under it have in common. */
  private SetCell part(Content content, double[] widths) {
    double width = Arrays.stream(widths).sum() - 2 * padX;
    String says = Typesetter.visible(desk.words().title());
    Align align = heads.centred() ? Align.CENTRE : Align.LEFT;
    return SetCell.flowing(says, text.in(style.text().italic()), align, width)
        .over(content.columns(), 1);
  }

  /** How many rows the cell of the first column spans; 0 where the one above reaches down. */
  private List<Integer> groups(Content content) {
    List<Integer> groups = new ArrayList<>();
    if (!look.showsSpans() || dice.chance(0.7)) {
      return groups;
    }
    int rows = content.rows().size() - (content.total() ? 1 : 0);
    while (groups.size() < rows) {
      int span = Math.min(dice.between(1, 4), rows - groups.size());
      groups.add(span);
      for (int i = 1; i < span; i++) {
        groups.add(0);
      }
    }
    if (content.total()) {
      groups.add(1);
    }
    return groups;
  }

  private SetCell body(Content content, int row, int column, double width, boolean last) {
    boolean names = column == 0 && heads.firstColumn();
    TextStyle in = names || (last && heads.boldTotal()) ? bold() : text;
    Align align = names ? Align.LEFT : content.kinds().get(column).align();
    SetCell cell =
        SetCell.flowing(content.rows().get(row).get(column), in, align, width - 2 * padX);
    return names ? cell.asHeader() : cell;
  }

  private List<SetCell> plainHeader(Content content, double[] widths, int from) {
    List<SetCell> cells = new ArrayList<>();
    for (int column = from; column < content.columns(); column++) {
      cells.add(name(content, column, widths));
    }
    return cells;
  }

  private SetCell name(Content content, int column, double[] widths) {
    Align align = heads.centred() ? Align.CENTRE : content.kinds().get(column).align();
    return SetCell.flowing(content.names().get(column), head(), align, widths[column] - 2 * padX)
        .asHeader();
  }

  /** The first column's name beside names of groups, which stand over the other columns' names. */
  private List<List<SetCell>> groupedHeader(Content content, double[] widths) {
    List<SetCell> upper = new ArrayList<>();
    List<SetCell> lower = new ArrayList<>();
    upper.add(name(content, 0, widths).over(1, 2));
    int column = 1;
    while (column < content.columns()) {
      int span = Math.min(dice.between(1, 4), content.columns() - column);
      if (span == 1) {
        upper.add(name(content, column, widths).over(1, 2));
      } else {
        double width = Arrays.stream(widths, column, column + span).sum() - 2 * padX;
        String group = ColumnKind.capital(desk.words().word());
        upper.add(SetCell.flowing(group, head(), Align.CENTRE, width).asHeader().over(span, 1));
        lower.addAll(plainHeader(content, widths, column).subList(0, span));
      }
      column += span;
    }
    if (lower.isEmpty()) {
      return List.of(plainHeader(content, widths, 0));
    }
    return List.of(upper, lower);
  }

  private TextStyle head() {
    Color color = heads.fill() == Heads.Fill.ACCENT ? style.paper() : style.ink();
    return (heads.bold() ? bold() : text).in(color);
  }

  private TextStyle bold() {
    return text.in(style.text().bold());
  }
}
