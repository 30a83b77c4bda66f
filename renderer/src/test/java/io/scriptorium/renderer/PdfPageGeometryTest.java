package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.firstPage;
import static io.scriptorium.renderer.Rendering.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPageGeometryTest {
  private static final RenderOptions AT_600_DPI = Rendering.AT_72_DPI.withDpi(600);

  /** The library sets the edges of rectangles to whole pixels. */
  private static final double ONE_PIXEL = 72 / 600.0;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // rotation, where the mark near the lower left corner of the page appears in the image
    "0, 10, 80",
    "90, 10, 10",
    "180, 190, 20",
    "270, 90, 190",
    "-90, 90, 190",
    "450, 10, 10",
    "45, 10, 80"
  })
  void rendersPagesUpright(int rotation, int x, int y) throws Exception {
    // One point is one pixel here. The mark is at (10, 20), or at (10, 10) for quarter turns.
    boolean quarter = rotation == 90 || rotation == -90 || rotation == 270 || rotation == 450;
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.size(200, 100)
                        .rotation(rotation)
                        .mark(Color.RED, 10, quarter ? 10 : 20, 8))
            .bytes();

    RasterImage image = firstPage(pdf, folder).image();

    assertThatImage(image)
        .hasSize(quarter ? 100 : 200, quarter ? 200 : 100)
        .hasColor(Color.RED, x, y);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void leadsFromPixelsBackToPoints(int rotation) throws Exception {
    byte[] pdf =
        aPdf()
            .page(
                page ->
                    page.mediaBox(-50, 30, 400, 300)
                        .cropBox(20, 60, 250, 210)
                        .rotation(rotation)
                        .mark(Color.RED, 83, 101, 12))
            .bytes();

    RenderedPage page = page(1, pdf, AT_600_DPI, folder);

    Point2D center = centerOfRed(page.image());
    PageTransform toPoints = page.toPdfPoints();
    assertThat(toPoints.pointX(center.getX(), center.getY())).isCloseTo(83, within(ONE_PIXEL));
    assertThat(toPoints.pointY(center.getX(), center.getY())).isCloseTo(101, within(ONE_PIXEL));
    assertThat(page.dpi()).isCloseTo(600, within(1e-3));
  }

  @Test
  void countsUnitsOfThePageInItsSize() throws Exception {
    byte[] pdf =
        aPdf().page(page -> page.size(50, 40).userUnit(2).mark(Color.RED, 10, 10, 4)).bytes();

    RenderedPage page = firstPage(pdf, folder);

    assertThatImage(page.image()).hasSize(100, 80).hasColor(Color.RED, 20, 60);
    assertThat(page.dpi()).isCloseTo(72, within(1e-3));
    assertThat(page.toPdfPoints().pointX(20, 60)).isCloseTo(10, within(1e-3));
    assertThat(page.toPdfPoints().pointY(20, 60)).isCloseTo(10, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"612, 792, 200, 1700, 2200", "792, 612, 150, 1650, 1275", "72, 36, 300, 300, 150"})
  void losesNoPixelToRounding(float width, float height, int dpi, int columns, int rows)
      throws Exception {
    byte[] pdf = aPdf().page(page -> page.size(width, height)).bytes();
    RenderOptions options = Rendering.AT_72_DPI.withDpi(dpi).withMaxPixels(1 << 23);

    assertThatImage(page(1, pdf, options, folder).image()).hasSize(columns, rows);
  }

  @Test
  void rendersPagesOfMixedSizesEachInItsOwn() throws Exception {
    byte[] pdf =
        aPdf()
            .page(page -> page.size(50, 40))
            .page(page -> page.size(50, 40).rotation(90))
            .page(page -> page.size(200, 90))
            .bytes();

    assertThatImage(page(1, pdf, Rendering.AT_72_DPI, folder).image()).hasSize(50, 40);
    assertThatImage(page(2, pdf, Rendering.AT_72_DPI, folder).image()).hasSize(40, 50);
    assertThatImage(page(3, pdf, Rendering.AT_72_DPI, folder).image()).hasSize(200, 90);
  }

  @Test
  void showsThePageWholeIfItsCropBoxLiesOutside() throws Exception {
    byte[] pdf = aPdf().page(page -> page.size(50, 40).cropBox(500, 500, 10, 10)).bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(50, 40);
  }

  private static Point2D centerOfRed(RasterImage image) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int i = 0; i < image.width() * image.height(); i++) {
      boolean red = (image.rgb()[3 * i] & 0xFF) > 200 && (image.rgb()[3 * i + 1] & 0xFF) < 100;
      if (red) {
        x += i % image.width() + 0.5;
        y += Math.floorDiv(i, image.width()) + 0.5;
        count++;
      }
    }
    assertThat(count).isPositive();
    return new Point2D.Double(x / count, y / count);
  }
}
