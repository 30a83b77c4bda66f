package io.scriptorium.samples.synth.figure;

import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Recording;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Words;
import io.scriptorium.samples.synth.flow.Piece;
import io.scriptorium.samples.synth.flow.Typesetter;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the charts of one page. Their values are printed, or lie at ticks whose lines can be
 * followed.
 */
public final class ChartMaker {
  private static final int ATTEMPTS = 40;
  private static final int MOST_SERIES = 4;

  private final Desk desk;
  private final Dice dice;
  private final Words words;
  private final ChartStyle style;

  public ChartMaker(Desk desk) {
    this.desk = desk;
    this.dice = desk.dice();
    this.words = desk.words();
    this.style = ChartStyle.choose(desk);
  }

  /**
   * A chart of this size.
   *
   * @throws NoRoomException when none fits
   */
  public Piece chart(double width, double height) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        ChartPiece piece = any(width, height);
        // Tries it where nobody sees it, as only drawing tells whether everything fits.
        piece.draw(nowhere(), 0, 0);
        return piece;
      } catch (NoRoomException e) {
        // The dice may choose a smaller one.
      }
    }
    throw new NoRoomException("no chart fits into " + width + " x " + height + " points");
  }

  private Sheet nowhere() {
    Canvas canvas = new Recording();
    Sheet sheet = desk.sheet();
    return new Sheet(
        canvas,
        new AffineTransform(),
        sheet.width(),
        sheet.height(),
        new PageSize((int) Math.ceil(sheet.width()), (int) Math.ceil(sheet.height())));
  }

  private ChartPiece any(double width, double height) {
    return switch (dice.between(0, 6)) {
      case 0, 1 -> bars(width, height, false);
      case 2 -> bars(width, height, true);
      case 3 -> levelBars(width, height);
      case 4 -> pie(width, height);
      default -> lines(width, height);
    };
  }

  private ChartPiece bars(double width, double height, boolean stacked) {
    int series = stacked ? dice.between(2, 3) : dice.pick(1, 1, 2, 2, 3, 4);
    boolean valued = stacked || dice.chance(0.5);
    Scale scale = Scale.choose(dice, true);
    ChartData data = data(scale, series, valued, stacked, dice.between(2, 8));
    List<Paint> paints = Paint.choose(dice, style.page(), series, style.hatched() && !stacked);
    BarChart chart = new BarChart(data, scale, numbers(scale), paints, stacked, valued, style);
    Legend legend =
        series == 1
            ? null
            : legend(data, (drawing, frame, index) -> paints.get(index).fill(drawing, frame));
    return new ChartPiece(chart, legend, style.legendBelow(), width, height);
  }

  private ChartPiece levelBars(double width, double height) {
    boolean valued = dice.chance(0.6);
    Scale scale = Scale.choose(dice, true);
    ChartData plain = data(scale, 1, valued, false, dice.between(2, 9));
    ChartData data = new ChartData("", plain.valueTitle(), plain.categories(), plain.series());
    Paint paint = Paint.choose(dice, style.page(), 1, style.hatched()).get(0);
    LevelBarChart chart = new LevelBarChart(data, scale, numbers(scale), paint, valued, style);
    return new ChartPiece(chart, null, false, width, height);
  }

  private ChartPiece lines(double width, double height) {
    int series = dice.between(1, MOST_SERIES);
    boolean valued = series == 1 && dice.chance(0.5);
    Scale scale = Scale.choose(dice, false);
    // Lines between few ticks would lie on each other.
    int lines = Math.min(series, scale.ticks() / 2);
    ChartData data = data(scale, lines, valued, false, dice.between(3, 9));
    List<Color> colors =
        Paint.choose(dice, style.page(), lines, false).stream()
            .map(Paint::color)
            .map(LineChart::strong)
            .toList();
    LineChart chart = new LineChart(data, scale, numbers(scale), colors, valued, style);
    Legend legend = lines == 1 ? null : legend(data, chart::drawKey);
    return new ChartPiece(chart, legend, style.legendBelow(), width, height);
  }

  private ChartPiece pie(double width, double height) {
    int slices = dice.between(2, 4);
    List<Double> values = new ArrayList<>();
    int left = 100;
    for (int i = 1; i < slices; i++) {
      int value = dice.between(9, left - 9 * (slices - i));
      values.add((double) value);
      left -= value;
    }
    values.add((double) left);
    List<String> printed = values.stream().map(words::percent).map(Typesetter::visible).toList();
    ChartData data =
        new ChartData(
            "", "", categories(slices), List.of(new ChartData.Series("", values, printed)));
    PieChart chart =
        new PieChart(
            data,
            Paint.choose(dice, style.page(), slices, false),
            dice.chance(0.3),
            dice.chance(0.5),
            dice.between(0, 359),
            style);
    return new ChartPiece(chart, null, false, width, height);
  }

  private Legend legend(ChartData data, Legend.Key key) {
    List<String> names = data.series().stream().map(ChartData.Series::name).toList();
    return new Legend(names, style.label(), key);
  }

  private ChartData data(Scale scale, int series, boolean valued, boolean stacked, int categories) {
    List<String> names = names(series);
    List<List<Double>> values = new ArrayList<>();
    for (int c = 0; c < categories; c++) {
      values.add(values(scale, series, valued, stacked));
    }
    int decimals = valued ? scale.fineDecimals() : scale.decimals();
    List<ChartData.Series> filled = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      List<Double> own = new ArrayList<>();
      List<String> printed = new ArrayList<>();
      for (List<Double> category : values) {
        own.add(category.get(s));
        printed.add(number(category.get(s), decimals));
      }
      filled.add(new ChartData.Series(series == 1 ? "" : names.get(s), own, printed));
    }
    return new ChartData(title(0.3), title(0.4), categories(categories), filled);
  }

  /** The values of one category; those of a stack fit on top of each other. */
  private List<Double> values(Scale scale, int series, boolean valued, boolean stacked) {
    List<Double> values = new ArrayList<>();
    while (values.size() < series) {
      double value = valued ? scale.fine(dice) : scale.exact(dice);
      if (stacked) {
        double unit = scale.fineDecimals() == 0 ? 1 : scale.fineDecimals() == 1 ? 10 : 100;
        value = Math.round(value / series * unit) / unit;
      }
      // Two marks at one place would hide each other.
      if (valued || !values.contains(value)) {
        values.add(value);
      } else if (values.size() >= scale.ticks() - 1) {
        throw new NoRoomException("there are more series than ticks");
      }
    }
    return values;
  }

  private List<String> numbers(Scale scale) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < scale.ticks(); i++) {
      numbers.add(number(scale.tick(i), scale.decimals()));
    }
    return numbers;
  }

  private String number(double value, int decimals) {
    return Typesetter.visible(words.number(value, decimals));
  }

  private String title(double probability) {
    return dice.chance(probability) ? capital(words.word()) : "";
  }

  private List<String> names(int count) {
    List<String> names = new ArrayList<>();
    while (names.size() < count) {
      String name =
          dice.chance(0.2) ? String.valueOf(dice.between(1950, 2035)) : capital(words.word());
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private List<String> categories(int count) {
    int first = dice.between(1950, 2030);
    List<String> categories = new ArrayList<>();
    int way = dice.between(0, 5);
    for (int i = 0; i < count; i++) {
      categories.add(
          switch (way) {
            case 0 -> String.valueOf(first + i);
            case 1 -> String.valueOf((char) ('A' + i));
            case 2 -> "Q" + (i % 4 + 1) + "/" + (first + i / 4) % 100;
            case 3 -> words.city();
            default -> capital(words.word());
          });
    }
    if (categories.stream().distinct().count() < count) {
      throw new NoRoomException("two categories have one name");
    }
    return categories.stream().map(Typesetter::visible).toList();
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
