package io.scriptorium.renderer;

import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static io.scriptorium.renderer.Rendering.firstPage;
import static io.scriptorium.renderer.Rendering.page;
import static io.scriptorium.renderer.Rendering.withMaxPixels;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormatsTest {
  private static final BufferedImage IMAGE = TestImages.quadrants(64, 48);
  private static final int PRECISION = 4;
  private static final int SIDES = 5;

  @TempDir Path folder;

  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of(SourceFormat.PNG, ImageFiles.png(IMAGE)),
        Arguments.of(SourceFormat.JPEG, ImageFiles.jpeg(IMAGE)),
        Arguments.of(SourceFormat.JPEG_2000, ImageFiles.jpeg2000(IMAGE)),
        Arguments.of(SourceFormat.JPEG_2000, codestream(ImageFiles.jpeg2000(IMAGE))),
        Arguments.of(SourceFormat.JPEG_2000, ImageFiles.paletteJpeg2000()),
        Arguments.of(SourceFormat.BMP, ImageFiles.bmp(IMAGE)),
        Arguments.of(SourceFormat.GIF, ImageFiles.gif(IMAGE)),
        Arguments.of(SourceFormat.WEBP, ImageFiles.losslessWebp()),
        Arguments.of(SourceFormat.WEBP, ImageFiles.lossyWebp()));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void readsPictures(SourceFormat format, byte[] bytes) throws Exception {
    try (PageSource source = Rendering.open(bytes, Rendering.AT_72_DPI, folder)) {
      RenderedPage page = source.render(1);

      assertThat(source.format()).isEqualTo(format);
      assertThat(source.pageCount()).isEqualTo(1);
      assertThatImage(page.image()).hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
      assertThat(page.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void refusesPicturesThatAreCutOff(SourceFormat format, byte[] bytes) {
    byte[] part = Damage.truncated(bytes, 0.8);

    assertRefused(Code.FILE_DAMAGED, () -> firstPage(part, folder))
        .withMessage("the " + format + " is cut off");
  }

  @Test
  void refusesJpegsWhoseDataEndBeforeTheirEnd() throws Exception {
    for (byte[] jpeg : new byte[][] {ImageFiles.jpeg(IMAGE), ImageFiles.progressiveJpeg(IMAGE)}) {
      assertThatImage(firstPage(jpeg, folder).image()).hasSize(64, 48);
      assertRefused(Code.PAGE_DAMAGED, () -> firstPage(ImageFiles.endingEarly(jpeg), folder));
    }
  }

  @Test
  void takesTheFirstPictureOfAGifAndSaysSo() throws Exception {
    byte[] gif = ImageFiles.gif(IMAGE, TestImages.plain(64, 48, Color.WHITE));

    RenderedPage page = firstPage(gif, folder);

    assertThatImage(page.image()).hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
    assertThat(page.warnings())
        .extracting(RenderWarning::code)
        .containsExactly(RenderWarning.Code.FIRST_PICTURE_ONLY);
  }

  @Test
  void takesTheStillPictureOfAnAnimatedPngAndSaysSo() throws Exception {
    byte[] png = ImageFiles.withChunk(ImageFiles.png(IMAGE), "acTL", new byte[8]);

    assertThat(firstPage(png, folder).warnings())
        .extracting(RenderWarning::code)
        .containsExactly(RenderWarning.Code.FIRST_PICTURE_ONLY);
  }

  @Test
  void refusesAnAnimatedWebp() {
    byte[] webp = ImageFiles.extendedWebp(2, "ANIM", new byte[6]);

    assertRefused(Code.FORMAT_UNSUPPORTED, () -> firstPage(webp, folder))
        .withMessage("the WebP is animated; only still ones are read");
  }

  @Test
  void turnsPngAndWebpAsTheirExifNotesSay() throws Exception {
    byte[] png = ImageFiles.withChunk(ImageFiles.png(IMAGE), "eXIf", ImageFiles.exif(6));
    byte[] webp = ImageFiles.extendedWebp(8, "EXIF", ImageFiles.exif(6));

    for (byte[] bytes : new byte[][] {png, webp}) {
      assertThatImage(firstPage(bytes, folder).image())
          .hasQuadrants(Color.BLUE, Color.RED, Color.BLACK, Color.GREEN);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 16})
  void refusesJpegsOfMoreThanEightBits(int bits) {
    byte[] jpeg = ImageFiles.withFrameByte(ImageFiles.jpeg(IMAGE), PRECISION, bits);

    assertRefused(Code.FORMAT_UNSUPPORTED, () -> firstPage(jpeg, folder))
        .withMessage("the JPEG has " + bits + " bits a sample; only 8 are read");
  }

  @Test
  void refusesJpegsOfArithmeticCoding() {
    byte[] jpeg = ImageFiles.withFrameByte(ImageFiles.jpeg(IMAGE), 1, 0xC9);

    assertRefused(Code.FORMAT_UNSUPPORTED, () -> firstPage(jpeg, folder))
        .withMessageContaining("arithmetic coding");
  }

  @Test
  void refusesGiantJpegsByTheirHeader() {
    byte[] jpeg = ImageFiles.jpeg(IMAGE);
    for (int i = 0; i < 4; i++) {
      jpeg = ImageFiles.withFrameByte(jpeg, SIDES + i, 0xFA);
    }
    byte[] giant = jpeg;

    assertRefused(Code.PAGE_TOO_LARGE, () -> firstPage(giant, folder))
        .withMessageContaining("64250 x 64250 pixels");
  }

  @Test
  void refusesAWhitePageOf60000PixelsASideThatTakes35Kilobytes() {
    byte[] png = ImageFiles.pngClaiming(60_000, 60_000);

    assertRefused(Code.PAGE_TOO_LARGE, () -> page(1, png, RenderOptions.DEFAULTS, folder))
        .withMessage(
            "page 1 has 60000 x 60000 pixels, which take 10800000000 bytes to decode; "
                + "the limit is 411041792");
  }

  @Test
  void refuses20000PixelsASideInColour() {
    byte[] png = ImageFiles.pngClaiming(20_000, 20_000);

    assertRefused(Code.PAGE_TOO_LARGE, () -> page(1, png, RenderOptions.DEFAULTS, folder))
        .withMessageContaining("1200000000 bytes");
  }

  @Test
  void scalesABilevelPictureDownThatWouldBeTooLargeInColour() throws Exception {
    RenderOptions options = withMaxPixels(10_000);

    assertRefused(
        Code.PAGE_TOO_LARGE, () -> page(1, ImageFiles.blackPng(1500, 1500, true), options, folder));
    assertThatImage(page(1, ImageFiles.blackPng(1500, 1500, false), options, folder).image())
        .hasSize(100, 100)
        .hasColor(Color.BLACK, 50, 50);
  }

  @Test
  void halvesJpeg2000WhileDecodingAndKeepsItsPlaceOnPaper() throws Exception {
    byte[] jp2 = ImageFiles.jpeg2000(TestImages.quadrants(512, 384));

    RenderedPage page = page(1, jp2, withMaxPixels(12_288), folder);

    assertThatImage(page.image())
        .hasSize(128, 96)
        .hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
    assertThat(page.dpi()).isEqualTo(18);
    assertThat(page.toPdfPoints().pointX(128, 0)).isEqualTo(512);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
  void neverUnpacksTheNotesOfAPng(String chunk) throws Exception {
    byte[] bomb = ImageFiles.packedZeros(1L << 26);
    byte[] body = Damage.prefixed("name\0\0".getBytes(ISO_8859_1), bomb);
    byte[] png = ImageFiles.withChunk(ImageFiles.png(IMAGE), chunk, body);

    assertThatImage(firstPage(png, folder).image())
        .hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void readsPicturesOfHardlyAnyPixels(int width) throws Exception {
    byte[] png = ImageFiles.png(TestImages.plain(width, width == 1 ? 1 : 3000, Color.RED));

    assertThatImage(firstPage(png, folder).image())
        .hasSize(width, width == 1 ? 1 : 3000)
        .hasColor(Color.RED, width - 1, 0);
  }

  @Test
  void reportsPictureDataThatCannotBeUnpacked() {
    byte[] png = ImageFiles.png(IMAGE);
    int data = new String(png, ISO_8859_1).indexOf("IDAT") + 4;
    Arrays.fill(png, data, data + 20, (byte) 0x55);

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(png, folder));
  }

  private static byte[] codestream(byte[] jp2) {
    int start = new String(jp2, ISO_8859_1).indexOf("jp2c") + 4;
    return Arrays.copyOfRange(jp2, start, jp2.length);
  }
}
