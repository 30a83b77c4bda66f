package io.scriptorium.modelruntime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PreprocessRecordsTest {

  @Test
  void countsATokenForEachMergedBlock() {
    assertThat(new Grid(3, 4, 8).patches()).isEqualTo(96);
    assertThat(new Grid(3, 4, 8).tokens(2)).isEqualTo(24);
  }

  @Test
  void refusesAGridThatDoesNotDivideIntoBlocks() {
    assertThatThrownBy(() -> new Grid(1, 4, 7).tokens(2))
        .hasMessage("a grid of 4x7 cannot be merged by 2");
  }

  @Test
  void refusesAGridWhosePatchesCannotBeCounted() {
    assertThatThrownBy(() -> new Grid(1 << 12, 1 << 12, 1 << 12))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesAnImageWhoseBytesDoNotMatchItsSize() {
    assertThatThrownBy(() -> new RgbImage(2, 3, new byte[17]))
        .hasMessage("an image of 2x3 pixels cannot have 17 bytes");
    assertThatThrownBy(() -> new RgbImage(0, 3, new byte[0]))
        .hasMessage("an image of 0x3 pixels has no content");
  }

  @Test
  void refusesPatchesThatAreNotWholeRows() {
    assertThatThrownBy(() -> new PixelPatches(new Grid(1, 2, 2), 28, 28, new float[7]))
        .hasMessage("7 numbers are not rows for 4 patches");
  }
}
