package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The box of the figure is from 200 to 400 across and from 300 to 500 down. */
class LateCaptionsTest {
  private static final Image FIGURE = new Image(new BoundingBox(200, 300, 400, 500));
  private static final BoundingBox AT_FOOT = new BoundingBox(200, 470, 300, 490);

  @Test
  void endTheFigureWhoseBoxReachesOverThem() {
    assertThat(boxes(new Caption(AT_FOOT, "Fig. 7 – Nails"), FIGURE))
        .containsExactly(new BoundingBox(200, 300, 400, 470));
  }

  @Test
  void fitTheFigureToWhatIsLeftOfIt() {
    Image drawn = new Image(new BoundingBox(210, 310, 390, 450));

    assertThat(
            LateCaptions.in(page(FIGURE), List.of(new Caption(AT_FOOT, "Fig. 7")), figure -> drawn)
                .blocks())
        .containsExactly(drawn);
  }

  @Test
  void haveANumber() {
    assertThat(boxes(new Caption(AT_FOOT, "Nails"), FIGURE)).containsExactly(FIGURE.box());
    assertThat(boxes(new Paragraph(AT_FOOT, "Fig. 7 – Nails"), FIGURE))
        .containsExactly(FIGURE.box());
  }

  @Test
  void lieInTheLowerHalfOfTheFigure() {
    BoundingBox above = new BoundingBox(200, 310, 300, 330);
    BoundingBox below = new BoundingBox(200, 510, 300, 530);

    assertThat(boxes(new Caption(above, "Fig. 7"), FIGURE)).containsExactly(FIGURE.box());
    assertThat(boxes(new Caption(below, "Fig. 7"), FIGURE)).containsExactly(FIGURE.box());
  }

  @Test
  void takeThePlaceOfWhatSaysTheSameElsewhere() {
    Caption same = new Caption(new BoundingBox(200, 600, 300, 620), "Fig. 7 – Nalls");
    Caption other = new Caption(new BoundingBox(200, 700, 300, 720), "Fig. 8 – Nails");
    Caption late = new Caption(AT_FOOT, "Fig. 7 – Nails");

    assertThat(boxes(late, FIGURE, same, other))
        .containsExactly(new BoundingBox(200, 300, 400, 470), other.box());
    assertThat(boxes(late, same)).as("no figure has it").containsExactly(same.box());
  }

  private static List<BoundingBox> boxes(Block late, Block... blocks) {
    return LateCaptions.in(page(blocks), List.of(late), UnaryOperator.identity()).blocks().stream()
        .map(Block::box)
        .toList();
  }

  private static Page page(Block... blocks) {
    return new Page(Paper.SIZE, List.of(blocks));
  }
}
