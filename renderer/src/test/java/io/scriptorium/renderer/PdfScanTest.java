package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.AT_72_DPI;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static io.scriptorium.renderer.Rendering.firstPage;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.fixtures.RawPdf;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfScanTest {
  private static final BufferedImage SCAN = TestImages.quadrants(460, 620);

  @TempDir Path folder;

  @Test
  void handsAScanOnInItsOwnPixels() throws Exception {
    Paper paper = Paper.white().pencil(90);
    byte[] pdf =
        aPdf()
            .page(page -> page.size(595, 842).picture(paper.picture(), "595 0 0 842 0 0"))
            .bytes();

    RenderedPage page = firstPage(pdf, folder);

    assertThatImage(page.image()).hasSize(1654, 2339);
    assertThat(Arrays.equals(page.image().rgb(), paper.scanned().rgb())).isTrue();
    assertThat(page.dpi()).isCloseTo(200, within(0.2));
  }

  @Test
  void readsGreyScansAndThoseThatAreInverted() throws Exception {
    byte[] samples = new byte[200 * 300];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i % 200);
    }

    assertThatImage(firstPage(greyScan("", samples), folder).image())
        .hasSize(200, 300)
        .hasExactly(new Color(0, 0, 0), 0, 299)
        .hasExactly(new Color(199, 199, 199), 199, 299);
    assertThatImage(firstPage(greyScan("/Decode [1 0]", samples), folder).image())
        .hasExactly(new Color(255, 255, 255), 0, 299)
        .hasExactly(new Color(56, 56, 56), 199, 299);
  }

  @Test
  void reportsScansWhosePixelsAreNotAllThere() {
    byte[] pdf = greyScan("", new byte[200 * 150]);

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(pdf, folder))
        .withMessage("a picture of page 1 cannot be decoded");
  }

  private static byte[] greyScan(String entries, byte[] samples) {
    return RawPdf.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 100 150] >>",
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"
                + " >>",
            RawPdf.stream("", "100 0 0 150 0 0 cm /I Do".getBytes(US_ASCII)),
            RawPdf.stream(
                "/Type /XObject /Subtype /Image /Width 200 /Height 300 /ColorSpace /DeviceGray"
                    + " /BitsPerComponent 8 "
                    + entries,
                samples))
        .bytes();
  }

  @ParameterizedTest
  @CsvSource({
    // page rotation, matrix of the picture, colours of the quarters as they are seen
    "0, 230 0 0 310 0 0, 460, 620, RGBK",
    "90, 230 0 0 310 0 0, 620, 460, BRKG",
    "180, 230 0 0 310 0 0, 460, 620, KBGR",
    "270, 230 0 0 310 0 0, 620, 460, GKRB",
    "0, 0 310 -230 0 230 0, 460, 620, GKRB",
    "90, 0 310 -230 0 230 0, 620, 460, RGBK",
    "0, 230 0 0 -310 0 310, 460, 620, BKRG",
    "0, -230 0 0 310 230 0, 460, 620, GRKB",
  })
  void setsScansUpright(int rotation, String matrix, int width, int height, String quarters)
      throws Exception {
    boolean turned = matrix.startsWith("0");
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(230, 310)
                        .rotation(rotation)
                        .picture(turned ? TestImages.quadrants(620, 460) : SCAN, matrix))
            .bytes();

    RenderedPage page = firstPage(pdf, folder);

    assertThatImage(page.image())
        .hasSize(width, height)
        .hasQuadrants(
            color(quarters, 0), color(quarters, 1), color(quarters, 2), color(quarters, 3));
  }

  private static Color color(String quarters, int index) {
    return switch (quarters.charAt(index)) {
      case 'R' -> Color.RED;
      case 'G' -> Color.GREEN;
      case 'B' -> Color.BLUE;
      default -> Color.BLACK;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void leadsFromThePixelsOfAScanBackToPoints(int rotation) throws Exception {
    // The red quarter has its corner in the middle of the picture, which lies around the crop box.
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.mediaBox(0, 0, 300, 400)
                        .cropBox(50, 60, 150, 200)
                        .rotation(rotation)
                        .picture(TestImages.quadrants(600, 800), "300 0 0 400 0 0"))
            .bytes();

    RenderedPage page = firstPage(pdf, folder);

    boolean turned = rotation % 180 != 0;
    assertThatImage(page.image()).hasSize(turned ? 400 : 300, turned ? 300 : 400);
    PageTransform way = page.toPdfPoints();
    double[] corner = cornerOfRed(page.image());
    assertThat(way.pointX(corner[0], corner[1])).isCloseTo(150, within(0.3));
    assertThat(way.pointY(corner[0], corner[1])).isCloseTo(200, within(0.3));
  }

  /** Where red, green, blue and black meet. */
  private static double[] cornerOfRed(RasterImage image) {
    double x = 0;
    double y = 0;
    int changes = 0;
    for (int row = 1; row < image.height(); row++) {
      for (int column = 1; column < image.width(); column++) {
        int here = value(image, column, row);
        boolean corner =
            here != value(image, column - 1, row)
                && here != value(image, column, row - 1)
                && value(image, column - 1, row - 1) != value(image, column, row - 1);
        if (corner) {
          x += column;
          y += row;
          changes++;
        }
      }
    }
    return new double[] {x / changes, y / changes};
  }

  private static int value(RasterImage image, int x, int y) {
    int at = 3 * (y * image.width() + x);
    return (image.rgb()[at] & 0xFF) << 16
        | (image.rgb()[at + 1] & 0xFF) << 8
        | (image.rgb()[at + 2] & 0xFF);
  }

  @Test
  void handsOnAScanWithTheInvisibleTextOfAnOcrProgram() throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(115, 155)
                        .picture(SCAN, "115 0 0 155 0 0")
                        .invisibleText("Invoice", 9, 90, 9))
            .bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(460, 620);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9 9 20 20 re f",
        "0 0 m 50 50 l S",
        "BT /F1 9 Tf 9 9 Td (stamp) Tj ET",
      })
  void drawsThePageIfSomethingLiesOverTheScan(String over) throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(115, 155)
                        .invisibleText("x", 9, 90, 9)
                        .picture(SCAN, "115 0 0 155 0 0")
                        .content(over))
            .bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(230, 310);
  }

  @Test
  void takesNoNoticeOfWhatTheScanCovers() throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(115, 155)
                        .content("1 g 0 0 115 155 re f")
                        .picture(SCAN, "115 0 0 155 0 0"))
            .bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(460, 620);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 60 155 re W n q 115 0 0 155 0 0 cm",
        "q 60 0 0 155 0 0 cm",
        "q 115 9 -12 155 6 -4 cm",
      })
  void drawsThePageIfThePictureIsCutSmallOrAskew(String placing) throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(115, 155)
                        .content("q " + placing)
                        .picture(SCAN, "1 0 0 1 0 0")
                        .content("Q Q"))
            .bytes();

    assertThat(firstPage(pdf, folder).image().width()).isLessThan(460);
  }

  @Test
  void drawsAColouredGroundAndDoesNotTakeItForAScan() throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(115, 155)
                        .picture(TestImages.plain(4, 4, Color.RED), "115 0 0 155 0 0"))
            .bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(115, 155).hasColor(Color.RED, 50, 50);
  }

  @Test
  void scalesScansDownToTheLimitOfPixels() throws Exception {
    byte[] pdf = aPdf().page(page -> page.size(115, 155).picture(SCAN, "115 0 0 155 0 0")).bytes();

    RenderedPage page = Rendering.page(1, pdf, AT_72_DPI.withMaxPixels(80_000), folder);

    assertThatImage(page.image())
        .hasSize(243, 328)
        .hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
    assertThat(page.toPdfPoints().pointX(243, 0)).isCloseTo(115, within(1e-3));
    assertThat(page.toPdfPoints().pointY(0, 328)).isCloseTo(0, within(1e-3));
  }

  @Test
  void makesThePixelsOfFaxesSquare() throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(115, 155).picture(TestImages.quadrants(230, 155), "115 0 0 155 0 0"))
            .bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(230, 310);
  }

  @Test
  void drawsAScanInStripsAtTheResolutionOfItsStrips() throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(100, 100)
                        .picture(TestImages.plain(180, 90, Color.RED), "100 0 0 50 0 50")
                        .picture(TestImages.plain(180, 90, Color.BLUE), "100 0 0 50 0 0"))
            .bytes();

    assertThatImage(firstPage(pdf, folder).image())
        .hasSize(180, 180)
        .hasColor(Color.RED, 90, 45)
        .hasColor(Color.BLUE, 90, 135);
  }
}
