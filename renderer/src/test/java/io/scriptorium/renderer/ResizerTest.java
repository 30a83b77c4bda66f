package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizerTest {
  @ParameterizedTest
  @CsvSource({"7, 5, 14, 15", "7, 5, 3, 11", "1, 1, 9, 4", "2, 30, 31, 3"})
  void keepsAnEvenGreyEven(int width, int height, int newWidth, int newHeight) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) 77);

    RasterImage resized = Resizer.resize(new RasterImage(width, height, rgb), newWidth, newHeight);

    assertThat(resized.width()).isEqualTo(newWidth);
    assertThat(resized.height()).isEqualTo(newHeight);
    assertThat(resized.rgb()).containsOnly(77);
  }

  /** Apart from its edges, where Pillow leaves out what is not there; numbers of Pillow 12. */
  @Test
  void scalesAPictureByAFactor() {
    RasterImage picture = new RasterImage(40, 3, new byte[3 * 40 * 3]);

    assertThat(picture.scaled(0.88).width()).isEqualTo(35);
    assertThat(picture.scaled(0.88).height()).isEqualTo(3);
    assertThat(picture.scaled(1.13).width()).isEqualTo(45);
    assertThat(picture.scaled(0.01).height()).isEqualTo(1);
  }

  @Test
  void enlargesAsPillowDoesByItsBicubicFilter() {
    int[][] grey = {
      {185, 241, 225, 130, 240},
      {249, 248, 20, 116, 155},
      {72, 96, 160, 205, 148},
      {44, 173, 223, 56, 139},
      {86, 230, 15, 122, 229}
    };
    int[][] inside = {
      {176, 63, 41, 110}, {121, 117, 139, 185}, {121, 171, 193, 185}, {177, 225, 203, 111}
    };

    RasterImage resized = Resizer.resize(picture(grey), 10, 10);

    for (int y = 0; y < inside.length; y++) {
      for (int x = 0; x < inside[y].length; x++) {
        int at = 3 * ((y + 3) * 10 + x + 3);
        assertThat(resized.rgb()[at] & 0xFF).isCloseTo(inside[y][x], within(1));
      }
    }
  }

  @Test
  void resizesEachColourOnItsOwn() {
    byte[] rgb = {0, 10, (byte) 255, 0, 10, (byte) 255};

    RasterImage resized = Resizer.resize(new RasterImage(1, 2, rgb), 2, 4);

    assertThat(resized.rgb()).startsWith(0, 10, -1).endsWith(0, 10, -1);
  }

  private static RasterImage picture(int[][] grey) {
    int width = grey[0].length;
    byte[] rgb = new byte[3 * width * grey.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) grey[i / 3 / width][i / 3 % width];
    }
    return new RasterImage(width, grey.length, rgb);
  }
}
