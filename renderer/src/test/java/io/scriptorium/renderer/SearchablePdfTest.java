package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.PdfPageBuilder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchablePdfTest {
  private static final String EVERYWHERE = "Größe ∑ α→β 漢字 𝄞 שלום ﷽ 😀 \uE000";

  @TempDir private Path folder;

  static Stream<UnaryOperator<PdfPageBuilder>> pages() {
    return Stream.of(
        page -> page,
        page -> page.rotation(90),
        page -> page.rotation(180),
        page -> page.rotation(270),
        page -> page.cropBox(50, 80, 200, 300),
        page -> page.mediaBox(-100, 40, 400, 500).cropBox(-50, 80, 200, 300).rotation(90),
        page -> page.userUnit(2).rotation(270),
        page -> page.content("q q 3 0 0 3 10 10 cm"),
        page -> page.content("Q Q 0.5 0 0 0.5 0 0 cm"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void putsTextWhereItsBoxIsAndLeavesTheLookOfThePage(UnaryOperator<PdfPageBuilder> page)
      throws Exception {
    byte[] source = aPdf().page(p -> page.apply(p.mark(Color.RED, 150, 200, 20))).bytes();
    RenderedPage before = Rendering.firstPage(source, folder);
    TextArea area = new TextArea(40, 60, 160, 80, "Hidden words");

    byte[] pdf = searchable(source, area);

    RenderedPage after = Rendering.firstPage(pdf, folder);
    assertThat(after.image().rgb()).isEqualTo(before.image().rgb());
    assertThat(after.toPdfPoints()).isEqualTo(before.toPdfPoints());
    assertThat(spelled(after)).isEqualTo("Hidden words");
    assertThat(after.text().glyphs())
        .allSatisfy(
            glyph -> {
              assertThat(glyph.visible()).isFalse();
              assertThat(glyph.left()).isBetween(39f, 161f);
              assertThat(glyph.right()).isBetween(39f, 161f);
              assertThat((glyph.top() + glyph.bottom()) / 2).isCloseTo(70, within(5f));
            });
    assertThat(after.text().glyphs().get(0).left()).isCloseTo(40, within(1f));
  }

  @ParameterizedTest
  @ValueSource(strings = {EVERYWHERE, "a", "-", "\\(x) <y> %z", "a\nb\n\nc"})
  void losesNoCharacter(String text) throws Exception {
    byte[] pdf = searchable(aPdf().page(p -> p).bytes(), new TextArea(10, 10, 300, 99, text));

    assertThat(spelled(Rendering.firstPage(pdf, folder)).replaceAll("\\s", ""))
        .isEqualTo(text.replaceAll("\\s", ""));
  }

  @Test
  void losesNoCharacterOfManyThousands() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int character = 0x4E00; character < 0x4E00 + 5000; character++) {
      text.appendCodePoint(character);
    }

    byte[] pdf =
        searchable(aPdf().page(p -> p).bytes(), new TextArea(0, 0, 500, 700, text.toString()));

    assertThat(spelled(Rendering.firstPage(pdf, folder))).isEqualTo(text.toString());
  }

  @Test
  void keepsThePageAsItIs() throws Exception {
    byte[] source =
        aPdf()
            .page(page -> page.text("Seen", 72, 700).rotation(180))
            .page(page -> page.text("Second", 72, 700))
            .attachment("notes.txt", new byte[] {1})
            .bytes();

    byte[] pdf = searchable(source, new TextArea(0, 0, 100, 20, "Hidden"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getPage(0).getRotation()).isEqualTo(180);
      assertThat(document.getDocumentCatalog().getNames().getEmbeddedFiles()).isNotNull();
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains("Seen", "Second", "Hidden");
      assertThat(document.getPage(1).getResources().getFontNames()).hasSize(1);
    }
  }

  @Test
  void embedsAFontThatSaysWhatItsCodesMean() throws Exception {
    byte[] pdf = searchable(aPdf().page(p -> p).bytes(), new TextArea(0, 0, 100, 20, "x"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      COSName name = document.getPage(0).getResources().getFontNames().iterator().next();
      assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      assertThat(document.getPage(0).getResources().getFont(name).isDamaged()).isFalse();
    }
  }

  @Test
  void addsTextToAPdfThatItHasMadeItself() throws Exception {
    byte[] once = searchable(aPdf().page(p -> p).bytes(), new TextArea(0, 0, 99, 20, "one"));

    byte[] twice = searchable(once, new TextArea(0, 50, 99, 70, "two"));

    assertThat(spelled(Rendering.firstPage(twice, folder))).contains("one", "two");
  }

  @Test
  void writesTheSameBytesForTheSameDocument() throws Exception {
    byte[] source = aPdf().pages(3).bytes();
    TextArea area = new TextArea(10, 10, 300, 99, EVERYWHERE);

    assertThat(searchable(source, area)).isEqualTo(searchable(source, area));
    assertThat(searchable(png(Color.BLUE), area)).isEqualTo(searchable(png(Color.BLUE), area));
  }

  @Test
  void opensAProtectedPdfAndWritesItOpen() throws Exception {
    byte[] source = aPdf().page(p -> p.text("Seen", 72, 700)).protectedBy("o", "", 128).bytes();

    byte[] pdf = searchable(source, new TextArea(0, 0, 100, 20, "Hidden"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.isEncrypted()).isFalse();
      assertThat(new PDFTextStripper().getText(document)).contains("Seen", "Hidden");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0x808080, 0x2060A0})
  void makesAPageOfAPictureWithoutLoss(int color) throws Exception {
    byte[] source = png(new Color(color));
    RenderedPage before = Rendering.firstPage(source, folder);

    byte[] pdf = searchable(source, new TextArea(5, 5, 50, 20, "Hidden"));

    RenderedPage after = Rendering.firstPage(pdf, folder);
    assertThat(after.image().rgb()).isEqualTo(before.image().rgb());
    assertThat(spelled(after)).isEqualTo("Hidden");
  }

  @Test
  void keepsTheBytesOfAJpeg() throws Exception {
    byte[] jpeg = ImageFiles.jpeg(picture(Color.ORANGE));

    byte[] pdf = searchable(jpeg, new TextArea(5, 5, 50, 20, "Hidden"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      COSName name = document.getPage(0).getResources().getXObjectNames().iterator().next();
      PDImageXObject picture = (PDImageXObject) document.getPage(0).getResources().getXObject(name);
      assertThat(picture.getCOSObject().createRawInputStream().readAllBytes()).isEqualTo(jpeg);
    }
    assertThat(Rendering.firstPage(pdf, folder).image().rgb())
        .isEqualTo(Rendering.firstPage(jpeg, folder).image().rgb());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsAJpegAsItsNotesSay(int tag) throws Exception {
    byte[] jpeg = ImageFiles.withOrientation(ImageFiles.jpeg(picture(Color.RED)), tag);
    RenderedPage before = Rendering.firstPage(jpeg, folder);

    RenderedPage after =
        Rendering.firstPage(searchable(jpeg, new TextArea(1, 1, 9, 9, "x")), folder);

    int width = before.image().width();
    int height = before.image().height();
    RasterAssert same = RasterAssert.assertThatImage(after.image()).hasSize(width, height);
    for (int x : new int[] {4, width - 4}) {
      for (int y : new int[] {4, height - 4}) {
        int at = 3 * (y * width + x);
        byte[] rgb = before.image().rgb();
        same.hasColorWithin(
            3, new Color(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF), x, y);
      }
    }
  }

  @Test
  void aFullDiskIsNoFaultOfTheDocument() throws Exception {
    try (PageSource pages =
            Rendering.open(aPdf().pages(1).bytes(), RenderOptions.DEFAULTS, folder);
        SearchablePdf pdf = pages.searchable()) {
      assertThatThrownBy(() -> pdf.save(Path.of("/dev/full"))).isInstanceOf(IOException.class);
    }
  }

  private byte[] searchable(byte[] source, TextArea area) throws IOException, RenderException {
    Path file = folder.resolve("searchable.pdf");
    try (PageSource pages = Rendering.open(source, RenderOptions.DEFAULTS.withDpi(72), folder);
        SearchablePdf pdf = pages.searchable()) {
      pdf.add(new PageText(1, pages.render(1).toPdfPoints(), List.of(area)));
      pdf.save(file);
    }
    return Files.readAllBytes(file);
  }

  private static byte[] png(Color color) {
    return ImageFiles.png(picture(color));
  }

  /** A corner of a colour on white. */
  private static BufferedImage picture(Color color) {
    BufferedImage image = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, x < 32 && y < 16 ? color.getRGB() : Color.WHITE.getRGB());
      }
    }
    return image;
  }

  private static String spelled(RenderedPage page) {
    StringBuilder text = new StringBuilder();
    page.text().glyphs().forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }
}
