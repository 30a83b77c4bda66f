package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PreviewTest {
  @Test
  void scalesWidePicturesDownAndKeepsTheirColour() throws IOException {
    BufferedImage preview = preview(picture(400, 200), 100);

    assertThat(preview.getWidth()).isEqualTo(100);
    assertThat(preview.getHeight()).isEqualTo(50);
    int color = preview.getRGB(50, 25);
    assertThat(color >> 16 & 0xFF).isCloseTo(200, within(4));
    assertThat(color >> 8 & 0xFF).isCloseTo(60, within(4));
    assertThat(color & 0xFF).isCloseTo(30, within(4));
  }

  @Test
  void leavesNarrowPicturesAsTheyAre() throws IOException {
    assertThat(preview(picture(40, 900), 100).getHeight()).isEqualTo(900);
  }

  @Test
  void keepsAPixelOfPicturesThatAreVeryFlat() throws IOException {
    assertThat(preview(picture(4000, 1), 10).getHeight()).isEqualTo(1);
  }

  private static BufferedImage preview(RasterImage image, int maxWidth) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Preview.jpeg(image, maxWidth)));
  }

  private static RasterImage picture(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    byte[] color = {(byte) 200, 60, 30};
    for (int i = 0; i < rgb.length; i += color.length) {
      System.arraycopy(color, 0, rgb, i, color.length);
    }
    return new RasterImage(width, height, rgb);
  }
}
