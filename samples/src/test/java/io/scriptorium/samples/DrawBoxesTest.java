package io.scriptorium.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawBoxesTest {
  private static final Page FIRST =
      new Page(
          new PageSize(800, 400),
          List.of(new Heading(new BoundingBox(200, 100, 600, 200), 2, "Fish & Chips")));
  private static final Page SECOND =
      new Page(
          new PageSize(800, 400),
          List.of(new Caption(new BoundingBox(0, 0, 10, 10), "At the coast")));

  @TempDir private Path folder;
  private Path html;

  @BeforeEach
  void publish() throws IOException {
    html = folder.resolve("page.html");
    Files.writeString(html, HtmlWriter.document(List.of(FIRST, SECOND)));
  }

  @Test
  void drawsBoxesInTheScaleOfThePicture() throws IOException {
    Path blank = folder.resolve("page.png");
    Path out = folder.resolve("out.png");
    ImageIO.write(blank(400, 200), "png", blank.toFile());

    DrawBoxes.main(new String[] {blank.toString(), html.toString(), "1", out.toString()});

    BufferedImage drawn = ImageIO.read(out.toFile());
    assertThat(drawn.getWidth()).isEqualTo(400);
    // The line stands 1 pixel outside the block, which is (100, 50) to (300, 100) here.
    assertThat(isReddish(drawn.getRGB(200, 49))).isTrue();
    assertThat(isReddish(drawn.getRGB(200, 75))).isTrue();
    assertThat(drawn.getRGB(200, 40)).isEqualTo(0xFFFFFFFF);
    assertThat(drawn.getRGB(310, 75)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void readsTypesFromTheAskedPage() throws IOException {
    assertThat(PlacedBlock.read(html, 2).blocks())
        .containsExactly(new PlacedBlock("image caption", new BoundingBox(0, 0, 10, 10)));
  }

  @Test
  void saysHowManyPagesThereAre() {
    assertThatThrownBy(() -> PlacedBlock.read(html, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no page 3, the document has 2");
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] white = new int[width * height];
    Arrays.fill(white, 0xFFFFFF);
    image.setRGB(0, 0, width, height, white, 0, width);
    return image;
  }

  private static boolean isReddish(int rgb) {
    return (rgb >> 16 & 0xFF) > (rgb & 0xFF) + 10;
  }
}
