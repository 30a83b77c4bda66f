package io.scriptorium.renderer.pool;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.fixtures.TiffBuilder.aTiff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.PdfBuilder;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.fixtures.TiffBuilder;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PasswordSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderedPage;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real documents in real processes: the same pages as in this process, and nothing grows. */
class FlatMemoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long MIB = 1 << 20;

  /** Small, so that it is filled and swept many times. */
  private static final PoolOptions LIMITS = PoolOptions.DEFAULTS.withHeapBytes(96 * MIB);

  private static final RenderOptions COARSE = RenderOptions.DEFAULTS.withDpi(36).withMinPixels(1);

  @TempDir private Path folder;
  private Path temporary;

  @BeforeEach
  void makeFolder() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void rendersTheSameAsInThisProcess() throws Exception {
    Path file =
        aPdf()
            .page(page -> page.text("Invoice 17", 72, 700).mark(Color.RED, 300, 400, 50))
            .page(page -> page.text("Second page", 72, 700).rotation(90))
            .write(folder.resolve("source.pdf"));
    try (RenderPool pool = start(RenderOptions.DEFAULTS, LIMITS);
        PageSource pooled = pool.open(file);
        PageSource here = new DocumentRenderer(RenderOptions.DEFAULTS).open(file)) {
      assertThat(pooled.format()).isEqualTo(here.format());
      assertThat(pooled.pageCount()).isEqualTo(here.pageCount());
      assertThat(pooled.facts()).isEqualTo(here.facts());
      for (int number = 1; number <= 2; number++) {
        assertSame(pooled.render(number), here.render(number));
      }
    }
  }

  private static void assertSame(RenderedPage actual, RenderedPage expected) {
    assertThat(actual).usingRecursiveComparison().ignoringFields("image.rgb").isEqualTo(expected);
    assertThat(Arrays.equals(actual.image().rgb(), expected.image().rgb())).isTrue();
  }

  @Test
  void aThousandDocumentsLeaveNothingBehind() throws Exception {
    List<Path> documents =
        List.of(
            aPdf().pages(1).write(folder.resolve("one")),
            aPdf().pages(3).write(folder.resolve("three")),
            Files.write(folder.resolve("picture"), ImageFiles.png(TestImages.quadrants(200, 300))),
            Files.write(folder.resolve("cut"), Damage.truncated(aPdf().pages(1).bytes(), 0.6)),
            Files.writeString(folder.resolve("text"), "no document"));
    PoolOptions limits = LIMITS.withDocumentsPerProcess(Integer.MAX_VALUE);
    try (RenderPool pool = start(COARSE, limits)) {
      renderAll(pool, documents, 300);
      Surroundings early = Surroundings.of(temporary);
      long memory = memoryOfChildren(pool);
      long heap = usedHeap();

      renderAll(pool, documents, 700);

      await().atMost(PATIENCE).untilAsserted(() -> early.assertNothingWasAdded(temporary));
      assertThat(memoryOfChildren(pool)).isLessThan(memory + 64 * MIB);
      assertThat(usedHeap()).isLessThan(heap + 8 * MIB);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void threeHundredPagesOfAScannedTiffTakeTheMemoryOfAFew() throws Exception {
    TiffBuilder tiff = aTiff();
    for (int i = 0; i < 300; i++) {
      tiff.page(TestImages.bilevelScan(620, 877), TiffBuilder.Compression.G4).dpi(75);
    }
    rendersInFlatMemory(tiff.write(folder.resolve("scan")), RenderOptions.DEFAULTS);
  }

  @Test
  void threeHundredPagesOfADrawnPdfTakeTheMemoryOfAFew() throws Exception {
    PdfBuilder pdf = aPdf();
    for (int i = 0; i < 300; i++) {
      String text = "Page " + i;
      pdf.page(page -> page.text(text, 72, 700).mark(Color.BLUE, 300, 400, 100));
    }
    rendersInFlatMemory(pdf.write(folder.resolve("drawn")), RenderOptions.DEFAULTS.withDpi(50));
  }

  private void rendersInFlatMemory(Path file, RenderOptions options) throws Exception {
    try (RenderPool pool = start(options, LIMITS);
        PageSource source = pool.open(file)) {
      assertThat(source.pageCount()).isEqualTo(300);
      long early = 0;
      long heap = 0;
      for (int number = 1; number <= 300; number++) {
        RenderedPage page = source.render(number);
        assertThat(page.number()).isEqualTo(number);
        if (number == 100) {
          early = memoryOfChildren(pool);
          heap = usedHeap();
        }
      }
      assertThat(memoryOfChildren(pool)).isLessThan(early + 64 * MIB);
      assertThat(usedHeap()).isLessThan(heap + 32 * MIB);
    }
  }

  private RenderPool start(RenderOptions options, PoolOptions limits) throws RenderException {
    return RenderPool.start(
        options, limits, PasswordSource.NONE, RenderChild.class.getName(), temporary);
  }

  private static void renderAll(RenderPool pool, List<Path> documents, int times) {
    for (int i = 0; i < times; i++) {
      try (PageSource source = pool.open(documents.get(i % documents.size()))) {
        for (int number = 1; number <= source.pageCount(); number++) {
          assertThat(source.render(number).number()).isEqualTo(number);
        }
      } catch (RenderException e) {
        assertThat(e.code())
            .isIn(
                RenderException.Code.FORMAT_UNSUPPORTED,
                RenderException.Code.NO_PAGES,
                RenderException.Code.FILE_DAMAGED,
                RenderException.Code.PAGE_DAMAGED);
      }
    }
  }

  /** Of the process that has most; 0 where the system does not tell. */
  private static long memoryOfChildren(RenderPool pool) {
    return pool.children().mapToLong(FlatMemoryIT::residentBytes).max().orElse(0);
  }

  private static long residentBytes(ProcessHandle process) {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
