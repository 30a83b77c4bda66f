package io.scriptorium.parser.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What is measured over pages. The keys are stable; they stand in reports and in options. */
enum Metric {
  CER("cer", "character error rate", false, s -> Scores.ratio(s.errors(), s.characters())),
  EDIT_DISTANCE(
      "editDistance",
      "normalised edit distance",
      false,
      s -> Scores.ratio(s.normalised(), s.pages())),
  PRECISION_50(
      "precisionAt50", "block precision, IoU 0.5", true, s -> s.loose().total().precision()),
  RECALL_50("recallAt50", "block recall, IoU 0.5", true, s -> s.loose().total().recall()),
  F1_50("f1At50", "block F1, IoU 0.5", true, s -> s.loose().total().f1()),
  PRECISION_75(
      "precisionAt75", "block precision, IoU 0.75", true, s -> s.strict().total().precision()),
  RECALL_75("recallAt75", "block recall, IoU 0.75", true, s -> s.strict().total().recall()),
  F1_75("f1At75", "block F1, IoU 0.75", true, s -> s.strict().total().f1()),
  TEDS("teds", "table TEDS", true, s -> s.tables().meanTeds()),
  TEDS_STRUCTURE("tedsStructure", "table TEDS, structure", true, s -> s.tables().meanStructure()),
  CHART_TEDS("chartTeds", "chart data TEDS", true, s -> s.charts().meanTeds()),
  FORMULAS("formulas", "formulas exact", true, s -> s.formulas().recall()),
  KEY_VALUES("keyValues", "key-value F1", true, s -> s.keyValues().f1()),
  VALID("valid", "pages valid without repair", true, s -> Scores.ratio(s.valid(), s.pages())),
  TRUNCATED("truncated", "pages cut off", false, s -> Scores.ratio(s.truncated(), s.pages()));

  private final String key;
  private final String title;
  private final boolean higherIsBetter;
  private final Function<Scores, OptionalDouble> value;

  Metric(String key, String title, boolean higherIsBetter, Function<Scores, OptionalDouble> value) {
    this.key = key;
    this.title = title;
    this.higherIsBetter = higherIsBetter;
    this.value = value;
  }

  static Optional<Metric> find(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
  }

  String key() {
    return key;
  }

  String title() {
    return title;
  }

  boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Empty if the pages have nothing that it could be measured on. */
  OptionalDouble of(Scores scores) {
    return value.apply(scores);
  }

  boolean meets(double reached, double bound) {
    return higherIsBetter ? reached >= bound : reached <= bound;
  }
}
