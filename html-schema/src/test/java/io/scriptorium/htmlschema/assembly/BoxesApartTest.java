package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoxesApartTest {
  private static final BoundingBox BOX = new BoundingBox(100, 100, 500, 300);

  @Test
  void endAFigureWhereItsCaptionBegins() {
    assertThat(figureBeside(new Caption(new BoundingBox(100, 270, 400, 290), "Fig. 1")))
        .isEqualTo(new BoundingBox(100, 100, 500, 270));
    assertThat(figureBeside(new Caption(new BoundingBox(100, 280, 400, 310), "Fig. 1")))
        .as("that reaches farther down")
        .isEqualTo(new BoundingBox(100, 100, 500, 280));
    assertThat(figureBeside(new Caption(new BoundingBox(100, 105, 400, 125), "Sales")))
        .as("above it")
        .isEqualTo(new BoundingBox(100, 125, 500, 300));
  }

  @Test
  void leaveWhatLiesAmidAFigureOrBesideIt() {
    assertThat(figureBeside(new Paragraph(new BoundingBox(100, 190, 300, 210), "90 %")))
        .isEqualTo(BOX);
    assertThat(figureBeside(new Paragraph(new BoundingBox(450, 280, 900, 300), "beside")))
        .isEqualTo(BOX);
    assertThat(figureBeside(new Paragraph(new BoundingBox(100, 120, 500, 300), "as high")))
        .isEqualTo(BOX);
  }

  @Test
  void leaveLabelsOneBelowTheOtherInAFigure() {
    List<Block> labels =
        IntStream.range(0, 8)
            .mapToObj(i -> new BoundingBox(100, 100 + 25 * i, 200, 120 + 25 * i))
            .map(box -> (Block) new Paragraph(box, "90 %"))
            .toList();

    assertThat(BoxesApart.of(new Image(BOX), labels).box())
        .isEqualTo(new BoundingBox(100, 120, 500, 275));
  }

  @Test
  void leaveABlockOfWhichLittleWouldBeLeft() {
    assertThat(
            BoxesApart.of(
                    new Image(BOX),
                    List.of(
                        new Paragraph(new BoundingBox(100, 100, 500, 190), "above"),
                        new Paragraph(new BoundingBox(100, 220, 500, 300), "below")))
                .box())
        .isEqualTo(BOX);
  }

  @Test
  void leaveTextsAndTables() {
    Paragraph part = new Paragraph(new BoundingBox(100, 270, 500, 300), "milk");

    assertThat(BoxesApart.of(new Paragraph(BOX, "Tea"), List.of(part)).box()).isEqualTo(BOX);
    assertThat(BoxesApart.of(new Table(BOX, new Grid(List.of())), List.of(part)).box())
        .isEqualTo(BOX);
  }

  private static BoundingBox figureBeside(Block text) {
    return BoxesApart.of(new Image(BOX), List.of(text)).box();
  }
}
