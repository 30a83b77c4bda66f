package io.scriptorium.renderer;

import static io.scriptorium.fixtures.RawTiff.aRawTiff;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static io.scriptorium.renderer.Rendering.firstPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.RawTiff;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.fixtures.TiffBuilder;
import io.scriptorium.fixtures.TiffBuilder.Compression;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffKindsTest {
  private static final int WIDTH = 20;
  private static final int HEIGHT = 10;
  private static final Color ORANGE = new Color(240, 130, 20);

  /** L 60, a 40, b -30 under D50, by Little CMS. */
  private static final Color PURPLE = new Color(193, 117, 199);

  @TempDir Path folder;

  @Test
  void reads16Bits() throws Exception {
    byte[] samples = repeated(shorts(240 * 257, 130 * 257, 20 * 257));

    assertOrange(grid().tag(RawTiff.PHOTOMETRIC, 2).samples(16, 3).strips(samples));
  }

  @Test
  void readsRealSamplesFromZeroToOne() throws Exception {
    ByteBuffer pixel = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    pixel.putFloat(240 / 255f).putFloat(130 / 255f).putFloat(20 / 255f);

    assertOrange(
        grid()
            .tag(RawTiff.PHOTOMETRIC, 2)
            .samples(32, 3)
            .tag(RawTiff.SAMPLE_FORMAT, 3, 3, 3)
            .strips(repeated(pixel.array())));
  }

  @Test
  void reads32BitGrey() throws Exception {
    byte[] samples = new byte[4 * WIDTH * HEIGHT];
    Arrays.fill(samples, (byte) 100);

    assertThatImage(image(grid().samples(32, 1).strips(samples)))
        .hasExactly(new Color(100, 100, 100), 5, 5);
  }

  @Test
  void readsPlanesOneAfterTheOther() throws Exception {
    assertOrange(
        grid()
            .tag(RawTiff.PHOTOMETRIC, 2)
            .samples(8, 3)
            .tag(RawTiff.PLANAR, 2)
            .strips(plane(240), plane(130), plane(20)));
  }

  @Test
  void readsTiles() throws Exception {
    byte[] tile = new byte[3 * 16 * 16];
    for (int i = 0; i < tile.length; i++) {
      tile[i] = (byte) new int[] {240, 130, 20}[i % 3];
    }

    assertOrange(grid().tag(RawTiff.PHOTOMETRIC, 2).samples(8, 3).tiles(16, 16, tile, tile));
  }

  @Test
  void readsInks() throws Exception {
    // 255 x (1 - ink) x (1 - black), as printers' colours are mixed without a profile.
    assertThatImage(
            image(
                grid()
                    .tag(RawTiff.PHOTOMETRIC, 5)
                    .samples(8, 4)
                    .strips(repeated(bytes(0, 128, 255, 51)))))
        .hasExactly(new Color(204, 102, 0), 5, 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9})
  void readsLab(int kind) throws Exception {
    int shift = kind == 9 ? 128 : 0;
    byte[] pixel = bytes(153, 40 + shift, -30 + shift);

    assertThatImage(
            image(grid().tag(RawTiff.PHOTOMETRIC, kind).samples(8, 3).strips(repeated(pixel))))
        .hasColorWithin(1, PURPLE, 5, 5);
  }

  @Test
  void takesAFourthSampleThatIsNotAlphaForNone() throws Exception {
    assertOrange(
        grid()
            .tag(RawTiff.PHOTOMETRIC, 2)
            .samples(8, 4)
            .tag(338, 0)
            .strips(repeated(bytes(240, 130, 20, 0))));
  }

  @Test
  void laysColoursThatAreMultipliedWithAlphaOnWhite() throws Exception {
    assertThatImage(
            image(
                grid()
                    .tag(RawTiff.PHOTOMETRIC, 2)
                    .samples(8, 4)
                    .tag(338, 1)
                    .strips(repeated(bytes(120, 65, 10, 128)))))
        .hasExactly(new Color(247, 192, 137), 5, 5);
  }

  @Test
  void readsOldStyleJpeg() throws Exception {
    byte[] jpeg = ImageFiles.jpeg(TestImages.plain(WIDTH, HEIGHT, ORANGE));
    byte[] tiff =
        grid()
            .tag(RawTiff.COMPRESSION, 6)
            .tag(RawTiff.PHOTOMETRIC, 6)
            .samples(8, 3)
            .tag(RawTiff.JPEG_STREAM, 8)
            .tag(514, jpeg.length)
            .strips(jpeg)
            .bytes();

    assertThatImage(firstPage(tiff, folder).image()).hasSize(WIDTH, HEIGHT).hasColor(ORANGE, 5, 5);
  }

  @Test
  void leavesOutTagsOfOtherProgramsHoweverLargeTheyClaimToBe() throws Exception {
    assertOrange(
        orange()
            .tag(34_377, 1)
            .tag(34_665, Integer.MAX_VALUE)
            .tag(37_724, 7)
            .blob(700, new byte[9]));
  }

  @ParameterizedTest
  @ValueSource(ints = {34_712, 50_000, 50_001, 50_002, 34_887})
  void namesAPackingThatItDoesNotRead(int compression) {
    byte[] tiff = orange().tag(RawTiff.COMPRESSION, compression).bytes();

    assertRefused(Code.FORMAT_UNSUPPORTED, () -> firstPage(tiff, folder))
        .withMessage("page 1 is packed in way " + compression + " of TIFF, which is not read");
  }

  @Test
  void refusesSamplesWithASign() {
    byte[] tiff = orange().tag(RawTiff.SAMPLE_FORMAT, 2, 2, 2).bytes();

    assertRefused(Code.FORMAT_UNSUPPORTED, () -> firstPage(tiff, folder));
  }

  @Test
  void refusesGiantPagesAndPiecesByTheirTags() {
    byte[] page = orange().tag(RawTiff.WIDTH, 100_000).tag(RawTiff.HEIGHT, 100_000).bytes();
    byte[] tile =
        orange().tag(RawTiff.TILE_WIDTH, Integer.MAX_VALUE).tag(RawTiff.TILE_HEIGHT, 16).bytes();

    assertRefused(Code.PAGE_TOO_LARGE, () -> firstPage(page, folder))
        .withMessageContaining("page 1 has 100000 x 100000 pixels");
    assertRefused(Code.PAGE_TOO_LARGE, () -> firstPage(tile, folder))
        .withMessageContaining("a piece of page 1");
  }

  @Test
  void refusesAJpegInsideThatIsLargerThanItsPage() {
    byte[] jpeg = ImageFiles.jpeg(TestImages.plain(WIDTH, HEIGHT, ORANGE));
    for (int i = 5; i < 9; i++) {
      jpeg = ImageFiles.withFrameByte(jpeg, i, 0xFA);
    }
    byte[] tiff =
        grid()
            .tag(RawTiff.COMPRESSION, 7)
            .tag(RawTiff.PHOTOMETRIC, 6)
            .samples(8, 3)
            .strips(jpeg)
            .bytes();

    assertRefused(Code.PAGE_TOO_LARGE, () -> firstPage(tiff, folder))
        .withMessageContaining("a JPEG of page 1 has 64250 x 64250 pixels");
  }

  @Test
  void reportsAMissingLastStrip() {
    byte[] half = Arrays.copyOf(orangeSamples(), orangeSamples().length / 2);
    byte[] tiff =
        grid()
            .tag(RawTiff.PHOTOMETRIC, 2)
            .samples(8, 3)
            .tag(RawTiff.ROWS_PER_STRIP, HEIGHT / 2)
            .strips(half)
            .bytes();

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(tiff, folder))
        .withMessage("page 1 is cut off or missing");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 5})
  void readsPlainStripsWhoseLengthsAreWrong(long length) throws Exception {
    assertOrange(orange().tag(RawTiff.STRIP_LENGTHS, length));
  }

  @Test
  void reportsStripsThatReachOverTheEnd() {
    byte[] tiff = orange().tag(RawTiff.STRIP_LENGTHS, 1 << 20).bytes();

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(tiff, folder));
  }

  @Test
  void rendersFourPagesOfFiveWhereTheThirdIsBroken() throws Exception {
    TiffBuilder builder = TiffBuilder.aTiff();
    for (int i = 0; i < 5; i++) {
      builder.page(TestImages.quadrants(300, 200), Compression.LZW);
    }
    byte[] tiff = builder.bytes();
    int third = tiff.length / 2;
    Arrays.fill(tiff, third - 150, third + 150, (byte) 0xFF);

    try (PageSource source = Rendering.open(tiff, Rendering.AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(5);
      for (int number : new int[] {1, 2, 4, 5}) {
        assertThatImage(source.render(number).image()).hasSize(300, 200).hasColor(Color.RED, 9, 9);
      }
      assertRefused(Code.PAGE_DAMAGED, () -> source.render(3));
    }
  }

  @Test
  void countsTheLimitOfPagesInATiffOf65536() {
    RawTiff tiff = aRawTiff();
    for (int i = 0; i < 65_536; i++) {
      tiff.page(1, 1).strips(new byte[1]);
    }
    byte[] bytes = tiff.bytes();

    assertRefused(Code.TOO_MANY_PAGES, () -> firstPage(bytes, folder));
  }

  @Test
  void reachesTheLastOfManyPages() throws Exception {
    RawTiff tiff = aRawTiff();
    for (int i = 0; i < 9_000; i++) {
      tiff.page(1, 1).strips(bytes(i % 251));
    }
    try (PageSource source = Rendering.open(tiff.bytes(), Rendering.AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(9_000);
      assertThat(source.render(9_000).image().rgb()[0]).isEqualTo((byte) (8_999 % 251));
    }
  }

  @Test
  void endsAtALoopBackIntoTheMiddle() throws Exception {
    byte[] tiff =
        aRawTiff()
            .page(1, 1)
            .strips(bytes(1))
            .page(1, 1)
            .strips(bytes(2))
            .page(1, 1)
            .strips(bytes(3))
            .loopingTo(1)
            .bytes();

    try (PageSource source = Rendering.open(tiff, Rendering.AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(3);
      assertThat(source.render(3).image().rgb()[0]).isEqualTo((byte) 3);
    }
  }

  private void assertOrange(RawTiff tiff) throws Exception {
    assertThatImage(image(tiff))
        .hasSize(WIDTH, HEIGHT)
        .hasExactly(ORANGE, 0, 0)
        .hasExactly(ORANGE, WIDTH - 1, HEIGHT - 1);
  }

  private RasterImage image(RawTiff tiff) throws Exception {
    return firstPage(tiff.bytes(), folder).image();
  }

  private static RawTiff grid() {
    return aRawTiff().page(WIDTH, HEIGHT);
  }

  private static RawTiff orange() {
    return grid().tag(RawTiff.PHOTOMETRIC, 2).samples(8, 3).strips(orangeSamples());
  }

  private static byte[] orangeSamples() {
    return repeated(bytes(240, 130, 20));
  }

  private static byte[] repeated(byte[] pixel) {
    ByteBuffer pixels = ByteBuffer.allocate(pixel.length * WIDTH * HEIGHT);
    while (pixels.hasRemaining()) {
      pixels.put(pixel);
    }
    return pixels.array();
  }

  private static byte[] plane(int value) {
    return repeated(bytes(value));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }
}
