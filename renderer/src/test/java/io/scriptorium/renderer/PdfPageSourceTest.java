package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.AT_72_DPI;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static io.scriptorium.renderer.Rendering.firstPage;
import static io.scriptorium.renderer.Rendering.page;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.RawPdf;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPageSourceTest {
  private static final String CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>";

  @TempDir Path folder;

  @Test
  void rendersEachPageByItsNumber() throws Exception {
    byte[] pdf =
        aPdf()
            .page(page -> page.size(100, 50).mark(Color.RED, 50, 25, 20))
            .page(page -> page.size(60, 80).mark(Color.BLUE, 30, 40, 20))
            .bytes();
    try (PageSource source = Rendering.open(pdf, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(2);
      assertThatImage(source.render(2).image()).hasSize(60, 80).hasColor(Color.BLUE, 30, 40);
      assertThatImage(source.render(1).image()).hasSize(100, 50).hasColor(Color.RED, 50, 25);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> source.render(3))
          .withMessage("page number (3) is outside 1 to 2");
    }
  }

  @Test
  void drawsText() throws Exception {
    RasterImage image = firstPage(aPdf().pages(1).bytes(), folder).image();

    assertThat(image.rgb()).contains(0).contains(0xFF);
  }

  @Test
  void rendersTheSamePageToTheSameBytes() throws Exception {
    byte[] pdf = aPdf().page(page -> page.text("Invoice", 72, 700)).bytes();

    assertThat(firstPage(pdf, folder).image().rgb())
        .isEqualTo(firstPage(pdf, folder).image().rgb());
  }

  @Test
  void findsTheHeaderBehindJunk() throws Exception {
    byte[] junk = "200 some line\r\nX-Kind: pdf\r\n\r\n".getBytes(US_ASCII);
    byte[] pdf = aPdf().page(page -> page.mark(Color.RED, 300, 400, 50)).bytes();

    RenderedPage page = firstPage(Damage.prefixed(junk, pdf), folder);

    assertThatImage(page.image()).hasColor(Color.RED, 300, 842 - 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "1410065407", "-3", "0", "(x)"})
  void countsRealPagesWhateverTheTreeClaims(String count) throws Exception {
    byte[] pdf =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count %s >>".formatted(count),
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 90 60] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 70 60] >>")
            .bytes();
    try (PageSource source = Rendering.open(pdf, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(2);
      assertThatImage(source.render(2).image()).hasSize(70, 60);
    }
  }

  @Test
  void leavesLoopsInThePageTree() throws Exception {
    byte[] pdf =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 /MediaBox [0 0 30 40] >>",
                "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 4 0 R 3 0 R] /Count 3 >>",
                "<< /Type /Page /Parent 3 0 R >>")
            .bytes();
    try (PageSource source = Rendering.open(pdf, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(1);
      assertThatImage(source.render(1).image()).hasSize(30, 40);
    }
  }

  @Test
  void takesInheritedValuesFromTheTreeEvenWithoutParentEntries() throws Exception {
    byte[] pdf =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 50 40] /Rotate 90 >>",
                "<< /Kids [4 0 R] /Count 1 >>",
                "<< >>")
            .bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(40, 50);
  }

  @Test
  void reportsPagesThatAreMissingFromTheFile() throws Exception {
    byte[] pdf =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [7 0 R 3 0 R] /Count 2 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 30 40] >>")
            .bytes();
    try (PageSource source = Rendering.open(pdf, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(2);
      assertRefused(Code.PAGE_DAMAGED, () -> source.render(1))
          .withMessage("page 1 is missing from the file");
      assertThatImage(source.render(2).image()).hasSize(30, 40);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9 0 R", "[9 0 R]", "[4 0 R 9 0 R]", "3 0 R"})
  void reportsPagesWhoseContentIsMissingFromTheFile(String contents) throws Exception {
    byte[] pdf = pageWith("/Contents " + contents);

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(pdf, folder))
        .withMessage("the content of page 1 is missing from the file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/Contents null", "/Contents []", "/Contents 4 0 R"})
  void rendersPagesThatAreBlank(String contents) throws Exception {
    assertThatImage(firstPage(pageWith(contents), folder).image())
        .hasSize(72, 72)
        .hasColor(Color.WHITE, 36, 36);
  }

  private static byte[] pageWith(String contents) {
    return RawPdf.of(
            CATALOGUE,
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] " + contents + " >>",
            "<< /Length 0 >>\nstream\n\nendstream")
        .bytes();
  }

  @Test
  void reportsPagesWhoseContentIsCutOff() throws Exception {
    byte[] whole =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Contents 4 0 R >>",
                "<< /Length 25 >>\nstream\n1 0 0 rg 0 0 72 72 re f  \nendstream")
            .bytes();
    int inside = new String(whole, US_ASCII).indexOf("0 0 72 72 re");
    byte[] truncated = Damage.truncated(whole, (inside + 0.5) / whole.length);

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(truncated, folder))
        .withMessage("the content of page 1 is missing from the file");
  }

  @Test
  void losesNoPageOfATruncatedFileSilently() throws Exception {
    byte[] pdf =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 30 40] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 40] >>")
            .bytes();
    int cut = new String(pdf, US_ASCII).indexOf("4 0 obj");
    byte[] truncated = Damage.truncated(pdf, (cut + 0.5) / pdf.length);
    try (PageSource source = Rendering.open(truncated, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(2);
      assertThatImage(source.render(1).image()).hasSize(30, 40);
      assertRefused(Code.PAGE_DAMAGED, () -> source.render(2));
    }
  }

  @Test
  void findsTheLastOfTenThousandPages() throws Exception {
    String[] objects = new String[10_003];
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      kids.append(i + 4).append(" 0 R ");
      objects[i + 3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d 9] >>".formatted(i + 1);
    }
    objects[0] = CATALOGUE;
    objects[1] = "<< /Type /Pages /Kids 3 0 R /Count 10000 >>";
    objects[2] = "[" + kids + "]";
    RenderOptions options = RenderOptions.DEFAULTS;
    try (PageSource source = Rendering.open(RawPdf.of(objects).bytes(), options, folder)) {
      assertThat(source.pageCount()).isEqualTo(10_000);
      assertThat(source.render(10_000).image().height()).isEqualTo(25);
      assertThat(source.render(72).image().width()).isEqualTo(200);
    }
  }

  @Test
  void refusesDocumentsWithoutPages() {
    byte[] empty = RawPdf.of(CATALOGUE, "<< /Type /Pages /Kids [] /Count 5 >>").bytes();
    byte[] treeless = RawPdf.of("<< /Type /Catalog >>").bytes();

    assertRefused(Code.NO_PAGES, () -> firstPage(empty, folder));
    assertRefused(Code.NO_PAGES, () -> firstPage(treeless, folder));
  }

  @Test
  void refusesDocumentsBeyondThePageLimit() throws Exception {
    RenderOptions three = AT_72_DPI.withMaxPages(3);

    Rendering.open(aPdf().pages(3).bytes(), three, folder).close();
    assertRefused(Code.TOO_MANY_PAGES, () -> Rendering.open(aPdf().pages(4).bytes(), three, folder))
        .withMessage("the document has more pages than the limit of 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 128, 256})
  void opensProtectedDocumentsWithAKnownPassword(int keyBits) throws Exception {
    byte[] pdf = aPdf().pages(1).protectedBy("owner", "secret", keyBits).bytes();
    RenderOptions knowing = AT_72_DPI.withPasswords(List.of("wrong", "secret"));

    assertThatImage(page(1, pdf, knowing, folder).image()).hasSize(595, 841);
    assertRefused(Code.PDF_ENCRYPTED, () -> firstPage(pdf, folder))
        .withMessage("the PDF asks for a password and none is known");
  }

  @Test
  void asksForPasswordsWhenADocumentWantsOne() throws Exception {
    Path open = aPdf().pages(1).write(folder.resolve("open"));
    Path closed =
        aPdf().pages(1).protectedBy("owner", "secret", 256).write(folder.resolve("closed"));
    List<Path> asked = new ArrayList<>();
    DocumentRenderer renderer =
        new DocumentRenderer(
            AT_72_DPI,
            file -> {
              asked.add(file);
              return List.of("wrong", "secret");
            });

    renderer.open(open).close();
    renderer.open(closed).close();

    assertThat(asked).containsExactly(closed);
  }

  @Test
  void keepsPasswordsOutOfErrors() {
    byte[] pdf = aPdf().pages(1).protectedBy("owner", "secret", 256).bytes();
    RenderOptions wrong = AT_72_DPI.withPasswords(List.of("hunter2"));

    assertRefused(Code.PDF_ENCRYPTED, () -> page(1, pdf, wrong, folder))
        .withMessage("the PDF asks for another password than the 1 known")
        .withNoCause();
    assertThat(wrong.toString()).contains("passwords=1").doesNotContain("hunter2");
  }

  @Test
  void opensDocumentsThatOnlyAnOwnerPasswordProtects() throws Exception {
    byte[] pdf = aPdf().pages(1).protectedBy("owner", "", 256).bytes();

    assertThatImage(firstPage(pdf, folder).image()).hasSize(595, 841);
  }

  @Test
  void refusesDocumentsProtectedByCertificates() {
    byte[] pdf =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R >>",
                "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Recipients [<00>] >>")
            .trailer("/Encrypt 4 0 R /ID [<00> <00>]")
            .bytes();

    assertRefused(Code.PDF_ENCRYPTED, () -> firstPage(pdf, folder))
        .withMessageContaining("something else than a password");
  }

  @Test
  void rendersHugePagesCoarserSoThatTheyFit() throws Exception {
    byte[] pdf = aPdf().page(page -> page.size(14_400, 14_400)).bytes();

    RenderedPage page = page(1, pdf, Rendering.withMaxPixels(1_000_000), folder);

    long pixels = (long) page.image().width() * page.image().height();
    assertThat(pixels).isBetween(990_000L, 1_000_000L);
    assertThat(page.dpi()).isBetween(4.99, 5.0);
  }

  @Test
  void rendersThinStripsWithinTheLimit() throws Exception {
    byte[] pdf = aPdf().page(page -> page.size(0.01f, 14_400)).bytes();

    assertThatImage(page(1, pdf, Rendering.withMaxPixels(1000), folder).image()).hasSize(1, 999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 0 0", "0 0 0 100", "5 5 5 5"})
  void refusesPagesWithoutArea(String box) {
    byte[] pdf =
        RawPdf.of(
                CATALOGUE,
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [" + box + "] >>")
            .bytes();

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(pdf, folder))
        .withMessageContaining("page 1 has no area");
  }

  @Test
  void rendersFormsThatDrawThemselves() throws Exception {
    byte[] pdf = selfDrawingForm();
    try (PageSource source = Rendering.open(pdf, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(1);
      assertThatImage(source.render(1).image()).hasSize(30, 40);
    }
  }

  private static byte[] selfDrawingForm() {
    return RawPdf.of(
            CATALOGUE,
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 30 40] >>",
            "<< /Type /Page /Resources 5 0 R /Contents 4 0 R >>",
            "<< /Length 5 >>\nstream\n/F Do\nendstream",
            "<< /XObject << /F 6 0 R >> >>",
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 5 0 R /Length 5 >>\n"
                + "stream\n/F Do\nendstream")
        .bytes();
  }

  @Test
  void drawsPictures() throws Exception {
    byte[] pdf =
        aPdf()
            .page(page -> page.size(80, 80).picture(TestImages.quadrants(40, 40), 0, 0, 80, 80))
            .bytes();

    assertThatImage(firstPage(pdf, folder).image())
        .hasQuadrants(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DCTDecode", "JPXDecode", "JBIG2Decode"})
  void refusesPagesWithBrokenPictures(String filter) {
    byte[] pdf = pictureOnly("/Width 9 /Height 9 /Filter /" + filter, "this is no picture");

    assertRefused(Code.PAGE_DAMAGED, () -> firstPage(pdf, folder))
        .withMessage("a picture of page 1 cannot be decoded");
  }

  @Test
  void refusesPagesWithGiantPicturesBeforeDecodingThem() {
    byte[] pdf = pictureOnly("/Width 100000 /Height 100000 /Filter /FlateDecode", "x");

    assertRefused(Code.PAGE_TOO_LARGE, () -> firstPage(pdf, folder))
        .withMessageContaining("100000 x 100000 pixels");
  }

  private static byte[] pictureOnly(String entries, String data) {
    return RawPdf.of(
            CATALOGUE,
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 30 40] >>",
            "<< /Type /Page /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>",
            "<< /Length 21 >>\nstream\n30 0 0 40 0 0 cm /I Do\nendstream",
            "<< /Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                + entries
                + " /Length "
                + data.length()
                + " >>\nstream\n"
                + data
                + "\nendstream")
        .bytes();
  }
}
