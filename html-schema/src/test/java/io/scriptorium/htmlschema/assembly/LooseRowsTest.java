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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LooseRowsTest {
  private static final BoundingBox ROW = new BoundingBox(100, 300, 500, 320);
  private static final BoundingBox LEFT = new BoundingBox(100, 300, 200, 320);
  private static final BoundingBox RIGHT = new BoundingBox(480, 300, 500, 320);

  private final Table foot = row("Nail Works", "", "4");

  @Test
  void areTheTextsThatStandApart() {
    assertThat(told(List.of(LEFT, RIGHT), foot))
        .containsExactly(new Paragraph(LEFT, "Nail Works"), new Paragraph(RIGHT, "4"));
  }

  @Test
  void areTablesWhereOthersStandApart() {
    assertThat(told(List.of(LEFT), foot)).containsExactly(foot);
    assertThat(told(List.of(), foot)).as("or a rule goes through").containsExactly(foot);
  }

  @Test
  void areTablesWithoutText() {
    Table empty = row("", "");

    assertThat(told(List.of(), empty)).containsExactly(empty);
  }

  @Test
  void areTablesWhereMostCellsAreNumbers() {
    Table numbers = row("2", "980.91");

    assertThat(told(List.of(LEFT, RIGHT), numbers)).containsExactly(numbers);
  }

  @Test
  void areTheLineOfAParagraphThatGoesOnBelow() {
    Paragraph rest = new Paragraph(new BoundingBox(100, 326, 500, 380), "to be had.");

    assertThat(told(List.of(ROW), row("Nails", "are"), rest))
        .containsExactly(new Paragraph(ROW, "Nails are"), rest);
    assertThat(told(List.of(), row("Nails", "are"), rest))
        .as("but not with a rule through it")
        .containsExactly(row("Nails", "are"), rest);
    Paragraph other = new Paragraph(new BoundingBox(100, 340, 500, 380), "To be had.");
    assertThat(told(List.of(LEFT), foot, other)).as("with more white").containsExactly(foot, other);
  }

  @Test
  void areTablesWhereOneIsBesideThem() {
    Table other = row("a", "b");

    assertThat(told(List.of(LEFT, RIGHT), foot, other)).containsExactly(foot, other);
    assertThat(LooseRows.in(page(foot), true, false, box -> List.of(LEFT, RIGHT)).blocks())
        .containsExactly(foot);
    assertThat(LooseRows.in(page(foot), false, true, box -> List.of(LEFT, RIGHT)).blocks())
        .containsExactly(foot);
  }

  @Test
  void areNoOtherTables() {
    Table two = new Table(ROW, new Grid(List.of(cells("a", "b"), cells("c", "d"))));

    assertThat(told(List.of(LEFT, RIGHT), two)).containsExactly(two);
    assertThat(told(List.of(LEFT), row("a"))).containsExactly(row("a"));
  }

  private static List<Block> told(List<BoundingBox> parts, Block... blocks) {
    return LooseRows.in(page(blocks), false, false, box -> parts).blocks();
  }

  private static Page page(Block... blocks) {
    return new Page(Paper.SIZE, List.of(blocks));
  }

  private static Table row(String... texts) {
    return new Table(ROW, new Grid(List.of(cells(texts))));
  }

  private static List<Cell> cells(String... texts) {
    return Stream.of(texts).map(text -> new Cell(text, 1, 1, false)).toList();
  }
}
