package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.parser.evaluation.ResultDocument.ReadPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one page was read.
 *
 * @param kind of the document
 * @param number from 1
 * @param missing whether the results have no such page; it then counts as an empty one
 * @param valid whether the model's answer was whole and needed no repair
 * @param truncated whether the answer was cut off
 * @param loose blocks found at an overlap of {@value #LOOSE}
 * @param strict blocks found at an overlap of {@value #STRICT}
 * @param notes what was not compared in full
 */
record PageScore(
    String document,
    String kind,
    int number,
    boolean missing,
    boolean valid,
    boolean truncated,
    TextScore text,
    BlockScore loose,
    BlockScore strict,
    List<TableScore> tables,
    List<TableScore> charts,
    Counts formulas,
    List<String> notes) {
  static final double LOOSE = 0.5;
  static final double STRICT = 0.75;

  PageScore {
    tables = List.copyOf(tables);
    charts = List.copyOf(charts);
    notes = List.copyOf(notes);
  }

  static PageScore of(TruthDocument document, int number, @Nullable ReadPage read) {
    Page truth = document.pages().get(number - 1);
    Page predicted = read == null ? new Page(truth.size(), List.of()) : read.content();
    TextScore text = TextScore.of(ReadingText.of(truth), ReadingText.of(predicted));
    List<TableScore> tables = tables(truth, predicted);
    List<TableScore> charts = charts(truth, predicted);
    return new PageScore(
        document.name(),
        document.kind(),
        number,
        read == null,
        read != null && read.done() && read.repairs() == 0,
        read != null && read.truncated(),
        text,
        BlockScore.of(truth, predicted, LOOSE),
        BlockScore.of(truth, predicted, STRICT),
        tables,
        charts,
        formulas(truth, predicted),
        notes(text, tables, charts, predicted));
  }

  private static List<TableScore> tables(Page truth, Page predicted) {
    List<TableScore> scores = new ArrayList<>();
    for (Partners.Pair<Table> pair : Partners.of(truth, predicted, Table.class)) {
      Table partner = pair.predicted();
      scores.add(
          partner == null ? TableScore.MISSED : TableScore.of(pair.truth().grid(), partner.grid()));
    }
    return scores;
  }

  private static List<TableScore> charts(Page truth, Page predicted) {
    List<TableScore> scores = new ArrayList<>();
    for (Partners.Pair<Chart> pair : Partners.of(truth, predicted, Chart.class)) {
      Chart partner = pair.predicted();
      scores.add(
          partner == null ? TableScore.MISSED : TableScore.of(pair.truth().data(), partner.data()));
    }
    return scores;
  }

  private static Counts formulas(Page truth, Page predicted) {
    int all = 0;
    int found = 0;
    int exact = 0;
    for (Partners.Pair<Formula> pair : Partners.of(truth, predicted, Formula.class)) {
      Formula partner = pair.predicted();
      all++;
      if (partner != null) {
        found++;
        exact += Latex.same(pair.truth().latex(), partner.latex()) ? 1 : 0;
      }
    }
    return new Counts(all, found, exact);
  }

  private static List<String> notes(
      TextScore text, List<TableScore> tables, List<TableScore> charts, Page predicted) {
    List<String> notes = new ArrayList<>();
    if (text.cut()) {
      notes.add("text beyond " + TextScore.MAX_CHARACTERS + " characters counts as errors");
    }
    if (tables.stream().anyMatch(TableScore::tooLarge)
        || charts.stream().anyMatch(TableScore::tooLarge)) {
      notes.add("a table beyond the limits counts as not read");
    }
    if (predicted.blocks().size() > BlockScore.MAX_BLOCKS) {
      notes.add("of each type only the first " + BlockScore.MAX_BLOCKS + " blocks are matched");
    }
    return notes;
  }
}
