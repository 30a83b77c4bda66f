package io.scriptorium.renderer;

import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static io.scriptorium.renderer.Rendering.firstPage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.RawPdf;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfPictureFormatsTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 20;

  /** A row of 40 in Group 4: the first half black below a white row, or as the row above. */
  private static final String HALF_BLACK = "001" + "00110101" + "00001101000" + "1";

  private static final String AS_ABOVE = "1" + "1" + "1";

  private static final String FAX =
      "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms"
          + " << /K -1 /Columns 40 /Rows 20 >>";

  @TempDir Path folder;

  @Test
  void drawsJpeg2000() throws Exception {
    byte[] jp2 = ImageFiles.jpeg2000(TestImages.quadrants(WIDTH, HEIGHT));

    assertThatImage(
            firstPage(pdf("/ColorSpace /DeviceRGB /Filter /JPXDecode", jp2), folder).image())
        .hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
  }

  @Test
  void drawsJbig2() throws Exception {
    byte[] jbig2 = jbig2(WIDTH, HEIGHT);

    assertThatImage(
            firstPage(
                    pdf("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", jbig2),
                    folder)
                .image())
        .hasQuadrants(Color.BLACK, Color.WHITE, Color.BLACK, Color.WHITE);
  }

  @Test
  void refusesJbig2OfGiantSidesInAPictureThatClaimsToBeSmall() {
    byte[] jbig2 = jbig2(100_000, 100_000);

    assertRefused(
        Code.PAGE_TOO_COSTLY,
        () ->
            firstPage(
                pdf("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", jbig2),
                folder));
  }

  @Test
  void drawsFaxes() throws Exception {
    byte[] data = packed(HALF_BLACK + AS_ABOVE.repeat(HEIGHT - 1) + "000000000001".repeat(2));

    assertThatImage(firstPage(pdf(FAX, data), folder).image())
        .hasQuadrants(Color.BLACK, Color.WHITE, Color.BLACK, Color.WHITE);
  }

  @Test
  void drawsFaxesWithoutAMarkAtTheirEnd() throws Exception {
    byte[] data = packed(HALF_BLACK + AS_ABOVE.repeat(HEIGHT - 1));

    assertThatImage(firstPage(pdf(FAX, data), folder).image())
        .hasQuadrants(Color.BLACK, Color.WHITE, Color.BLACK, Color.WHITE);
  }

  @Test
  void refusesPagesOfFaxesThatAreCutOff() {
    byte[] data = packed(HALF_BLACK + AS_ABOVE.repeat(HEIGHT / 2));

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(pdf(FAX, data), folder))
        .withMessage("a picture of page 1 cannot be decoded");
  }

  @ParameterizedTest
  @CsvSource({"'', 0, 255", "/Decode [0 1], 0, 255", "/Decode [1 0], 255, 0"})
  void drawsBlackAndWhitePictures(String decode, int left, int right) throws Exception {
    byte[] data = new byte[5 * HEIGHT];
    for (int row = 0; row < HEIGHT; row++) {
      System.arraycopy(new byte[] {0, 0, 0x0F, -1, -1}, 0, data, 5 * row, 5);
    }
    Color one = new Color(left, left, left);
    Color other = new Color(right, right, right);

    assertThatImage(
            firstPage(pdf("/ColorSpace /DeviceGray /BitsPerComponent 1 " + decode, data), folder)
                .image())
        .hasQuadrants(one, other, one, other);
  }

  @Test
  void refusesBlackAndWhitePicturesWhoseDataEndEarly() {
    byte[] data = new byte[5 * HEIGHT / 2];

    assertRefused(
        Code.PAGE_DAMAGED,
        () -> firstPage(pdf("/ColorSpace /DeviceGray /BitsPerComponent 1", data), folder));
  }

  @Test
  void drawsJpegsAndRefusesPagesWhereTheirDataEndBeforeTheirEnd() throws Exception {
    byte[] jpeg = ImageFiles.jpeg(TestImages.quadrants(40, 20));
    String entries = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";

    assertThatImage(firstPage(pdf(entries, jpeg), folder).image())
        .hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
    assertRefused(
            Code.PAGE_DAMAGED, () -> firstPage(pdf(entries, ImageFiles.endingEarly(jpeg)), folder))
        .withMessage("a picture of page 1 cannot be decoded");
  }

  @ParameterizedTest
  @CsvSource({"JPEG2000, JPXDecode", "JBIG2, JBIG2Decode"})
  void saysSoWhereADecoderIsMissing(String decoder, String filter) throws Exception {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    List<ImageReaderSpi> hidden = new ArrayList<>();
    ImageIO.getImageReadersByFormatName(decoder)
        .forEachRemaining(reader -> hidden.add(reader.getOriginatingProvider()));
    byte[] pdf =
        pdf("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /" + filter, jbig2(WIDTH, HEIGHT));
    assertThat(hidden).isNotEmpty();
    hidden.forEach(spi -> registry.deregisterServiceProvider(spi, ImageReaderSpi.class));
    try {
      assertRefused(Code.FORMAT_UNSUPPORTED, () -> firstPage(pdf, folder))
          .withMessageContaining("which is not supported");
    } finally {
      hidden.forEach(spi -> registry.registerServiceProvider(spi, ImageReaderSpi.class));
    }
  }

  /** A page of one region, packed as Group 4 packs it. */
  private static byte[] jbig2(int width, int height) {
    byte[] data = packed(HALF_BLACK + AS_ABOVE.repeat(HEIGHT - 1) + "000000000001".repeat(2));
    ByteBuffer stream = ByteBuffer.allocate(200 + data.length);
    // Page information: its sides, no resolution, white, not striped.
    stream.putInt(0).put(new byte[] {48, 0, 1}).putInt(19);
    stream.putInt(width).putInt(height).putLong(0).put((byte) 0).putShort((short) 0);
    // A generic region of the whole page.
    stream.putInt(1).put(new byte[] {38, 0, 1}).putInt(18 + data.length);
    stream.putInt(width).putInt(height).putLong(0).put(new byte[] {0, 1}).put(data);
    byte[] bytes = new byte[stream.position()];
    stream.flip().get(bytes);
    return bytes;
  }

  private static byte[] packed(String bits) {
    byte[] bytes = new byte[(bits.length() + 7) / 8];
    for (int i = 0; i < bits.length(); i++) {
      if (bits.charAt(i) == '1') {
        bytes[i / 8] |= (byte) (0x80 >> (i % 8));
      }
    }
    return bytes;
  }

  private static byte[] pdf(String entries, byte[] data) {
    return RawPdf.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 40 20] >>",
            "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /I 5 0 R >> >>"
                + " /Contents 4 0 R >>",
            "<< /Length 22 >>\nstream\n40 0 0 20 0 0 cm /I Do\nendstream",
            "<< /Type /XObject /Subtype /Image /Width 40 /Height 20 "
                + entries
                + " /Length "
                + data.length
                + " >>\nstream\n"
                + new String(data, ISO_8859_1)
                + "\nendstream")
        .bytes();
  }
}
