package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Formula.Kind;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaNumbersTest {
  private static final BoundingBox LEFT = new BoundingBox(100, 100, 300, 140);
  private static final BoundingBox RIGHT = new BoundingBox(700, 110, 740, 130);
  private static final BoundingBox BOTH = new BoundingBox(100, 100, 740, 140);

  @ParameterizedTest
  @CsvSource({"(7), 7", "( 12 ), 12", "(3.14), 3.14", "(A.2), A.2", "(B1), B1", "(4a), 4a"})
  void givesAFormulaTheNumberToTheRightOfIt(String printed, String number) {
    assertThat(told(formula(LEFT, "a = b"), new Paragraph(RIGHT, printed)))
        .containsExactly(formula(BOTH, "a = b \\tag{" + number + "}"));
  }

  @Test
  void doesSoWhateverStandsBetweenThemInReadingOrder() {
    Block below = formula(new BoundingBox(100, 160, 300, 180), "c");
    Block before = formula(new BoundingBox(100, 60, 300, 80), "d");

    assertThat(told(before, formula(LEFT, "a"), below, new Paragraph(RIGHT, "(7)")))
        .containsExactly(before, formula(BOTH, "a \\tag{7}"), below);
  }

  @Test
  void givesItToTheNearestFormula() {
    Block nearer = formula(new BoundingBox(400, 100, 500, 140), "b");

    assertThat(told(formula(LEFT, "a"), nearer, new Paragraph(RIGHT, "(7)")))
        .containsExactly(
            formula(LEFT, "a"), formula(new BoundingBox(400, 100, 740, 140), "b \\tag{7}"));
  }

  @Test
  void leavesANumberThatSomethingElseStandsBefore() {
    assertLeft(
        formula(LEFT, "a"),
        new Paragraph(new BoundingBox(500, 100, 600, 140), "c = d"),
        new Paragraph(RIGHT, "(7)"));
  }

  @Test
  void doesNotRepeatATagThatIsThere() {
    assertThat(told(formula(LEFT, "a \\tag{7}"), new Paragraph(RIGHT, "(7)")))
        .containsExactly(formula(BOTH, "a \\tag{7}"));
  }

  @Test
  void leavesANumberThatIsNotTheOneOfTheFormula() {
    assertLeft(formula(LEFT, "a \\tag{7}"), new Paragraph(RIGHT, "(8)"));
  }

  @Test
  void leavesANumberThatStandsElsewhere() {
    assertLeft(formula(LEFT, "a"), new Paragraph(new BoundingBox(700, 150, 740, 170), "(7)"));
    assertLeft(formula(LEFT, "a"), new Paragraph(new BoundingBox(20, 110, 40, 130), "(7)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "(7) and (8)", "(x)", "(1987)", "()", "see (7)"})
  void leavesWhatIsNoNumberOfAFormula(String text) {
    assertLeft(formula(LEFT, "a"), new Paragraph(RIGHT, text));
  }

  private static void assertLeft(Block... blocks) {
    assertThat(told(blocks)).containsExactly(blocks);
  }

  private static Formula formula(BoundingBox box, String latex) {
    return new Formula(box, Kind.PRINTED, latex);
  }

  private static List<Block> told(Block... blocks) {
    return FormulaNumbers.in(new Page(new PageSize(1000, 1000), List.of(blocks))).blocks();
  }
}
