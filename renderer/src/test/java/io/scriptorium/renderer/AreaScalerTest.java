package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.TestImages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaScalerTest {
  @Test
  void turnsThinStrokesGrey() {
    BufferedImage image = TestImages.plain(4, 4, Color.WHITE);
    for (int y = 0; y < 4; y++) {
      image.setRGB(1, y, 0);
    }

    RasterImage scaled = AreaScaler.scale(PixelRows.of(image), 2, 2);

    assertThat(unsigned(scaled))
        .containsExactly(128, 128, 128, 255, 255, 255, 128, 128, 128, 255, 255, 255);
  }

  @Test
  void weighsPixelsThatAreCoveredInPart() {
    BufferedImage image = TestImages.plain(3, 1, Color.BLACK);
    image.setRGB(1, 0, 0xFF9900);

    RasterImage scaled = AreaScaler.scale(PixelRows.of(image), 2, 1);

    assertThat(unsigned(scaled)).containsExactly(85, 51, 0, 85, 51, 0);
  }

  @ParameterizedTest
  @CsvSource({"7, 5", "100, 3", "31, 90", "1, 1"})
  void keepsAPlainColour(int width, int height) {
    PixelRows rows = PixelRows.of(TestImages.plain(31, 23, new Color(10, 200, 255)));

    RasterImage scaled = AreaScaler.scale(rows, width, height);

    assertThat(scaled.width()).isEqualTo(width);
    for (int i = 0; i < width * height; i++) {
      assertThat(scaled.rgb()[3 * i]).isEqualTo((byte) 10);
      assertThat(scaled.rgb()[3 * i + 1]).isEqualTo((byte) 200);
      assertThat(scaled.rgb()[3 * i + 2]).isEqualTo((byte) 255);
    }
  }

  private static int[] unsigned(RasterImage image) {
    int[] values = new int[image.rgb().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.rgb()[i] & 0xFF;
    }
    return values;
  }
}
