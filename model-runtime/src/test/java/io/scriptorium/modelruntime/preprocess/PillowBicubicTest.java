package io.scriptorium.modelruntime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PillowBicubicTest {
  /** What most pages are: paper, with something on it here and there. */
  @ParameterizedTest
  @CsvSource({
    "300, 200, 170, 120",
    "300, 200, 420, 310",
    "64, 999, 33, 28",
    "997, 40, 28, 61",
    "1, 1, 28, 28",
    "33, 1200, 33, 5"
  })
  void takesShortWaysToTheSameBytes(int width, int height, int toWidth, int toHeight) {
    RgbImage page = page(width, height);

    byte[] expected = columns(rows(page, toWidth), toHeight).rgb();

    assertThat(PillowBicubic.resize(page, toWidth, toHeight).rgb()).isEqualTo(expected);
  }

  private static RgbImage page(int width, int height) {
    Random random = new Random(17);
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      boolean paper = y / 16 % 3 != 1;
      for (int x = 0; x < 3 * width; x++) {
        boolean plain = paper || x / 90 % 4 != 2;
        rgb[3 * width * y + x] = (byte) (plain ? 250 - x % 3 : random.nextInt(256));
      }
    }
    return new RgbImage(width, height, rgb);
  }

  private static RgbImage rows(RgbImage image, int width) {
    ResampleWeights weights = new ResampleWeights(image.width(), width);
    byte[] rgb = new byte[3 * width * image.height()];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % width;
      int from = 3 * (i / (3 * width) * image.width() + weights.first[x]) + i % 3;
      rgb[i] = mixed(weights, x, image.rgb(), from, 3);
    }
    return new RgbImage(width, image.height(), rgb);
  }

  private static RgbImage columns(RgbImage image, int height) {
    ResampleWeights weights = new ResampleWeights(image.height(), height);
    int row = 3 * image.width();
    byte[] rgb = new byte[row * height];
    for (int i = 0; i < rgb.length; i++) {
      int y = i / row;
      rgb[i] = mixed(weights, y, image.rgb(), weights.first[y] * row + i % row, row);
    }
    return new RgbImage(image.width(), height, rgb);
  }

  private static byte mixed(ResampleWeights weights, int target, byte[] rgb, int from, int step) {
    int sum = 1 << (ResampleWeights.PRECISION_BITS - 1);
    for (int j = 0; j < weights.count[target]; j++) {
      sum += weights.weights[target * weights.stride + j] * (rgb[from + j * step] & 0xFF);
    }
    return (byte) Math.max(0, Math.min(255, sum >> ResampleWeights.PRECISION_BITS));
  }

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
