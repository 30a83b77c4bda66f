package io.scriptorium.modelruntime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PillowBicubicTest {

  @ParameterizedTest
  @MethodSource("io.scriptorium.modelruntime.preprocess.ReferenceCases#resizes")
  void yieldsTheSameBytesAsPillow(ReferenceCases.Resize reference) {
    RgbImage resized =
        PillowBicubic.resize(reference.image(), reference.width(), reference.height());

    assertThat(resized.width()).isEqualTo(reference.width());
    assertThat(resized.height()).isEqualTo(reference.height());
    assertThat(resized.rgb()).isEqualTo(reference.resized());
  }

  @Test
  void leavesAnImageOfTheRightSizeAlone() {
    RgbImage image = new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6});

    assertThat(PillowBicubic.resize(image, 2, 1)).isSameAs(image);
  }

  @Test
  void refusesASizeThatNoArrayHolds() {
    RgbImage image = new RgbImage(1, 1, new byte[3]);

    assertThatThrownBy(() -> PillowBicubic.resize(image, 40_000, 40_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40000x40000");
  }
}
