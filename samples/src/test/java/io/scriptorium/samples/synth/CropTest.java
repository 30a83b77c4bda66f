package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class CropTest {
  private static final PageSize PAGE = new PageSize(280, 280);
  private static final PageSize PIECE = new PageSize(140, 140);

  private static Block block(String text, int x1, int y1, int x2, int y2) {
    return new Paragraph(new BoundingBox(x1, y1, x2, y2), text);
  }

  @Test
  void tellsOnlyBlocksThatLieWhollyInsideAtTheirPlacesThere() {
    Block small = block("small", 20, 20, 60, 30);
    Block wide = block("wide", 20, 60, 260, 70);

    Crop crop = Crop.choose(new Dice(1), new Page(PAGE, List.of(small, wide)), PIECE).orElseThrow();

    assertThat(crop.truth().size()).isEqualTo(PIECE);
    assertThat(crop.truth().blocks())
        .containsExactly(
            block("small", 20 - crop.left(), 20 - crop.top(), 60 - crop.left(), 30 - crop.top()));
    assertThat(crop.blanked())
        .allMatch(area -> area.holds(130, 65 - crop.top()))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void leavesOutWhatBlankingACutBlockWouldTouch() {
    Block stamp = block("stamp", 40, 40, 60, 60);
    Block wide = block("wide", 20, 50, 260, 70);
    Block apart = block("apart", 20, 20, 60, 30);
    Page page = new Page(PAGE, List.of(apart, wide, stamp));

    for (int seed = 0; seed < 50; seed++) {
      Crop.choose(new Dice(seed), page, PIECE)
          .ifPresent(
              crop ->
                  assertThat(crop.truth().blocks())
                      .extracting(block -> ((Paragraph) block).text())
                      .containsExactly("apart"));
    }
  }

  @Test
  void findsNothingWhereNoBlockIsSmallEnough() {
    Page page = new Page(PAGE, List.of(block("wide", 20, 60, 260, 70)));

    assertThat(Crop.choose(new Dice(1), page, PIECE)).isEmpty();
  }
}
