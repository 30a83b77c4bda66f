package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
  private static final PageSize SIZE = new PageSize(1000, 2000);
  private static final Heading HEADING = new Heading(box(100, 100, 500, 200), 1, "Invoice");
  private static final Paragraph PARAGRAPH = new Paragraph(box(100, 300, 900, 400), "Dear Ada");
  private static final Table TABLE =
      new Table(box(100, 500, 900, 900), grid(List.of("a", "b"), List.of("c", "d")));
  private static final Formula FORMULA =
      new Formula(box(100, 1000, 500, 1100), Formula.Kind.UNSPECIFIED, "x^2 + 1");
  private static final Chart CHART =
      new Chart(box(100, 1200, 900, 1800), grid(List.of("2025", "7")));
  private static final Page PAGE = page(HEADING, PARAGRAPH, TABLE, FORMULA, CHART);
  private static final Page EMPTY = page();

  @TempDir private Path home;
  private EvaluationFolders folders;

  @BeforeEach
  void prepareFolders() {
    folders = new EvaluationFolders(home);
  }

  @Test
  void givesTheTruthItselfFullMarks() throws EvaluationException {
    folders
        .truth("a", PAGE, EMPTY)
        .details("a", "{'values': {'total': '9'}}")
        .result("a.pdf", PAGE, EMPTY)
        .keyValues("a.pdf", "{'values': {'total': '9'}}");

    Evaluation evaluation = folders.evaluate();

    for (Metric metric : Metric.values()) {
      assertThat(metric.of(evaluation.groups().all()))
          .as(metric.key())
          .hasValue(metric.higherIsBetter() ? 1 : 0);
    }
    assertThat(evaluation.missing()).isEmpty();
    assertThat(evaluation.withoutTruth()).isEmpty();
    assertThat(evaluation.notes()).isEmpty();
  }

  /** The text of the page is "Invoice Dear Ada a b c d x^2 + 1 2025 7": 39 characters. */
  @Test
  void losesWhatDamageCosts() throws EvaluationException {
    folders
        .truth("a", PAGE)
        .result(
            "a.pdf",
            page(
                new Heading(box(100, 100, 500, 200), 2, "Invoise"),
                new Paragraph(box(100, 350, 900, 450), "Dear Ida"),
                new Table(TABLE.box(), grid(List.of("a", "b"), List.of("c", ""))),
                new Formula(FORMULA.box(), Formula.Kind.PRINTED, "x^2+1"),
                new Image(CHART.box())));

    Scores scores = folders.evaluate().groups().all();

    // c to s, A to I, " d", two spaces of the formula, " 2025 7".
    assertThat(scores.characters()).isEqualTo(39);
    assertThat(scores.errors()).isEqualTo(1 + 1 + 2 + 2 + 7);
    assertThat(Metric.CER.of(scores)).hasValue(13 / 39.0);
    assertThat(Metric.EDIT_DISTANCE.of(scores)).hasValue(13 / 39.0);
    // The paragraph overlaps by a third, and the image is no chart.
    assertThat(scores.loose().total()).isEqualTo(new Counts(5, 5, 3));
    assertThat(scores.loose().byType())
        .containsEntry(BlockType.PARAGRAPH, new Counts(1, 1, 0))
        .containsEntry(BlockType.CHART, new Counts(1, 0, 0))
        .containsEntry(BlockType.IMAGE, new Counts(0, 1, 0));
    assertThat(Metric.F1_50.of(scores)).hasValue(0.6);
    assertThat(Metric.TEDS.of(scores).orElseThrow()).isCloseTo(1 - 1 / 6.0, within(1e-12));
    assertThat(Metric.TEDS_STRUCTURE.of(scores)).hasValue(1);
    assertThat(Metric.CHART_TEDS.of(scores)).hasValue(0);
    assertThat(Metric.FORMULAS.of(scores)).hasValue(1);
    assertThat(Metric.KEY_VALUES.of(scores)).isEmpty();
  }

  @Test
  void distinguishesTheTwoOverlaps() throws EvaluationException {
    Paragraph shorter = new Paragraph(box(100, 300, 900, 360), "Dear Ada");
    folders.truth("a", page(PARAGRAPH)).result("a.pdf", page(shorter));

    Scores scores = folders.evaluate().groups().all();

    assertThat(Metric.F1_50.of(scores)).hasValue(1);
    assertThat(Metric.F1_75.of(scores)).hasValue(0);
  }

  @Test
  void comparesBoxesOfPagesRenderedAtAnotherResolution() throws EvaluationException {
    Page half =
        new Page(
            new PageSize(500, 1000), List.of(new Paragraph(box(50, 150, 450, 200), "Dear Ada")));
    folders.truth("a", page(PARAGRAPH)).result("a.pdf", half);

    assertThat(Metric.F1_75.of(folders.evaluate().groups().all())).hasValue(1);
  }

  @Test
  void comparesATableInTheWrongPlaceByItsText() throws EvaluationException {
    Table elsewhere = new Table(box(0, 1900, 100, 2000), TABLE.grid());
    folders.truth("a", page(TABLE)).result("a.pdf", page(elsewhere));

    Scores scores = folders.evaluate().groups().all();

    assertThat(Metric.TEDS.of(scores)).hasValue(1);
    assertThat(Metric.F1_50.of(scores)).hasValue(0);
  }

  @Test
  void countsMissingPagesAndDocumentsAsEmptyAndNamesThem() throws EvaluationException {
    folders.truth("a", PAGE, PAGE).truth("b", PAGE).result("a.pdf", PAGE);

    Evaluation evaluation = folders.evaluate();

    assertThat(evaluation.missing()).containsExactly("b");
    assertThat(evaluation.missingPages()).containsExactly("a, page 2", "b, page 1");
    assertThat(Metric.CER.of(evaluation.groups().all())).hasValue(2 / 3.0);
    assertThat(Metric.RECALL_50.of(evaluation.groups().all())).hasValue(1 / 3.0);
    assertThat(Metric.PRECISION_50.of(evaluation.groups().all())).hasValue(1);
  }

  @Test
  void namesResultsThatHaveNoTruth() throws EvaluationException {
    folders.truth("a", PAGE).result("a.pdf", PAGE).result("other/b.pdf", PAGE);

    assertThat(folders.evaluate().withoutTruth()).containsExactly("other/b.pdf");
  }

  @Test
  void prefersTheResultOfTheVeryName() throws EvaluationException {
    folders.truth("a", PAGE).result("a.pdf", EMPTY).result("x/a", PAGE);

    Evaluation evaluation = folders.evaluate();

    assertThat(Metric.CER.of(evaluation.groups().all())).hasValue(0);
    assertThat(evaluation.withoutTruth()).containsExactly("a.pdf");
  }

  @Test
  void findsAResultByItsLabel() throws EvaluationException {
    folders
        .truth("a", EMPTY)
        .result("7f3c", "{'label': 'inbox/a.tif', 'pages': []}", HtmlWriter.document(List.of()));

    assertThat(folders.evaluate().missing()).isEmpty();
  }

  @Test
  void sumsUpByKindLanguageAndCondition() throws EvaluationException {
    folders
        .truth("a", PAGE)
        .details("a", "{'kind': 'invoice', 'language': 'de', 'clean': true}")
        .truth("b", PAGE)
        .details("b", "{'kind': 'letter', 'language': 'de', 'degradations': {'blur': 1}}")
        .truth("c", PAGE)
        .result("a.pdf", PAGE)
        .result("b.pdf", PAGE);

    Evaluation.Groups groups = folders.evaluate().groups();

    assertThat(groups.kinds()).containsOnlyKeys("invoice", "letter", "unspecified");
    assertThat(groups.languages()).containsOnlyKeys("de", "unspecified");
    assertThat(groups.conditions()).containsOnlyKeys("clean", "degraded", "unknown");
    assertThat(Metric.CER.of(groups.conditions().get("degraded"))).hasValue(0);
    assertThat(Metric.CER.of(groups.kinds().get("unspecified"))).hasValue(1);
  }

  @Test
  void tellsRepairedAndTruncatedPagesFromValidOnes() throws EvaluationException {
    String metadata =
        """
        {'pages': [
          {'number': 1, 'status': 'DONE', 'repairs': [{'code': 'TAG_CLOSED'}]},
          {'number': 2, 'status': 'TRUNCATED', 'repairs': []},
          {'number': 3, 'status': 'DONE', 'repairs': []},
          {'number': 4, 'status': 'FAILED'}]}
        """;
    folders
        .truth("a", PAGE, PAGE, PAGE, PAGE)
        .result("a.pdf", metadata, HtmlWriter.document(List.of(PAGE, PAGE, PAGE, EMPTY)));

    Scores scores = folders.evaluate().groups().all();

    assertThat(Metric.VALID.of(scores)).hasValue(0.25);
    assertThat(Metric.TRUNCATED.of(scores)).hasValue(0.25);
  }

  @Test
  void countsKeyValuesOnceAnyResultHasThem() throws EvaluationException {
    folders
        .truth("a", PAGE)
        .details("a", "{'values': {'total': '9', 'number': '1'}}")
        .truth("b", PAGE)
        .details("b", "{'values': {'total': '9'}}")
        .result("a.pdf", PAGE)
        .result("b.pdf", PAGE);
    assertThat(Metric.KEY_VALUES.of(folders.evaluate().groups().all())).isEmpty();

    folders.keyValues("b.pdf", "{'values': {'total': '9'}}");

    assertThat(folders.evaluate().groups().all().keyValues()).isEqualTo(new Counts(3, 1, 1));
  }

  @Test
  void takesAnUnreadableResultForAMissingOne() throws EvaluationException {
    folders
        .truth("a", PAGE)
        .truth("b", PAGE)
        .truth("c", PAGE)
        .result("a.pdf", "{'pages': 1}", HtmlWriter.document(List.of(PAGE)))
        .result("b.pdf", "{'pages': [null, {}]}", "<p>secret")
        .result("c.pdf", "{", HtmlWriter.document(List.of(PAGE)));

    Evaluation evaluation = folders.evaluate();

    assertThat(evaluation.missing()).containsExactly("a", "b", "c");
    assertThat(evaluation.notes())
        .hasSize(3)
        .allMatch(note -> note.startsWith("the result of ") && note.contains("cannot be read"))
        .noneMatch(note -> note.contains("secret"));
  }

  @Test
  void notesWhatAResultHasBeyondTheTruth() throws EvaluationException {
    folders
        .truth("a", PAGE)
        .details("a", "{'values': {'total': '9'}}")
        .result("a.pdf", PAGE, PAGE, PAGE)
        .keyValues("a.pdf", "[1]");

    assertThat(folders.evaluate().notes())
        .containsExactly(
            "the result of a has 2 pages more than the truth",
            "the key values of a cannot be read: it is JSON, but no object");
  }

  @Test
  void keepsTheWorstPages() throws EvaluationException {
    Page wrong = page(new Paragraph(PARAGRAPH.box(), "Dear Bob"));
    folders
        .truth("a", PAGE, page(PARAGRAPH), PAGE)
        .truth("b", PAGE, PAGE)
        .result("a.pdf", PAGE, wrong, EMPTY)
        .result("b.pdf", EMPTY, PAGE);

    assertThat(folders.evaluate().worst())
        .extracting(page -> page.score().document() + page.score().number())
        .containsExactly("a3", "b1", "a2");
  }

  @Test
  void needsATruthThatIsUsable() throws IOException {
    assertThatThrownBy(folders::evaluate)
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("there is no truth");

    Files.writeString(folders.truth.resolve("a.html"), "<p>x");
    assertThatThrownBy(folders::evaluate)
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("a.html is unusable");

    folders.truth("a", PAGE).details("a", "[]");
    assertThatThrownBy(folders::evaluate)
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("a.json is unusable: it is JSON, but no object");
  }

  private static Page page(Block... blocks) {
    return new Page(SIZE, List.of(blocks));
  }

  private static BoundingBox box(int x1, int y1, int x2, int y2) {
    return new BoundingBox(x1, y1, x2, y2);
  }

  @SafeVarargs
  private static Grid grid(List<String>... rows) {
    return new Grid(
        List.of(rows).stream()
            .map(row -> row.stream().map(text -> new Cell(text, 1, 1, false)).toList())
            .toList());
  }
}
