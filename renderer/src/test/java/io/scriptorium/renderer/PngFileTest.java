package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 7", "301, 211"})
  void writesWhatOtherReadersRead(int width, int height) throws Exception {
    RasterImage noise = noise(width, height);
    Path file = folder.resolve("page.png");

    PngFile.write(noise, file);

    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(PixelRows.of(read).toRaster().rgb()).isEqualTo(noise.rgb());
  }

  @Test
  void writesTheSameBytesEachTime() throws Exception {
    Path first = folder.resolve("a.png");
    Path second = folder.resolve("b.png");

    PngFile.write(noise(50, 40), first);
    PngFile.write(noise(50, 40), second);

    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void replacesAnEarlierFile() throws Exception {
    Path file = Files.write(folder.resolve("page.png"), new byte[100_000]);

    PngFile.write(noise(2, 2), file);

    assertThat(Files.size(file)).isLessThan(200);
  }

  private static RasterImage noise(int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    new Random(7).nextBytes(rgb);
    return new RasterImage(width, height, rgb);
  }
}
