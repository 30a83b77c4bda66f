package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfScratchTest {
  private static final byte[] MORE_THAN_ITS_MEMORY = new byte[100_000];

  @TempDir Path folder;

  @Test
  void keepsOnTheDiskWhatDoesNotFitIntoItsMemory() throws IOException {
    MORE_THAN_ITS_MEMORY[99_999] = 7;
    try (PdfScratch scratch = new PdfScratch(folder.toFile(), 4096);
        RandomAccess buffer = scratch.createBuffer()) {
      buffer.write(MORE_THAN_ITS_MEMORY);

      assertThat(folder).isNotEmptyDirectory();
      assertThat(buffer.length()).isEqualTo(100_000);
      buffer.seek(99_999);
      assertThat(buffer.read()).isEqualTo(7);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tellsAFailingDiskFromADamagedDocument() throws IOException {
    Path lost = Files.createDirectory(folder.resolve("lost"));
    try (PdfScratch scratch = new PdfScratch(lost.toFile(), 4096);
        RandomAccess buffer = scratch.createBuffer()) {
      Files.delete(lost);

      assertThatExceptionOfType(PageFailures.Stopped.class)
          .isThrownBy(() -> buffer.write(MORE_THAN_ITS_MEMORY))
          .extracting(PageFailures.Stopped::reason)
          .satisfies(
              reason -> {
                assertThat(reason.code()).isEqualTo(Code.RENDERER_UNAVAILABLE);
                assertThat(reason.code().isTransient()).isTrue();
                assertThat(reason).hasMessageNotContaining(lost.toString());
              });
    }
  }
}
