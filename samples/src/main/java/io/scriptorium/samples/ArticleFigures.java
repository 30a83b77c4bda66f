package io.scriptorium.samples;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.SetCell;
import io.scriptorium.samples.drawing.SetTable;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The formula, the table and the chart of the article; each tells how high it became. */
final class ArticleFigures {
  private static final Color DARK = Article.ACCENT;
  private static final Color LIGHT = new Color(0xDFA98C);
  private static final Color RULE = new Color(0xD5D5D5);
  private static final TextStyle TEXT = Article.SMALL;
  private static final TextStyle BOLD = TEXT.in(Typeface.SANS_BOLD);

  private static final List<String> SEASONS = List.of("Spring", "Summer", "Autumn", "Winter");
  private static final double[] OPEN = {2.6, 6.2, 2.1, 0.8};
  private static final double[] CURTAINED = {1.2, 3.0, 1.0, 0.4};

  private ArticleFigures() {}

  static double formula(Sheet sheet, double left, double top, double width) {
    double size = 11;
    TextStyle upright = new TextStyle(Typeface.SERIF, size, Article.INK);
    TextStyle italic = upright.in(Typeface.SERIF_ITALIC);
    TextStyle script = italic.sized(7.5);
    double axis = top + 18;
    double base = axis + 3.4;
    double x = left + 78;

    Frame rate = sheet.text(x, base, italic, "r");
    sheet.canvas().line(x + 0.6, base - 7.2, rate.right() + 0.8, base - 7.2, 0.6, Article.INK);
    Frame equals = sheet.text(rate.right() + 4, base, upright, "=");
    double fraction = equals.right() + 4;
    double over =
        fraction(sheet, fraction, axis, upright.width("n") + 4, upright, "1", italic, "n");

    TextStyle sign = upright.sized(17);
    Frame sum = sheet.text(over + 3, axis + 5.4, sign, "∑");
    sheet.textCentred(sum.centre(), axis - 9.8, script, "n");
    Frame from = sheet.textCentred(sum.centre(), axis + 16.4, script, "i = 1");
    double terms = Math.max(sum.right(), from.right()) + 3;
    double term = italic.width("d") + script.width("i") + 5;
    sheet.canvas().line(terms, axis, terms + term, axis, 0.6, Article.INK);
    indexed(sheet, terms + 2.5, axis - 4, italic, script, "d");
    indexed(sheet, terms + 2.5, axis + 10.6, italic, script, "h");
    Frame number = sheet.textRight(left + width, base, Article.BODY, "(1)");

    double bottom = axis + 19;
    Frame whole = new Frame(x - 1, top + 1.5, number.right(), bottom - 1);
    sheet.add(
        new Formula(
            sheet.box(whole),
            Formula.Kind.PRINTED,
            "\\bar{r} = \\frac{1}{n} \\sum_{i=1}^{n} \\frac{d_i}{h_i} \\tag{1}"));
    return bottom - top;
  }

  private static double fraction(
      Sheet sheet,
      double x,
      double axis,
      double width,
      TextStyle upperStyle,
      String upper,
      TextStyle lowerStyle,
      String lower) {
    sheet.canvas().line(x, axis, x + width, axis, 0.6, Article.INK);
    sheet.textCentred(x + width / 2, axis - 4, upperStyle, upper);
    sheet.textCentred(x + width / 2, axis + 10.6, lowerStyle, lower);
    return x + width;
  }

  private static void indexed(
      Sheet sheet, double x, double base, TextStyle letter, TextStyle index, String text) {
    Frame set = sheet.text(x, base, letter, text);
    sheet.text(set.right(), base + 2, index, "i");
  }

  static double table(Sheet sheet, double left, double top, double width) {
    double paper = 96;
    double place = (width - paper) / 3;
    SetTable table =
        new SetTable(left, top, 5, paper, place, place, place)
            .headerRow(
                14,
                SetCell.left("Paper", BOLD).over(1, 2),
                SetCell.centred("Place", BOLD).over(3, 1))
            .headerRow(
                14,
                SetCell.right("Open", BOLD),
                SetCell.right("Curtained", BOLD),
                SetCell.right("Shelved", BOLD));
    losses(table, "Cotton rag", "1.9", "0.9", "0.3");
    losses(table, "Linen rag", "2.2", "1.1", "0.4");
    losses(table, "Bleached pulp", "5.8", "2.8", "1.1");
    losses(table, "Alum-sized pulp", "7.4", "3.6", "1.5");
    losses(table, "Groundwood", "16.1", "7.8", "3.0");
    table.drawText(sheet.canvas());
    Canvas canvas = sheet.canvas();
    double right = left + width;
    canvas.line(left, table.y(0), right, table.y(0), 1, Article.INK);
    canvas.line(table.x(1), table.y(1), right, table.y(1), 0.5, Article.GREY);
    canvas.line(left, table.y(2), right, table.y(2), 0.7, Article.INK);
    for (int row = 3; row < 7; row++) {
      canvas.line(left, table.y(row), right, table.y(row), 0.4, RULE);
    }
    canvas.line(left, table.bottom(), right, table.bottom(), 1, Article.INK);
    canvas.line(table.x(1), table.y(0), table.x(1), table.bottom(), 0.5, Article.GREY);
    sheet.add(new Table(sheet.box(table.frame().grown(0.5)), table.read()));
    return table.bottom() - top;
  }

  private static void losses(SetTable table, String paper, String... losses) {
    List<SetCell> cells = new ArrayList<>();
    cells.add(SetCell.left(paper, TEXT));
    for (String loss : losses) {
      cells.add(SetCell.right(loss, TEXT));
    }
    table.row(13.5, cells.toArray(SetCell[]::new));
  }

  static double chart(Sheet sheet, double left, double top, double width) {
    Canvas canvas = sheet.canvas();
    Frame plot = new Frame(left + 20, top + 22, left + width, top + 144);
    double unit = plot.height() / 7;
    for (int value = 0; value <= 6; value += 2) {
      double y = plot.bottom() - value * unit;
      canvas.line(plot.left(), y, plot.right(), y, 0.4, value == 0 ? Article.INK : RULE);
      sheet.textRight(plot.left() - 5, y + 2.5, TEXT, String.valueOf(value));
    }
    double step = plot.width() / SEASONS.size();
    double bar = 17;
    for (int i = 0; i < SEASONS.size(); i++) {
      double centre = plot.left() + (i + 0.5) * step;
      bar(sheet, centre - bar - 1, bar, plot.bottom(), OPEN[i], unit, DARK);
      bar(sheet, centre + 1, bar, plot.bottom(), CURTAINED[i], unit, LIGHT);
      sheet.textCentred(centre, plot.bottom() + 11, TEXT, SEASONS.get(i));
    }
    canvas.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), 0.8, Article.INK);
    double key = key(sheet, plot.left() + 4, top + 2, DARK, "open");
    key(sheet, key + 14, top + 2, LIGHT, "curtained");
    double bottom = plot.bottom() + 14;
    sheet.add(new Chart(sheet.box(new Frame(left, top, left + width, bottom)), data()));
    return bottom - top;
  }

  private static void bar(
      Sheet sheet, double x, double width, double base, double value, double unit, Color color) {
    double top = base - value * unit;
    sheet.canvas().fill(new Frame(x, top, x + width, base), color);
    sheet.textCentred(x + width / 2, top - 3, TEXT.in(Article.GREY).sized(6.5), number(value));
  }

  private static double key(Sheet sheet, double x, double top, Color color, String text) {
    sheet.canvas().fill(Frame.of(x, top, 8, 8), color);
    return sheet.text(x + 12, top + 6.8, TEXT, text).right();
  }

  private static Grid data() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(Stream.of("Season", "open", "curtained").map(name -> cell(name, true)).toList());
    for (int i = 0; i < SEASONS.size(); i++) {
      rows.add(
          List.of(
              cell(SEASONS.get(i), true),
              cell(number(OPEN[i]), false),
              cell(number(CURTAINED[i]), false)));
    }
    return new Grid(rows);
  }

  private static Cell cell(String text, boolean header) {
    return new Cell(text, 1, 1, header);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
