package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.Rendering.AT_72_DPI;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.fixtures.TiffBuilder;
import io.scriptorium.fixtures.TiffBuilder.Compression;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DocumentRendererTest {
  private static final BufferedImage IMAGE = TestImages.quadrants(40, 30);

  @TempDir Path folder;

  @Test
  void tellsFormatsByContentAndNotByName() throws Exception {
    assertThat(formatOf("a.png", aPdf().pages(1).bytes())).isEqualTo(SourceFormat.PDF);
    assertThat(formatOf("b.pdf", ImageFiles.png(IMAGE))).isEqualTo(SourceFormat.PNG);
    assertThat(formatOf("c.tif", ImageFiles.jpeg(IMAGE))).isEqualTo(SourceFormat.JPEG);
    byte[] tiff = TiffBuilder.aTiff().page(IMAGE, Compression.LZW).bytes();
    assertThat(formatOf("d.jpg", tiff)).isEqualTo(SourceFormat.TIFF);
  }

  @Test
  void refusesMissingFiles() {
    assertRefused(Code.FILE_MISSING, () -> open(folder.resolve("none.pdf")))
        .withMessage("there is no such file");
  }

  @Test
  void refusesFolders() throws IOException {
    Path named = Files.createDirectory(folder.resolve("x.pdf"));

    assertRefused(Code.FILE_UNREADABLE, () -> open(named)).withMessageContaining("folder");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void refusesPipesWithoutWaitingForAWriter() throws Exception {
    Path pipe = folder.resolve("x.pdf");
    int made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
    assertThat(made).isZero();

    assertRefused(Code.FILE_UNREADABLE, () -> open(pipe)).withMessageContaining("pipe");
  }

  @Test
  void refusesEmptyFiles() {
    assertRefused(Code.FILE_EMPTY, () -> open(write("x.pdf", new byte[0])));
  }

  @Test
  void refusesFilesAboveTheLimitAndNamesBothSizes() throws IOException {
    RenderOptions small = RenderOptions.DEFAULTS.withMaxBytes(100);
    Path file = write("x.pdf", new byte[101]);

    assertRefused(Code.FILE_TOO_LARGE, () -> new DocumentRenderer(small).open(file).close())
        .withMessage("the file has 101 bytes, the limit is 100");
  }

  @Test
  void refusesBareSignatures() throws IOException {
    for (String head :
        List.of(
            "%PDF-1.7",
            "\u0089PNG\r\n\u001a\n",
            "\u00ff\u00d8\u00ff",
            "II*\0",
            "GIF89a",
            "RIFF\1\0\0\0WEBP",
            "BM\2\0\0\0\0\0\0\0\2\0\0\0(\0\0\0",
            "\u00ffO\u00ffQ",
            "\0\0\0\fjP  \r\n\u0087\n")) {
      byte[] bytes = head.getBytes(ISO_8859_1);

      assertRefused(Code.FILE_DAMAGED, () -> open(write("x", bytes)));
    }
  }

  @Test
  void answersDamagedFilesWithItsOwnExceptionOnly() throws IOException {
    List<byte[]> sources =
        List.of(
            aPdf().pages(2).bytes(),
            ImageFiles.png(IMAGE),
            ImageFiles.withOrientation(ImageFiles.jpeg(IMAGE), 6),
            TiffBuilder.aTiff()
                .page(IMAGE, Compression.LZW)
                .page(TestImages.bilevelScan(60, 40), Compression.G4)
                .bytes(),
            ImageFiles.jpeg2000(IMAGE),
            ImageFiles.bmp(IMAGE),
            ImageFiles.gif(IMAGE, IMAGE),
            ImageFiles.lossyWebp(),
            ImageFiles.losslessWebp());
    for (byte[] source : sources) {
      IntStream.range(0, 40)
          .forEach(seed -> renderAll(Damage.corrupted(source, 1 + seed / 4, seed), seed));
    }
  }

  private void renderAll(byte[] bytes, long seed) {
    try (PageSource source = Rendering.open(bytes, AT_72_DPI, folder)) {
      for (int number = 1; number <= source.pageCount(); number++) {
        renderOrRefuse(source, number);
      }
    } catch (RenderException e) {
      assertThat(e).hasMessageNotContaining("\n");
    } catch (IOException | RuntimeException e) {
      throw new AssertionError("seed " + seed + " let another error through", e);
    }
  }

  private static void renderOrRefuse(PageSource source, int number) {
    try {
      assertThat(source.render(number).number()).isEqualTo(number);
    } catch (RenderException e) {
      assertThat(e).hasMessageNotContaining("\n");
    }
  }

  private SourceFormat formatOf(String name, byte[] bytes) throws IOException, RenderException {
    try (PageSource source = new DocumentRenderer(AT_72_DPI).open(write(name, bytes))) {
      return source.format();
    }
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static void open(Path file) throws RenderException {
    new DocumentRenderer(AT_72_DPI).open(file).close();
  }
}
