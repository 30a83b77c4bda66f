package io.scriptorium.htmlschema;

import static io.scriptorium.htmlschema.Reading.BOX;
import static io.scriptorium.htmlschema.Reading.WHOLE;
import static io.scriptorium.htmlschema.Reading.blocks;
import static io.scriptorium.htmlschema.Reading.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListReadingTest {
  private static final BoundingBox LOWER = new BoundingBox(5, 50, 60, 70);

  @Test
  void takesTheBoxOfAListFromItsItems() {
    PageReading reading = Reading.ofBody("<ol><li B>a</li><li data-bbox='5 50 60 70'>b</li></ol>");

    assertThat(blocks(reading))
        .containsExactly(
            new ListBlock(
                new BoundingBox(1, 2, 60, 70),
                true,
                List.of(new ListItem(BOX, "a"), new ListItem(LOWER, "b"))));
    assertThat(codes(reading)).containsExactly("BOX_DERIVED");
  }

  @Test
  void givesItemsWithoutABoxTheOneOfTheirList() {
    PageReading reading = Reading.ofBody("<ul B><li>a</li>loose</ul>");

    assertThat(blocks(reading))
        .containsExactly(
            new ListBlock(BOX, false, List.of(new ListItem(BOX, "a"), new ListItem(BOX, "loose"))));
  }

  @Test
  void takesTheBoxOfAnItemFromItsParagraph() {
    PageReading reading = Reading.ofBody("<ul B><li><p data-bbox='5 50 60 70'>a</p></li></ul>");

    assertThat(blocks(reading))
        .containsExactly(new ListBlock(BOX, false, List.of(new ListItem(LOWER, "a"))));
  }

  @Test
  void joinsAListInsideAList() {
    PageReading reading =
        Reading.ofBody("<ul B><li B>a<ul><li B>b</li></ul></li><li B>c</li></ul>");

    assertThat(((ListBlock) blocks(reading).get(0)).items())
        .extracting(ListItem::text)
        .containsExactly("a", "b", "c");
    assertThat(codes(reading)).containsExactly("MARKUP_FLATTENED");
  }

  @Test
  void movesBlocksOutOfAnUnclosedList() {
    PageReading reading = Reading.ofBody("<ul B><li B>a</li><p B>after</p><table B></table>");

    assertThat(blocks(reading))
        .containsExactly(
            new ListBlock(BOX, false, List.of(new ListItem(BOX, "a"))),
            new Paragraph(BOX, "after"),
            new Table(BOX, Grid.EMPTY));
    assertThat(codes(reading)).contains("CONTENT_MOVED");
  }

  @Test
  void keepsAListWithoutAnyBoxOnTheWholePage() {
    PageReading reading = Reading.ofBody("<ul><li>a</li></ul>");

    assertThat(blocks(reading).get(0).box()).isEqualTo(WHOLE);
    assertThat(codes(reading)).containsExactly("BOX_MISSING", "BOX_DERIVED");
  }

  @Test
  void keepsAnItemOutsideAListAsAParagraph() {
    assertThat(blocks(Reading.ofBody("<li B>a</li>"))).containsExactly(new Paragraph(BOX, "a"));
  }
}
