package io.scriptorium.renderer;

import static io.scriptorium.fixtures.RawTiff.aRawTiff;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.firstPage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.IccProfiles;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.RawTiff;
import io.scriptorium.fixtures.TestImages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The expected colours were computed with Little CMS 2, perceptually, from the same profiles; those
 * of the JPEGs in {@code golden} with Pillow, by {@code ops/oracles/jpeg_colors.py}.
 */
class GoldenColorsTest {
  private static final Color STORED = new Color(60, 160, 90);
  private static final Color SEEN = new Color(0, 176, 105);
  private static final int[] INKS = {204, 26, 77, 51};
  private static final Color INKS_SEEN = new Color(47, 143, 165);

  @TempDir Path folder;

  @Test
  void appliesTheProfileOfAPng() throws Exception {
    byte[] png =
        ImageFiles.withChunk(
            ImageFiles.png(TestImages.plain(16, 16, STORED)),
            "iCCP",
            pngProfile(IccProfiles.wideRgb()));

    assertThatImage(firstPage(png, folder).image()).hasColorWithin(1, SEEN, 8, 8);
  }

  @Test
  void appliesTheProfileOfAJpeg() throws Exception {
    byte[] jpeg =
        ImageFiles.withProfile(
            ImageFiles.jpeg(TestImages.plain(16, 16, STORED)), IccProfiles.wideRgb());

    assertThatImage(firstPage(jpeg, folder).image()).hasColorWithin(2, SEEN, 8, 8);
  }

  @Test
  void appliesTheProfileOfATiff() throws Exception {
    byte[] samples = new byte[3 * 16 * 16];
    for (int i = 0; i < samples.length; i += 3) {
      samples[i] = (byte) STORED.getRed();
      samples[i + 1] = (byte) STORED.getGreen();
      samples[i + 2] = (byte) STORED.getBlue();
    }
    byte[] tiff =
        aRawTiff()
            .page(16, 16)
            .tag(RawTiff.PHOTOMETRIC, 2)
            .samples(8, 3)
            .blob(RawTiff.PROFILE, IccProfiles.wideRgb())
            .strips(samples)
            .bytes();

    assertThatImage(firstPage(tiff, folder).image()).hasColorWithin(1, SEEN, 8, 8);
  }

  @Test
  void appliesTheProfileOfAWebp() throws Exception {
    byte[] webp = ImageFiles.extendedWebp(32, "ICCP", IccProfiles.wideRgb());

    assertThatImage(firstPage(webp, folder).image())
        .hasColorWithin(2, Color.RED, 3, 2)
        .hasColorWithin(2, Color.GREEN, 12, 2);
  }

  @Test
  void appliesTheProfileOfPrintedInksInATiff() throws Exception {
    byte[] samples = new byte[4 * 16 * 16];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) INKS[i % 4];
    }
    byte[] tiff =
        aRawTiff()
            .page(16, 16)
            .tag(RawTiff.PHOTOMETRIC, 5)
            .samples(8, 4)
            .blob(RawTiff.PROFILE, IccProfiles.dullInks())
            .strips(samples)
            .bytes();

    assertThatImage(firstPage(tiff, folder).image()).hasColorWithin(2, INKS_SEEN, 8, 8);
  }

  @Test
  void appliesTheProfileOfPrintedInksInAJpegOfInvertedValues() throws Exception {
    byte[] jpeg = ImageFiles.withProfile(ImageFiles.cmykJpeg(16, 16, INKS), IccProfiles.dullInks());

    assertThatImage(firstPage(jpeg, folder).image()).hasColorWithin(2, INKS_SEEN, 8, 8);
  }

  @Test
  void mixesInksWithoutAProfileTheSameOnEachMachine() throws Exception {
    // 255 x (1 - ink) x (1 - black), each rounded as JPEG has it.
    assertThatImage(firstPage(ImageFiles.cmykJpeg(16, 16, INKS), folder).image())
        .hasColorWithin(2, new Color(41, 183, 142), 8, 8);
  }

  @ParameterizedTest
  @CsvSource({"sequential, C0", "progressive, C2", "ycck, C0"})
  void seesTheColoursOfJpegsAsOthersDo(String name, String frame) throws Exception {
    byte[] jpeg = golden(name + ".jpg");
    assertThat(HexFormat.of().withUpperCase().formatHex(jpeg)).contains("FF" + frame + "00");

    assertGolden(jpeg, name, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey16", "inks"})
  void seesTheColoursOfJpeg2000sAsOthersDo(String name) throws Exception {
    assertGolden(golden(name + ".jp2"), name, 1);
  }

  private void assertGolden(byte[] file, String name, int tolerance) throws Exception {
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(golden(name + ".png")));

    RasterImage seen = firstPage(file, folder).image();

    assertThatImage(seen).hasSize(expected.getWidth(), expected.getHeight());
    for (int y = 0; y < seen.height(); y++) {
      for (int x = 0; x < seen.width(); x++) {
        assertThatImage(seen).hasColorWithin(tolerance, new Color(expected.getRGB(x, y)), x, y);
      }
    }
  }

  private static byte[] golden(String name) throws Exception {
    try (InputStream in = GoldenColorsTest.class.getResourceAsStream("/golden/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void ignoresDamagedProfilesAndSaysSo() throws Exception {
    byte[] broken = Arrays.copyOf(IccProfiles.wideRgb(), 200);
    byte[] png = ImageFiles.png(TestImages.plain(16, 16, STORED));
    byte[] jpeg = ImageFiles.jpeg(TestImages.plain(16, 16, STORED));

    for (byte[] file :
        new byte[][] {
          ImageFiles.withChunk(png, "iCCP", pngProfile(broken)),
          ImageFiles.withChunk(png, "iCCP", "name".getBytes(ISO_8859_1)),
          ImageFiles.withProfile(jpeg, broken),
          ImageFiles.withProfile(jpeg, IccProfiles.dullInks())
        }) {
      RenderedPage page = firstPage(file, folder);

      assertThatImage(page.image()).hasColorWithin(2, STORED, 8, 8);
      assertThat(page.warnings())
          .extracting(RenderWarning::code)
          .containsExactly(RenderWarning.Code.COLOR_PROFILE_IGNORED);
    }
  }

  private static byte[] pngProfile(byte[] profile) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("name\0\0".getBytes(ISO_8859_1));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(body)) {
      packed.write(profile);
    }
    return body.toByteArray();
  }
}
