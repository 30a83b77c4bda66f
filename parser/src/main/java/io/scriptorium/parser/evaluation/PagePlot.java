package io.scriptorium.parser.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Draws a figure of every page as a dot, a row for each kind of document, with the row's median.
 */
final class PagePlot {
  /** Dots in a row; of more pages every n-th is drawn, from the lowest figure to the highest. */
  private static final int MAX_DOTS = 400;

  private static final int MAX_ROWS = 20;
  private static final int LEFT = 130;
  private static final int WIDTH = 400;
  private static final int ROW = 34;
  private static final int TOP = 8;

  private final String title;
  private final double[] ticks;
  private final DoubleUnaryOperator scale;
  private final ToDoubleFunction<PageScore> figure;

  private PagePlot(
      String title, double[] ticks, DoubleUnaryOperator scale, ToDoubleFunction<PageScore> figure) {
    this.title = title;
    this.ticks = ticks;
    this.scale = scale;
    this.figure = figure;
  }

  /** The edit distance of the text; small ones are spread out, since that is where work is done. */
  static PagePlot editDistances() {
    return new PagePlot(
        "Edit distance of each page",
        new double[] {0, 0.01, 0.05, 0.1, 0.25, 0.5, 1},
        Math::sqrt,
        page -> page.text().normalised());
  }

  static PagePlot blocksFound() {
    return new PagePlot(
        "Block F1 of each page, IoU 0.5",
        new double[] {0, 0.25, 0.5, 0.75, 1},
        value -> value,
        page -> page.loose().total().f1().orElse(1));
  }

  void write(Map<String, List<PageScore>> kinds, Markup out) throws IOException {
    Map<String, double[]> rows = rows(kinds);
    int height = TOP + ROW * rows.size();
    out.raw("<figure><figcaption>").text(title).raw("</figcaption>");
    out.format(
        "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\">", LEFT + WIDTH + 24, height + 24);
    for (double tick : ticks) {
      double x = x(tick);
      out.format("<path class=\"grid\" d=\"M%.1f %d V%d\"/>", x, TOP, height);
      out.format("<text class=\"tick\" x=\"%.1f\" y=\"%d\">", x, height + 16);
      out.text(tickText(tick)).raw("</text>");
    }
    int middle = TOP + ROW / 2;
    for (Map.Entry<String, double[]> row : rows.entrySet()) {
      row(row.getKey(), row.getValue(), middle, out);
      middle += ROW;
    }
    out.raw("</svg></figure>");
  }

  private void row(String kind, double[] figures, int middle, Markup out) throws IOException {
    out.format("<text class=\"kind\" x=\"%d\" y=\"%d\">", LEFT - 14, middle + 4);
    out.text(kind).raw("</text>");
    int step = 1 + (figures.length - 1) / MAX_DOTS;
    for (int i = 0; i < figures.length; i += step) {
      int lift = i / step % 5 * 4 - 8;
      out.format(
          "<circle class=\"dot\" cx=\"%.1f\" cy=\"%d\" r=\"3\"/>", x(figures[i]), middle + lift);
    }
    out.format(
        "<path class=\"median\" d=\"M%.1f %d v26\"/>", x(figures[figures.length / 2]), middle - 13);
  }

  /** The sorted figures of each kind; of very many kinds the first. */
  private Map<String, double[]> rows(Map<String, List<PageScore>> kinds) {
    return kinds.entrySet().stream()
        .limit(MAX_ROWS)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                kind -> kind.getValue().stream().mapToDouble(figure).sorted().toArray(),
                (a, b) -> a,
                TreeMap::new));
  }

  private double x(double value) {
    return LEFT + WIDTH * scale.applyAsDouble(value);
  }

  private static String tickText(double tick) {
    return String.format(Locale.ROOT, tick == Math.rint(tick) ? "%.0f" : "%s", tick);
  }
}
