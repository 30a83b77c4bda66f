package io.scriptorium.htmlschema.export;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Table;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table as comma-separated values by RFC 4180: lines end with CR LF, a value that needs it stands
 * in quotes. A cell that spans several places stands in its upper left one, and the others are
 * empty. Safe for use by several threads.
 *
 * <p>Spreadsheets take a value that begins with one of {@code = + - @} for a formula, quoted or
 * not, and a document comes from anybody. Unless it is a plain number, such a value gets an
 * apostrophe in front, which spreadsheets take for <em>this is text</em>.
 */
public final class Csv {
  private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
  private static final Pattern NUMBER = Pattern.compile("[+-]\\s?\\d[\\d.,' \u00A0\u202F]*\\s?%?");

  private Csv() {}

  /** The table that a block holds, if it holds one with anything in it. */
  public static Optional<Grid> tableOf(Block block) {
    if (block instanceof Table table) {
      return notEmpty(table.grid());
    }
    return block instanceof Chart chart ? notEmpty(chart.data()) : Optional.empty();
  }

  private static Optional<Grid> notEmpty(Grid grid) {
    return grid.rows().isEmpty() ? Optional.empty() : Optional.of(grid);
  }

  /** A table, to be stored as UTF-8. */
  public static String table(Grid grid) {
    String[][] places = new String[grid.rows().size()][grid.columns()];
    for (Grid.Placed placed : grid.placed()) {
      places[placed.row()][placed.column()] = value(placed.cell().text());
    }
    StringBuilder out = new StringBuilder();
    for (String[] row : places) {
      for (int column = 0; column < row.length; column++) {
        out.append(column == 0 ? "" : ",");
        out.append(row[column] == null ? "" : row[column]);
      }
      out.append("\r\n");
    }
    return out.toString();
  }

  private static String value(String text) {
    String harmless = isFormula(text) ? "'" + text : text;
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n');
    return quoted ? '"' + harmless.replace("\"", "\"\"").replace("\n", "\r\n") + '"' : harmless;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }
}
