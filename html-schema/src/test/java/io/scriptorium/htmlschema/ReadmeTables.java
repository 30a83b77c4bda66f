package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes those tables of the README that are told by the code. */
final class ReadmeTables {
  private static final Pattern GENERATED =
      Pattern.compile("(<!-- generated: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  private static final Map<String, List<String>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("elements", elements());
    TABLES.put("attributes", attributes());
    TABLES.put("figures", figures());
    TABLES.put("repairs", codes("what happened", RepairCode.values(), RepairCode::description));
    TABLES.put("flags", codes("what was found", ContentCode.values(), ContentCode::description));
    TABLES.put(
        "violations", codes("what is wrong", ViolationCode.values(), ViolationCode::description));
  }

  private ReadmeTables() {}

  /** The names of all tables. */
  static List<String> names() {
    return List.copyOf(TABLES.keySet());
  }

  /** The names of the tables that a text has a place for. */
  static List<String> namesIn(String readme) {
    return GENERATED.matcher(readme).results().map(match -> match.group(2)).toList();
  }

  /** A text with its tables as the code has them. */
  static String update(String readme) {
    return GENERATED.matcher(readme).replaceAll(ReadmeTables::table);
  }

  private static String table(MatchResult place) {
    List<String> rows = TABLES.get(place.group(2));
    if (rows == null) {
      throw new IllegalArgumentException("there is no table " + place.group(2));
    }
    return Matcher.quoteReplacement(
        place.group(1) + String.join("\n", rows) + "\n" + place.group(3));
  }

  private static List<String> elements() {
    List<String> rows = head("element", "stands for", "holds", "attributes");
    for (FormatElement element : FormatElement.values()) {
      String attributes =
          element.attributes().stream()
              .map(attribute -> code(attribute.text()))
              .collect(Collectors.joining(", "));
      rows.add(
          row(
              element.names().stream().map(ReadmeTables::code).collect(Collectors.joining(", ")),
              element.meaning(),
              element.content(),
              attributes));
    }
    return rows;
  }

  private static List<String> attributes() {
    List<String> rows = head("attribute", "value");
    for (FormatAttribute attribute : FormatAttribute.values()) {
      rows.add(row(code(attribute.text()), attribute.range()));
    }
    return rows;
  }

  private static List<String> figures() {
    List<String> rows = head("block", "`class`", "`format`", "content");
    for (FigureClass figure : FigureClass.values()) {
      rows.add(
          row(
              code(figure.block().getSimpleName()),
              code(figure.attribute()),
              figure.format().isEmpty() ? "" : code(figure.format()),
              figure.contentName().isEmpty()
                  ? "nothing"
                  : code(figure.contentName()) + " with " + figure.content()));
    }
    return rows;
  }

  private static <E extends Enum<E>> List<String> codes(
      String meaning, E[] codes, Function<E, String> description) {
    List<String> rows = head("code", meaning);
    Arrays.stream(codes).forEach(c -> rows.add(row(code(c.name()), description.apply(c))));
    return rows;
  }

  private static List<String> head(String... names) {
    List<String> rows = new ArrayList<>();
    rows.add(row(names));
    rows.add("|" + "---|".repeat(names.length));
    return rows;
  }

  private static String row(String... cells) {
    return ("| " + String.join(" | ", cells) + " |").replace("|  |", "| |");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
