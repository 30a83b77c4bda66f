package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooseColumnsTest {
  private static final BoundingBox BOX = new BoundingBox(100, 300, 500, 360);
  private static final BoundingBox LEFT = new BoundingBox(100, 300, 250, 360);
  private static final BoundingBox RIGHT = new BoundingBox(300, 300, 500, 340);

  @Test
  void areTextsOfWhichOneHasBankDetails() {
    assertThat(
            told(
                List.of(LEFT, RIGHT),
                table("IBAN|Nail Works Ltd", "IE07 0000 1111 2222|1 High Square", "IE 1234567|")))
        .containsExactly(
            new Paragraph(LEFT, "IBAN\nIE07 0000 1111 2222\nIE 1234567"),
            new Paragraph(RIGHT, "Nail Works Ltd\n1 High Square"));
  }

  @Test
  void areTextsOfWhichOneHasWaysToReachSomebody() {
    assertThat(
            told(
                List.of(LEFT, RIGHT),
                table("Nail Works|Tel. +353 1 23 45", "1 High Square|nails@example.org")))
        .hasSize(2)
        .allMatch(Paragraph.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IBAN|IE07 0000 1111 2222", "E-mail|nails@example.org"})
  void areTablesWhereTheLabelStandsBesideTheValue(String row) {
    Table form = table(row, "Street|1 High Square");

    assertThat(told(List.of(LEFT, RIGHT), form)).containsExactly(form);
  }

  @Test
  void areTablesWithoutWhiteBetweenTheColumns() {
    Table foot = table("IBAN|Nail Works", "IE07 0000 1111 2222|1 High Square");

    assertThat(told(List.of(), foot)).containsExactly(foot);
  }

  @Test
  void areOneTextWhereThereIsOneColumn() {
    assertThat(told(List.of(LEFT), table("Nails", "and hooks")))
        .containsExactly(new Paragraph(LEFT, "Nails\nand hooks"));
  }

  @Test
  void areTablesWhereAColumnIsEmpty() {
    Table empty = table("", "");
    Table half = table("IBAN|", "IE07 0000 1111 2222|");

    assertThat(told(List.of(LEFT), empty)).containsExactly(empty);
    assertThat(told(List.of(LEFT, RIGHT), half)).containsExactly(half);
  }

  @Test
  void areTablesWithSpansOrManyRows() {
    Cell wide = new Cell("IBAN", 2, 1, false);
    Table spanned =
        new Table(
            BOX,
            new Grid(
                List.of(
                    List.of(wide),
                    List.of(new Cell("IE07 0000", 1, 1, false), new Cell("", 1, 1, false)))));
    Table high = table("a", "b", "c", "d", "e", "f");

    assertThat(told(List.of(LEFT, RIGHT), spanned)).containsExactly(spanned);
    assertThat(told(List.of(LEFT), high)).containsExactly(high);
  }

  @Test
  void areTablesWhereOneIsBesideThem() {
    Table one = table("Nails", "and hooks");
    Table other = table("5", "7");

    assertThat(told(List.of(LEFT), one, other)).containsExactly(one, other);
    assertThat(LooseColumns.in(page(one), false, true, (box, count) -> List.of(LEFT)).blocks())
        .containsExactly(one);
  }

  private static List<Block> told(List<BoundingBox> columns, Block... blocks) {
    return LooseColumns.in(page(blocks), false, false, (box, count) -> columns).blocks();
  }

  private static Page page(Block... blocks) {
    return new Page(Paper.SIZE, List.of(blocks));
  }

  private static Table table(String... rows) {
    return new Table(BOX, Paper.grid(rows));
  }
}
