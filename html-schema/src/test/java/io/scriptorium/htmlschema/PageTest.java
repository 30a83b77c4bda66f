package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final PageSize SIZE = new PageSize(20, 30);
  private static final BoundingBox INSIDE = new BoundingBox(0, 0, 20, 30);
  private static final BoundingBox OUTSIDE = new BoundingBox(1, 2, 21, 30);

  @Test
  void rejectsABlockOutsideThePage() {
    List<Block> blocks = List.of(new Image(INSIDE), new Image(OUTSIDE));

    assertThatThrownBy(() -> new Page(SIZE, blocks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("box (1 2 21 30) of block 2 reaches outside the page of 20 x 30");
  }

  @Test
  void rejectsAListItemOutsideThePage() {
    List<Block> blocks = List.of(new ListBlock(INSIDE, true, List.of(new ListItem(OUTSIDE, "x"))));

    assertThatThrownBy(() -> new Page(SIZE, blocks)).hasMessageContaining("of block 1");
  }

  @Test
  void rejectsAHeadingBelowLevelSix() {
    assertThatThrownBy(() -> new Heading(INSIDE, 7, "x"))
        .hasMessage("heading level 7 is not between 1 and 6");
  }
}
