package io.scriptorium.renderer;

import static io.scriptorium.fixtures.TiffBuilder.aTiff;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static io.scriptorium.renderer.Rendering.firstPage;
import static io.scriptorium.renderer.Rendering.page;
import static io.scriptorium.renderer.Rendering.withMaxPixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.fixtures.TiffBuilder.Compression;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturePageSourceTest {
  private static final Color R = Color.RED;
  private static final Color G = Color.GREEN;
  private static final Color B = Color.BLUE;
  private static final Color K = Color.BLACK;

  @TempDir Path folder;

  @Test
  void readsPng() throws Exception {
    RenderedPage page = firstPage(ImageFiles.png(TestImages.quadrants(40, 20)), folder);

    assertThatImage(page.image()).hasSize(40, 20).hasQuadrants(R, G, B, K);
    assertThat(page.dpi()).isEqualTo(72);
  }

  @Test
  void putsTransparentPicturesOnWhite() throws Exception {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80FF0000);

    assertThatImage(firstPage(ImageFiles.png(image), folder).image())
        .hasColor(Color.WHITE, 0, 0)
        .hasColor(new Color(255, 127, 127), 1, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void takesGreyValuesAsTheyStand(int type) throws Exception {
    BufferedImage image = new BufferedImage(1, 1, type);
    image.getRaster().setSample(0, 0, 0, type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257);

    assertThatImage(firstPage(ImageFiles.png(image), folder).image())
        .hasColor(new Color(100, 100, 100), 0, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_3BYTE_BGR})
  void readsPalettesAndBytes(int type) throws Exception {
    assertThatImage(firstPage(ImageFiles.png(TestImages.quadrants(20, 20, type)), folder).image())
        .hasQuadrants(R, G, B, K);
  }

  @Test
  void readsJpeg() throws Exception {
    RenderedPage page = firstPage(ImageFiles.jpeg(TestImages.quadrants(64, 32)), folder);

    assertThatImage(page.image()).hasSize(64, 32).hasQuadrants(R, G, B, K);
  }

  @Test
  void readsJpegOfPrintingInks() throws Exception {
    RasterImage ink = firstPage(ImageFiles.cmykJpeg(16, 16, 0, 255, 255, 0), folder).image();
    RasterImage paper = firstPage(ImageFiles.cmykJpeg(16, 16, 0, 0, 0, 0), folder).image();

    assertThat(ink.rgb()[0] & 0xFF).isGreaterThan(180);
    assertThat(ink.rgb()[1] & 0xFF).isLessThan(70);
    assertThat(ink.rgb()[2] & 0xFF).isLessThan(70);
    assertThatImage(paper).hasColor(Color.WHITE, 8, 8);
  }

  static Stream<Arguments> orientations() {
    return Stream.of(
        Arguments.of(1, R, G, B, K),
        Arguments.of(2, G, R, K, B),
        Arguments.of(3, K, B, G, R),
        Arguments.of(4, B, K, R, G),
        Arguments.of(5, R, B, G, K),
        Arguments.of(6, B, R, K, G),
        Arguments.of(7, K, G, B, R),
        Arguments.of(8, G, K, R, B),
        Arguments.of(9, R, G, B, K));
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void turnsJpegsUpright(int orientation, Color a, Color b, Color c, Color d) throws Exception {
    byte[] jpeg =
        ImageFiles.withOrientation(ImageFiles.jpeg(TestImages.quadrants(64, 32)), orientation);
    boolean sideways = orientation >= 5 && orientation <= 8;

    assertThatImage(firstPage(jpeg, folder).image())
        .hasSize(sideways ? 32 : 64, sideways ? 64 : 32)
        .hasQuadrants(a, b, c, d);
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void turnsTiffsUpright(int orientation, Color a, Color b, Color c, Color d) throws Exception {
    byte[] tiff =
        aTiff()
            .page(TestImages.quadrants(40, 20), Compression.LZW)
            .orientation(orientation == 9 ? 1 : orientation)
            .bytes();

    assertThatImage(firstPage(tiff, folder).image()).hasQuadrants(a, b, c, d);
  }

  @Test
  void takesTheResolutionFromTheFile() throws Exception {
    BufferedImage image = TestImages.quadrants(60, 30);
    byte[] png = ImageFiles.png(image, 11_811);
    byte[] jpeg = ImageFiles.withDensity(ImageFiles.jpeg(image), 300);
    byte[] tiff = aTiff().page(image, Compression.NONE).dpi(300).bytes();

    for (byte[] file : new byte[][] {png, jpeg, tiff}) {
      RenderedPage page = firstPage(file, folder);

      assertThatImage(page.image()).hasSize(60, 30);
      assertThat(page.dpi()).isCloseTo(300, within(0.01));
      assertThat(page.toPdfPoints().pointX(50, 10)).isCloseTo(50 * 0.24, within(0.001));
      assertThat(page.toPdfPoints().pointY(50, 10)).isCloseTo(20 * 0.24, within(0.001));
    }
  }

  @Test
  void ignoresAResolutionThatNoScannerHas() throws Exception {
    byte[] jpeg = ImageFiles.withDensity(ImageFiles.jpeg(TestImages.quadrants(16, 16)), 1);

    assertThat(firstPage(jpeg, folder).dpi()).isEqualTo(72);
  }

  @Test
  void makesThePixelsOfAFaxSquare() throws Exception {
    byte[] fax =
        aTiff().page(TestImages.bilevelScan(100, 60), Compression.G4).dpi(204, 102).bytes();

    RenderedPage page = firstPage(fax, folder);

    assertThatImage(page.image())
        .hasSize(100, 120)
        .hasColor(Color.BLACK, 50, 20)
        .hasColor(Color.WHITE, 50, 40);
    assertThat(page.dpi()).isEqualTo(204);
  }

  @Test
  void readsEveryPageOfATiff() throws Exception {
    byte[] tiff =
        aTiff()
            .page(TestImages.bilevelScan(80, 40), Compression.G4)
            .page(TestImages.quadrants(30, 20), Compression.LZW)
            .page(TestImages.quadrants(32, 20), Compression.DEFLATE)
            .page(TestImages.quadrants(34, 20), Compression.PACKBITS)
            .page(TestImages.quadrants(48, 32), Compression.JPEG)
            .bytes();
    try (PageSource source = Rendering.open(tiff, Rendering.AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(5);
      assertThatImage(source.render(1).image())
          .hasSize(80, 40)
          .hasColor(Color.BLACK, 40, 5)
          .hasColor(Color.WHITE, 40, 20);
      assertThatImage(source.render(3).image()).hasSize(32, 20).hasQuadrants(R, G, B, K);
      assertThatImage(source.render(2).image()).hasSize(30, 20).hasQuadrants(R, G, B, K);
      assertThatImage(source.render(4).image()).hasSize(34, 20).hasQuadrants(R, G, B, K);
      assertThatImage(source.render(5).image()).hasSize(48, 32).hasQuadrants(R, G, B, K);
    }
  }

  @Test
  void scalesFineScansDownToThePixelLimit() throws Exception {
    byte[] png = ImageFiles.png(TestImages.quadrants(200, 100), 11_811);

    RenderedPage page = page(1, png, withMaxPixels(5000), folder);

    assertThatImage(page.image()).hasSize(100, 50).hasQuadrants(R, G, B, K);
    assertThat(page.dpi()).isCloseTo(150, within(0.01));
    assertThat(page.toPdfPoints().pointY(0, 0)).isCloseTo(24, within(0.001));
  }

  @ParameterizedTest
  @ValueSource(ints = {60_000, Integer.MAX_VALUE})
  void refusesGiantPicturesByTheirHeader(int side) {
    byte[] png = ImageFiles.pngClaiming(side, side);

    assertRefused(Code.PAGE_TOO_LARGE, () -> firstPage(png, folder))
        .withMessageContaining(side + " x " + side + " pixels");
  }

  @Test
  void keepsThinStripsWithinThePixelLimit() throws Exception {
    byte[] png = ImageFiles.png(TestImages.plain(3000, 2, Color.RED));

    assertThatImage(page(1, png, withMaxPixels(1000), folder).image())
        .hasSize(1000, 1)
        .hasColor(Color.RED, 999, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.9})
  void refusesTruncatedPictures(double part) {
    BufferedImage image = TestImages.quadrants(300, 200);

    assertRefused(
            Code.FILE_DAMAGED,
            () -> firstPage(Damage.truncated(ImageFiles.png(image), part), folder))
        .withMessage("the PNG is cut off");
    assertRefused(
            Code.FILE_DAMAGED,
            () -> firstPage(Damage.truncated(ImageFiles.jpeg(image), part), folder))
        .withMessage("the JPEG is cut off");
  }
}
