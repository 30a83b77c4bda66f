package io.scriptorium.parser.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The sum over pages, and over the key values of their documents.
 *
 * @param errors edit operations on the text of all pages
 * @param characters of the truth of all pages
 * @param normalised sum of the pages' normalised edit distances
 * @param tables sums over the tables of the truth
 * @param charts sums over the data of the charts of the truth
 * @param formulas of the truth, those with a partner, and those read exactly
 * @param keyValues values in the truth, those read, and those that agree
 */
record Scores(
    int pages,
    int missing,
    int valid,
    int truncated,
    long errors,
    long characters,
    double normalised,
    BlockScore loose,
    BlockScore strict,
    TableSums tables,
    TableSums charts,
    Counts formulas,
    Counts keyValues) {
  static final Scores NONE =
      new Scores(
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          BlockScore.NONE,
          BlockScore.NONE,
          TableSums.NONE,
          TableSums.NONE,
          Counts.NONE,
          Counts.NONE);

  /** Tables and the sums of their similarities. */
  record TableSums(int count, double teds, double structure) {
    static final TableSums NONE = new TableSums(0, 0, 0);

    static TableSums of(List<TableScore> scores) {
      return new TableSums(
          scores.size(),
          scores.stream().mapToDouble(TableScore::teds).sum(),
          scores.stream().mapToDouble(TableScore::structure).sum());
    }

    TableSums plus(TableSums other) {
      return new TableSums(count + other.count, teds + other.teds, structure + other.structure);
    }

    OptionalDouble meanTeds() {
      return ratio(teds, count);
    }

    OptionalDouble meanStructure() {
      return ratio(structure, count);
    }
  }

  static Scores of(PageScore page) {
    return new Scores(
        1,
        page.missing() ? 1 : 0,
        page.valid() ? 1 : 0,
        page.truncated() ? 1 : 0,
        page.text().errors(),
        page.text().truth(),
        page.text().normalised(),
        page.loose(),
        page.strict(),
        TableSums.of(page.tables()),
        TableSums.of(page.charts()),
        page.formulas(),
        Counts.NONE);
  }

  Scores plus(Scores other) {
    return new Scores(
        pages + other.pages,
        missing + other.missing,
        valid + other.valid,
        truncated + other.truncated,
        errors + other.errors,
        characters + other.characters,
        normalised + other.normalised,
        loose.plus(other.loose),
        strict.plus(other.strict),
        tables.plus(other.tables),
        charts.plus(other.charts),
        formulas.plus(other.formulas),
        keyValues.plus(other.keyValues));
  }

  Scores withKeyValues(Counts counts) {
    return new Scores(
        pages,
        missing,
        valid,
        truncated,
        errors,
        characters,
        normalised,
        loose,
        strict,
        tables,
        charts,
        formulas,
        counts);
  }

  /** The part of a whole; empty if the whole is nothing. */
  static OptionalDouble ratio(double part, double whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }
}
