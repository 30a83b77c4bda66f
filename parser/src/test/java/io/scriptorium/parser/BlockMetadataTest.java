package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.ChemicalFormula;
import io.scriptorium.htmlschema.Continuation;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ImageText;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.MusicSheet;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Role;
import io.scriptorium.htmlschema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockMetadataTest {
  private static final BoundingBox BOX = new BoundingBox(1, 2, 3, 4);
  private static final String START = "{\"kind\":\"%s\",\"box\":[1,2,3,4]";
  private static final Grid GRID =
      new Grid(
          List.of(
              List.of(new Cell("both", 2, 1, true)),
              List.of(new Cell("a", 1, 1, false), new Cell("b", 1, 1, false))));
  private static final String ROWS =
      ",\"rows\":[[{\"text\":\"both\",\"colspan\":2,\"header\":true}],"
          + "[{\"text\":\"a\"},{\"text\":\"b\"}]]}";

  @ParameterizedTest
  @MethodSource("blocks")
  void writesKindPlaceAndContent(Block block, String kind, String content) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();

    BlockMetadata.write(block, node);

    assertThat(node).hasToString(START.formatted(kind) + content);
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        arguments(new Paragraph(BOX, "one"), "paragraph", ",\"text\":\"one\"}"),
        arguments(new Heading(BOX, 2, "one"), "heading", ",\"level\":2,\"text\":\"one\"}"),
        arguments(
            new ListBlock(BOX, true, List.of(new ListItem(BOX, "one"))),
            "list",
            ",\"ordered\":true,\"items\":[{\"box\":[1,2,3,4],\"text\":\"one\"}]}"),
        arguments(new Table(BOX, GRID), "table", ROWS),
        arguments(new Chart(BOX, GRID), "chart", ROWS),
        arguments(
            new Formula(BOX, Formula.Kind.HANDWRITTEN, "x^2"),
            "formula",
            ",\"setting\":\"handwritten\",\"latex\":\"x^2\"}"),
        arguments(new Image(BOX), "image", "}"),
        arguments(new Caption(BOX, "Fig. 1"), "caption", ",\"text\":\"Fig. 1\"}"),
        arguments(new ImageText(BOX, "EXIT"), "image_text", ",\"text\":\"EXIT\"}"),
        arguments(new MusicSheet(BOX, "X:1"), "music", ",\"abc\":\"X:1\"}"),
        arguments(new ChemicalFormula(BOX, "CCO"), "chemical_formula", ",\"smiles\":\"CCO\"}"));
  }

  @Test
  void writesMarksWhereTheyTellSomething() {
    Marks marks = Marks.NONE.withRole(Role.FOOTER).withConfidence(0.25);
    Continuation part = new Continuation(Continuation.Direction.DOWN, 1, 2);
    ObjectNode footer = JsonNodeFactory.instance.objectNode();
    ObjectNode table = JsonNodeFactory.instance.objectNode();

    BlockMetadata.write(new Paragraph(BOX, "one", marks), footer);
    BlockMetadata.write(new Table(BOX, Grid.EMPTY).continuing(part), table);

    assertThat(footer)
        .hasToString(
            START.formatted("paragraph")
                + ",\"role\":\"footer\",\"confidence\":0.25,\"text\":\"one\"}");
    assertThat(table)
        .hasToString(
            START.formatted("table")
                + ",\"continues\":{\"direction\":\"down\",\"page\":1,\"table\":2},\"rows\":[]}");
  }

  @Test
  void knowsEveryKindOfBlock() {
    List<Class<?>> tested = blocks().<Class<?>>map(block -> block.get()[0].getClass()).toList();

    assertThat(Arrays.asList(Block.class.getPermittedSubclasses()))
        .containsExactlyInAnyOrderElementsOf(tested);
  }
}
