package io.scriptorium.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void boxesFollowTheSkewedText(int page) throws IOException {
    BufferedImage scan = read(page);
    PlacedBlock.OnPage truth = PlacedBlock.read(Path.of("truth/scan.html"), page);
    int all = ink(scan, new BoundingBox(0, 0, scan.getWidth(), scan.getHeight()));
    int inside = 0;
    for (PlacedBlock block : truth.blocks()) {
      int ink = ink(scan, block.box());
      assertThat(ink).as(block.toString()).isGreaterThan(50);
      inside += ink;
    }

    // The rest is dust, and on the first page the two rules of the letterhead.
    assertThat(inside).isBetween((int) (0.9 * all), all);
  }

  private static BufferedImage read(int page) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in =
        ImageIO.createImageInputStream(Path.of("documents/scan.tif").toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      return reader.read(page - 1);
    } finally {
      reader.dispose();
    }
  }

  private static int ink(BufferedImage scan, BoundingBox box) {
    int ink = 0;
    for (int y = box.y1(); y < box.y2(); y++) {
      for (int x = box.x1(); x < box.x2(); x++) {
        ink += (scan.getRGB(x, y) & 0xFF) == 0 ? 1 : 0;
      }
    }
    return ink;
  }
}
