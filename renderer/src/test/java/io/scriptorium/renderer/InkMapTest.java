package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InkMapTest {
  private static final int SIDE = 96;

  private final byte[] rgb = new byte[3 * SIDE * SIDE];

  @Test
  void takesNoPaperForInkBesideTheSoftEdgeOfWhatIsDark() {
    // Of a tile of 32 x 32 pixels nearly half is dark and nearly half is paper.
    fill(255, 0, 0, SIDE, SIDE);
    fill(40, 40, 32, SIDE, 53);
    fill(175, 40, 53, SIDE, 54);

    InkMap map = InkMap.of(new RasterImage(SIDE, SIDE, rgb));

    assertThat(map.pixels()[60 * SIDE + 50]).as("paper below").isFalse();
    assertThat(map.pixels()[40 * SIDE + 35]).as("paper beside").isFalse();
    assertThat(map.pixels()[40 * SIDE + 50]).as("the dark").isTrue();
  }

  @Test
  void takesNoPaperInTheShadeForInk() {
    fill(255, 0, 0, SIDE, SIDE);
    fill(190, 0, 32, SIDE, 64);

    InkMap map = InkMap.of(new RasterImage(SIDE, SIDE, rgb));

    assertThat(map.pixels()[48 * SIDE + 48]).isFalse();
  }

  private void fill(int grey, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(rgb, 3 * (y * SIDE + left), 3 * (y * SIDE + right), (byte) grey);
    }
  }
}
