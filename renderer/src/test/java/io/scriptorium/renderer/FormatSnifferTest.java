package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.Rendering.AT_72_DPI;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.renderer.RenderException.Code;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatSnifferTest {
  private static final String SUPPORTED =
      "supported are PDF, PNG, JPEG, TIFF, JPEG 2000, BMP, GIF, WebP";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"just text", "%PD", "BMW is a car maker", "RIFF....WAVE"})
  void listsWhatIsSupportedWhenTheFormatIsNot(String text) {
    assertRefused(Code.FORMAT_UNSUPPORTED, () -> sniff(text))
        .withMessage("the content is none of the supported formats; " + SUPPORTED);
  }

  static Stream<Arguments> foreign() {
    return Stream.of(
        Arguments.of("\0\0\0\u0018ftypheic", "HEIC picture"),
        Arguments.of("\0\0\0\u0018ftypavif", "AVIF picture"),
        Arguments.of("<?xml version=\"1.0\"?><svg xmlns=", "SVG drawing"),
        Arguments.of("<!DOCTYPE html><html>", "HTML page"),
        Arguments.of("PK\3\4..................word/document.xml", "Word document"),
        Arguments.of("PK\3\4", "ZIP archive"),
        Arguments.of("{\\rtf1", "RTF document"),
        Arguments.of("8BPS", "Photoshop document"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void namesFormatsThatOthersSend(String head, String name) {
    assertRefused(Code.FORMAT_UNSUPPORTED, () -> sniff(head))
        .withMessage("this looks like a file of another kind, " + name + "; " + SUPPORTED);
  }

  @Test
  void namesAnEmfDrawing() {
    byte[] emf = new byte[100];
    emf[0] = 1;
    System.arraycopy(" EMF".getBytes(ISO_8859_1), 0, emf, 40, 4);

    assertRefused(Code.FORMAT_UNSUPPORTED, () -> FormatSniffer.sniff(emf))
        .withMessageContaining("EMF drawing");
  }

  @Test
  void takesAnArchiveOfAPdfForAnArchive() throws Exception {
    byte[] pdf = aPdf().pages(1).bytes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      CRC32 checksum = new CRC32();
      checksum.update(pdf);
      ZipEntry entry = new ZipEntry("a.pdf");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(pdf.length);
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      zip.write(pdf);
    }

    assertRefused(
            Code.FORMAT_UNSUPPORTED,
            () -> Rendering.open(bytes.toByteArray(), AT_72_DPI, folder).close())
        .withMessageContaining("ZIP archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><body>\n", "junk before\r\n", "\0\0\0"})
  void takesAPdfBehindOtherTextForAPdf(String junk) throws Exception {
    byte[] bytes = Damage.prefixed(junk.getBytes(ISO_8859_1), aPdf().pages(1).bytes());

    assertThat(FormatSniffer.sniff(bytes)).isEqualTo(SourceFormat.PDF);
  }

  @Test
  void takesAPdfThatIsAnArchiveTooForAPdf() throws Exception {
    byte[] both = Damage.prefixed(aPdf().pages(1).bytes(), "PK\5\6".getBytes(ISO_8859_1));

    try (PageSource source = Rendering.open(both, AT_72_DPI, folder)) {
      assertThat(source.format()).isEqualTo(SourceFormat.PDF);
      assertThat(source.render(1).number()).isEqualTo(1);
    }
  }

  @Test
  void takesAPictureThatQuotesAPdfForAPicture() throws Exception {
    byte[] png =
        ImageFiles.withChunk(
            ImageFiles.png(TestImages.quadrants(20, 20)),
            "tEXt",
            "Comment\0%PDF-1.7".getBytes(ISO_8859_1));

    assertThat(FormatSniffer.sniff(png)).isEqualTo(SourceFormat.PNG);
  }

  private static void sniff(String head) throws RenderException {
    FormatSniffer.sniff(head.getBytes(ISO_8859_1));
  }
}
