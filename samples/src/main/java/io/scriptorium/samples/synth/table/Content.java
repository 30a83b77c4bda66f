package io.scriptorium.samples.synth.table;

import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Words;
import io.scriptorium.samples.synth.flow.Phrase;
import io.scriptorium.samples.synth.flow.Typesetter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in a table.
 *
 * @param kinds of its columns
 * @param names of its columns
 * @param rows below the header
 * @param total whether the last row sums up the others
 */
record Content(List<ColumnKind> kinds, List<String> names, List<List<String>> rows, boolean total) {
  private static final double EMPTY = 0.04;

  static Content make(Desk desk, int columns, int rows) {
    List<ColumnKind> kinds = kinds(desk.dice(), columns);
    List<String> names = new ArrayList<>();
    for (ColumnKind kind : kinds) {
      names.add(name(desk, kind));
    }
    boolean gaps = desk.dice().chance(0.25);
    List<List<String>> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      cells.add(row(desk, kinds, gaps));
    }
    boolean total =
        rows > 2
            && !kinds.get(0).isNumber()
            && kinds.stream().anyMatch(ColumnKind::isNumber)
            && desk.dice().chance(0.2);
    if (total) {
      cells.add(total(desk, kinds));
    }
    return new Content(kinds, names, cells, total);
  }

  private static List<ColumnKind> kinds(Dice dice, int columns) {
    List<ColumnKind> all = Arrays.asList(ColumnKind.values());
    boolean figures = dice.chance(0.4);
    List<ColumnKind> numbers = all.stream().filter(ColumnKind::isNumber).toList();
    List<ColumnKind> texts = all.stream().filter(kind -> !kind.isNumber()).toList();
    List<ColumnKind> kinds = new ArrayList<>();
    kinds.add(dice.pickWeighted(texts, ColumnKind::weight));
    for (int i = 1; i < columns; i++) {
      kinds.add(dice.pickWeighted(figures ? numbers : all, ColumnKind::weight));
    }
    return kinds;
  }

  private static String name(Desk desk, ColumnKind kind) {
    Words words = desk.words();
    String name = ColumnKind.capital(words.word());
    if (desk.dice().chance(0.25)) {
      name += " " + words.word();
    }
    if (kind.isNumber() && desk.dice().chance(0.15)) {
      name += " (" + desk.dice().pick("€", "%", "kg", "m²", "h", "km", "°C") + ")";
    }
    return Typesetter.visible(name);
  }

  private static List<String> row(Desk desk, List<ColumnKind> kinds, boolean gaps) {
    List<String> row = new ArrayList<>();
    for (ColumnKind kind : kinds) {
      boolean empty = gaps && !row.isEmpty() && desk.dice().chance(EMPTY);
      row.add(empty ? "" : Typesetter.visible(kind.value(desk.words(), desk.dice())));
    }
    return row;
  }

  private static List<String> total(Desk desk, List<ColumnKind> kinds) {
    List<String> row = new ArrayList<>();
    row.add(Phrase.TOTAL.in(desk));
    for (ColumnKind kind : kinds.subList(1, kinds.size())) {
      row.add(kind.isNumber() ? Typesetter.visible(kind.value(desk.words(), desk.dice())) : "");
    }
    return row;
  }

  int columns() {
    return kinds.size();
  }

  /** All that stands in a column, its name included. */
  Stream<String> column(int column) {
    return Stream.concat(Stream.of(names.get(column)), rows.stream().map(row -> row.get(column)));
  }
}
