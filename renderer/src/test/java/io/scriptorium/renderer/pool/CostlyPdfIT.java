package io.scriptorium.renderer.pool;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.fixtures.RawPdf;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PasswordSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderException.Code;
import io.scriptorium.renderer.RenderOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real documents whose first page costs too much, in real processes; the second is a plain one. */
class CostlyPdfIT {
  /** Long for a plain page, and a tenth of what the costly ones take. */
  private static final Duration SHORT = Duration.ofSeconds(4);

  private static final PoolOptions ONE = PoolOptions.DEFAULTS.withProcesses(1).withPagesAhead(0);

  @TempDir private Path folder;
  private Path temporary;

  @BeforeEach
  void makeFolder() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  static List<RawPdf> pagesThatTakeForever() {
    return List.of(rectangles(), layersOfTransparency(), mesh());
  }

  @ParameterizedTest
  @MethodSource("pagesThatTakeForever")
  void aPageThatTakesForeverIsGivenUpAndTheNextGoesOn(RawPdf pdf) throws Exception {
    Path file = Files.write(folder.resolve("slow.pdf"), pdf.bytes());
    try (RenderPool pool = start(ONE.withPageTime(SHORT), PasswordSource.NONE);
        PageSource source = pool.open(file)) {
      assertThat(failureOf(source, 1)).isEqualTo(Code.PAGE_TIMEOUT);
      assertThat(source.render(2).ink().blank()).isTrue();
    }
  }

  /** Within the limit of operators. */
  private static RawPdf rectangles() {
    return twoPages("", RawPdf.deflatedStream("", "0 0 595 842 re f ".repeat(4_900_000)));
  }

  private static RawPdf layersOfTransparency() {
    return twoPages(
        "/Resources << /XObject << /G 6 0 R >> >>",
        RawPdf.deflatedStream("", "/G Do ".repeat(10_000)),
        RawPdf.stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >>",
            "0 0 595 842 re f".getBytes(US_ASCII)));
  }

  /** Triangles over the whole page, a million of them. */
  private static RawPdf mesh() {
    byte[] corners = {0, 0, 0, 9, 0, (byte) 255, 0, 9, 0, 0, (byte) 255, 9};
    byte[] triangles = new byte[12 * 1_000_000];
    for (int i = 0; i < triangles.length; i++) {
      triangles[i] = corners[i % corners.length];
    }
    return twoPages(
        "/Resources << /Shading << /S 6 0 R >> >>",
        RawPdf.stream("", "/S sh".getBytes(US_ASCII)),
        RawPdf.deflatedStream(
            "/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8"
                + " /BitsPerFlag 8 /Decode [0 595 0 842 0 1]",
            new String(triangles, ISO_8859_1)));
  }

  @Test
  void aPictureTooLargeForTheMemoryCostsItsPageOnly() throws Exception {
    int side = 9000;
    RawPdf pdf =
        twoPages(
            "/Resources << /XObject << /I 6 0 R >> >>",
            RawPdf.stream("", "300 0 0 300 9 9 cm /I Do".getBytes(US_ASCII)),
            RawPdf.bomb(
                "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB"
                        .formatted(side, side)
                    + " /BitsPerComponent 8",
                'x',
                3L * side * side));
    Path file = Files.write(folder.resolve("large.pdf"), pdf.bytes());
    try (RenderPool pool = start(ONE.withHeapBytes(128L << 20), PasswordSource.NONE);
        PageSource source = pool.open(file)) {
      assertThat(failureOf(source, 1)).isEqualTo(Code.PAGE_TOO_COSTLY);
      assertThat(source.render(2).ink().blank()).isTrue();
    }
  }

  @Test
  void aFolderForTemporaryFilesThatFailsIsNoFaultOfTheDocument() throws Exception {
    Path file = folder.resolve("closed.pdf");
    writeProtectedPicture(5000, file);
    try (RenderPool pool = start(ONE, PasswordSource.NONE);
        PageSource source = pool.open(file)) {
      try (Stream<Path> all = Files.walk(temporary)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }

      assertThat(failureOf(source, 1)).isEqualTo(Code.RENDERER_UNAVAILABLE);
    }
  }

  /** Decrypted, the picture does not stay in memory. */
  private static void writeProtectedPicture(int side, Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDImageXObject picture =
          new PDImageXObject(
              document,
              new ByteArrayInputStream(new byte[3 * side * side]),
              null,
              side,
              side,
              8,
              PDDeviceRGB.INSTANCE);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(picture, 9, 9, 200, 200);
      }
      document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      document.save(file.toFile());
    }
  }

  @Test
  void asksForThePasswordOfADocumentOnceForAllProcesses() throws Exception {
    Path file =
        aPdf().pages(4).protectedBy("owner", "secret", 256).write(folder.resolve("closed.pdf"));
    List<Path> asked = new ArrayList<>();
    PasswordSource vault =
        wanted -> {
          asked.add(wanted);
          return List.of("wrong", "secret");
        };
    try (RenderPool pool = start(PoolOptions.DEFAULTS.withProcesses(2), vault);
        PageSource source = pool.open(file)) {
      for (int number = 1; number <= 4; number++) {
        assertThat(source.render(number).text().glyphs()).isNotEmpty();
      }
    }
    assertThat(asked).containsExactly(file);
  }

  @Test
  void refusesADocumentWhosePasswordNobodyKnows() throws Exception {
    Path file = aPdf().pages(1).protectedBy("owner", "secret", 256).write(folder.resolve("closed"));
    try (RenderPool pool = start(ONE, wanted -> List.of("hunter2"))) {
      RenderException failure =
          catchThrowableOfType(RenderException.class, () -> pool.open(file).close());

      assertThat(failure.code()).isEqualTo(Code.PDF_ENCRYPTED);
      assertThat(failure).hasMessage("the PDF asks for another password than the 1 known");
    }
  }

  private RenderPool start(PoolOptions limits, PasswordSource passwords) throws RenderException {
    return RenderPool.start(
        RenderOptions.DEFAULTS, limits, passwords, RenderChild.class.getName(), temporary);
  }

  private static Code failureOf(PageSource source, int number) {
    return catchThrowableOfType(RenderException.class, () -> source.render(number)).code();
  }

  /** The first page has what is given, from object 5 on; the second has nothing. */
  private static RawPdf twoPages(String entries, String... objects) {
    List<String> all = new ArrayList<>();
    all.add("<< /Type /Catalog /Pages 2 0 R >>");
    all.add("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>");
    all.add("<< /Type /Page /Parent 2 0 R /Contents 5 0 R " + entries + " >>");
    all.add("<< /Type /Page /Parent 2 0 R >>");
    all.addAll(List.of(objects));
    return RawPdf.of(all.toArray(String[]::new));
  }
}
