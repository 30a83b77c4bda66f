package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageTransformTest {
  @Test
  void refusesTransformsThatLeadNowhere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageTransform(1, 2, 2, 4, 0, 0))
        .withMessageContaining("has no inverse");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageTransform(1, 0, 0, Double.NaN, 0, 0))
        .withMessageContaining("is not finite");
  }
}
