package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.Rendering.firstPage;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.RawPdf;
import io.scriptorium.renderer.RenderWarning.Code;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackFontsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Helvetica, LiberationSans",
    "Arial-BoldMT, LiberationSans-Bold",
    "Times-BoldItalic, LiberationSerif-BoldItalic",
    "CourierNewPS-ItalicMT, LiberationMono-Italic",
    "ABCDEF+Garamond, LiberationSerif",
    "NoSuchFont, LiberationSans",
    "ZapfDingbats, DejaVuSans",
  })
  void standsInForFontsByTheirNames(String wanted, String found) throws Exception {
    assertThat(new FallbackFonts().getTrueTypeFont(wanted, null).getFont().getName())
        .isEqualTo(found);
  }

  @Test
  void neverLooksAtTheFontsOfTheMachine() throws Exception {
    firstPage(aPdf().pages(1).bytes(), folder);

    FontMapper mapper = FontMappers.instance();

    assertThat(mapper).isInstanceOf(FallbackFonts.class);
  }

  @Test
  void drawsTheCheckMarksOfForms() throws Exception {
    RenderedPage page = firstPage(inFont("/Type1 /BaseFont /ZapfDingbats", "4"), folder);

    assertThat(page.ink().share()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Type1 /BaseFont /Helvetica", "/TrueType /BaseFont /TimesNewRoman"})
  void doesNotWarnOfFontsThatHaveATwin(String font) throws Exception {
    assertThat(firstPage(inFont(font, "abc"), folder).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/TrueType /BaseFont /Frutiger",
        "/Type1 /BaseFont /Symbol",
        "/Type0 /BaseFont /HeiseiMin /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font"
            + " /Subtype /CIDFontType0 /BaseFont /HeiseiMin /CIDSystemInfo << /Registry (Adobe)"
            + " /Ordering (Japan1) /Supplement 2 >> >>]",
      })
  void warnsOfFontsThatThePdfDoesNotHold(String font) throws Exception {
    RenderedPage page = firstPage(inFont(font, "ab"), folder);

    assertThat(page.warnings())
        .containsExactly(
            new RenderWarning(
                Code.PAGE_FONT_SUBSTITUTED,
                "fonts that the PDF does not hold and that look different here: 1"));
  }

  private static byte[] inFont(String font, String text) {
    return RawPdf.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 90 60] >>",
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F << /Type /Font"
                + " /Subtype "
                + font
                + " >> >> >> >>",
            RawPdf.stream("", ("BT /F 30 Tf 9 9 Td (" + text + ") Tj ET").getBytes(US_ASCII)))
        .bytes();
  }
}
