package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short ways that it takes lead to the same numbers as the long ones. */
class GreyMapTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "1200, 2", "1201, 5", "2399, 4", "3, 2500", "4801, 9", "20400, 17"})
  void addsUpTheLumaOfEachSquare(int width, int height) {
    RasterImage image = noise(width, height);

    GreyMap map = GreyMap.of(image);

    int across = Math.min(map.scale(), width);
    int down = Math.min(map.scale(), height);
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        long sum = 0;
        for (int i = 0; i < across * down; i++) {
          int pixel = (y * map.scale() + i / across) * width + x * map.scale() + i % across;
          sum += luma(image, pixel);
        }
        assertThat(map.at(y * map.width() + x)).isEqualTo((int) (sum / (256L * across * down)));
      }
    }
  }

  private static int luma(RasterImage image, int pixel) {
    byte[] rgb = image.rgb();
    return 77 * (rgb[3 * pixel] & 0xFF)
        + 150 * (rgb[3 * pixel + 1] & 0xFF)
        + 29 * (rgb[3 * pixel + 2] & 0xFF);
  }

  @Test
  void findsTheMiddleGreyOfAnyPart() {
    GreyMap map = GreyMap.of(whiteWithNoise(97, 61));
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      int left = random.nextInt(97);
      int top = random.nextInt(61);
      int right = left + 1 + random.nextInt(97 - left);
      int bottom = top + 1 + random.nextInt(61 - top);

      int[] values =
          IntStream.range(top, bottom)
              .flatMap(y -> IntStream.range(left, right).map(x -> map.at(y * 97 + x)))
              .sorted()
              .toArray();

      assertThat(map.median(left, top, right, bottom)).isEqualTo(values[values.length / 2]);
      assertThat(map.isWhite(left, top, right, bottom)).isEqualTo(values[0] == 255);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "9, 4", "97, 61"})
  void measuresTheTypicalDifferenceOfNeighbours(int width, int height) {
    for (RasterImage image : new RasterImage[] {noise(width, height), flat(width, height)}) {
      GreyMap map = GreyMap.of(image);
      int[] differences =
          IntStream.range(0, width * height)
              .filter(i -> i % width > 0)
              .map(i -> Math.abs(map.at(i) - map.at(i - 1)))
              .sorted()
              .toArray();
      int expected = differences.length == 0 ? 0 : differences[differences.length / 2];

      assertThat(map.noise()).isEqualTo(expected / 0.954);
    }
  }

  private static RasterImage noise(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(width).nextBytes(rgb);
    return new RasterImage(width, height, rgb);
  }

  private static RasterImage flat(int width, int height) {
    return new RasterImage(width, height, new byte[3 * width * height]);
  }

  /** A dark point here and there, so that many runs of eight are white. */
  private static RasterImage whiteWithNoise(int width, int height) {
    Random random = new Random(11);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      byte value = (byte) (random.nextInt(12) == 0 ? random.nextInt(256) : 255);
      rgb[i] = value;
      rgb[i + 1] = value;
      rgb[i + 2] = value;
    }
    return new RasterImage(width, height, rgb);
  }
}
