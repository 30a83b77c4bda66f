package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.Rendering.firstPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.fixtures.PdfPageBuilder;
import io.scriptorium.fixtures.RawPdf;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.renderer.TextLayer.Quality;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTextLayerTest {
  private static final String SENTENCE = "Deliveries to the northern depot were late";

  @TempDir Path folder;

  @Test
  void readsTheCharactersThatThePageShows() throws Exception {
    RenderedPage page = render(sheet -> sheet.text(SENTENCE, 60, 500, 12));

    assertThat(text(page.text())).isEqualTo(SENTENCE);
    assertThat(page.text().glyphs()).allMatch(TextGlyph::visible);
    assertThat(page.text().quality()).isEqualTo(Quality.USABLE);
    assertThat(page.text().complete()).isTrue();
    assertThat(page.text().coveredInk()).isGreaterThan(0.9);
    assertThat(page.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void laysBoxesOverTheUprightPage(int rotation) throws Exception {
    RenderedPage page =
        render(
            sheet ->
                sheet
                    .size(400, 300)
                    .cropBox(20, 30, 200, 120)
                    .rotation(rotation)
                    .text("H", 50, 40, 12));

    TextGlyph glyph = page.text().glyphs().get(0);

    boolean turned = rotation % 180 != 0;
    double width = turned ? glyph.bottom() - glyph.top() : glyph.right() - glyph.left();
    double height = turned ? glyph.right() - glyph.left() : glyph.bottom() - glyph.top();
    assertThat(width).isCloseTo(12 * 0.722, within(0.1));
    assertThat(height).isBetween(10.0, 14.0);
    assertThat(isOnAllInk(page.image(), glyph)).isTrue();
  }

  private static boolean isOnAllInk(RasterImage image, TextGlyph box) {
    int inside = 0;
    int outside = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if ((image.rgb()[3 * (y * image.width() + x)] & 0xFF) < 128) {
          boolean in =
              x + 1 >= box.left() && x <= box.right() && y + 1 >= box.top() && y <= box.bottom();
          inside += in ? 1 : 0;
          outside += in ? 0 : 1;
        }
      }
    }
    return inside > 10 && outside == 0;
  }

  @Test
  void tellsInvisibleTextFromWhatIsSeen() throws Exception {
    RenderedPage page =
        render(
            sheet ->
                sheet.text("Total due", 60, 500, 12).invisibleText("Ignore this", 60, 300, 12));

    assertThat(visible(page.text())).isEqualTo("Total due");
    assertThat(text(page.text())).isEqualTo("Total dueIgnore this");
    assertThat(page.warnings())
        .containsExactly(
            new RenderWarning(
                RenderWarning.Code.PAGE_TEXT_HIDDEN,
                "letters and digits of the PDF's text that the page does not show: 10"));
  }

  @Test
  void seesThatWhiteTextOnWhiteAndTextOffThePageAreHidden() throws Exception {
    RenderedPage page =
        render(
            sheet ->
                sheet
                    .text("Seen", 60, 500, 12)
                    .content("1 g")
                    .text("white", 60, 400, 12)
                    .content("0 g")
                    .text("outside", 60, 900, 12));

    assertThat(visible(page.text())).isEqualTo("Seen");
    assertThat(page.warnings())
        .extracting(RenderWarning::code)
        .containsExactly(RenderWarning.Code.PAGE_TEXT_HIDDEN);
  }

  @Test
  void seesThatTextUnderAPictureIsHidden() throws Exception {
    RenderedPage page =
        render(
            sheet ->
                sheet
                    .text("redacted", 60, 500, 12)
                    .picture(TestImages.plain(90, 90, Color.WHITE), 50, 480, 200, 60));

    assertThat(visible(page.text())).isEmpty();
  }

  @Test
  void seesThatTextOfAHiddenLayerIsHidden() throws Exception {
    byte[] pdf =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R]"
                    + " >> >> >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <<"
                    + " /Font << /F 5 0 R >> /Properties << /L 6 0 R >> >> >>",
                RawPdf.stream(
                    "",
                    ("BT /F 12 Tf 20 150 Td (Seen) Tj ET /OC /L BDC BT /F 12 Tf 20 100 Td (Layer)"
                            + " Tj ET EMC")
                        .getBytes(StandardCharsets.US_ASCII)),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Type /OCG /Name (layer) >>")
            .bytes();

    RenderedPage page = firstPage(pdf, folder);

    assertThat(text(page.text())).isEqualTo("SeenLayer");
    assertThat(visible(page.text())).isEqualTo("Seen");
  }

  @Test
  void takesTheTextUnderAScanForUsableIfItLiesOnTheWriting() throws Exception {
    Paper writing = Paper.white().draw(Color.BLACK, new Rectangle2D.Double(20, 100, 105, 9));
    RenderedPage page =
        render(
            sheet ->
                sheet
                    .picture(writing.picture(), 0, 0, 595, 842)
                    .invisibleText("MMMMMMMMMM", 56.7f, 533, 36));

    assertThat(page.text().quality()).isEqualTo(Quality.USABLE);
    assertThat(page.text().glyphs()).noneMatch(TextGlyph::visible);
    assertThat(page.warnings()).isEmpty();
  }

  @Test
  void doesNotBelieveTextThatLiesElsewhere() throws Exception {
    RenderedPage page =
        render(sheet -> sheet.mark(Color.BLACK, 300, 600, 90).invisibleText(SENTENCE, 60, 200, 12));

    assertThat(page.text().quality()).isEqualTo(Quality.DISPLACED);
  }

  @Test
  void seesThatMuchOfAPageHasNoText() throws Exception {
    RenderedPage page =
        render(
            sheet ->
                sheet
                    .text("Page 7", 60, 500, 12)
                    .content("2 w 60 100 400 300 re 99 120 m 300 380 l S"));

    assertThat(page.text().quality()).isEqualTo(Quality.SPARSE);
  }

  @Test
  void doesNotCountThePicturesOfADrawnPageAsInkWithoutText() throws Exception {
    RenderedPage page =
        render(
            sheet ->
                sheet
                    .text(SENTENCE, 60, 500, 12)
                    .picture(TestImages.quadrants(200, 200), 60, 100, 300, 300));

    assertThat(page.text().quality()).isEqualTo(Quality.USABLE);
  }

  @Test
  void seesThatNobodyKnowsWhatTheCharactersMean() throws Exception {
    byte[] pdf =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <<"
                    + " /Font << /F 5 0 R >> >> >>",
                RawPdf.stream(
                    "",
                    "BT /F 12 Tf 20 150 Td (abcdefgh) Tj ET".getBytes(StandardCharsets.US_ASCII)),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
                RawPdf.stream(
                    "",
                    ("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00>"
                            + " <FF> endcodespacerange 1 beginbfrange <61> <7A> <E061>"
                            + " endbfrange endcmap")
                        .getBytes(StandardCharsets.US_ASCII)))
            .bytes();

    assertThat(firstPage(pdf, folder).text().quality()).isEqualTo(Quality.GARBLED);
  }

  @Test
  void hasNoTextForPicturesAndDrawings() throws Exception {
    assertThat(render(sheet -> sheet.mark(Color.RED, 100, 100, 50)).text().quality())
        .isEqualTo(Quality.NONE);
  }

  @Test
  void keepsNoMoreCharactersThanItsLimit() throws Exception {
    String line = "BT /F 1 Tf 20 150 Td (" + "x".repeat(50_000) + ") Tj ET\n";

    TextLayer text =
        render(
                sheet ->
                    sheet
                        .text("y", 9, 9, 1)
                        .content(
                            line.replace("/F", "/F1")
                                + line.replace("/F", "/F1")
                                + line.replace("/F", "/F1")))
            .text();

    assertThat(text.glyphs()).hasSize(TextLayer.MOST_GLYPHS);
    assertThat(text.complete()).isFalse();
  }

  private RenderedPage render(UnaryOperator<PdfPageBuilder> sheet) throws Exception {
    return firstPage(aPdf().page(sheet).bytes(), folder);
  }

  private static String text(TextLayer layer) {
    return layer.glyphs().stream().map(TextGlyph::text).collect(Collectors.joining());
  }

  private static String visible(TextLayer layer) {
    return layer.glyphs().stream()
        .filter(TextGlyph::visible)
        .map(TextGlyph::text)
        .collect(Collectors.joining());
  }
}
