package io.scriptorium.renderer.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.PasswordSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderException.Code;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderWarning;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.SearchablePdf;
import io.scriptorium.renderer.TextArea;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripted documents that hang, exit, crash and eat memory in real processes. */
class RenderPoolIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Short, and yet a hundred times what a scripted page takes. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  private static final PoolOptions SMALL =
      PoolOptions.DEFAULTS.withProcesses(2).withPageTime(PATIENCE).withHeapBytes(32L << 20);

  @TempDir private Path folder;
  private Path temporary;
  private Surroundings before;

  @BeforeEach
  void look() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    before = Surroundings.of(temporary);
  }

  @AfterEach
  void everythingIsGone() {
    await().atMost(PATIENCE).untilAsserted(() -> before.assertNothingWasAdded(temporary));
  }

  @Test
  void rendersPagesInAnyOrderAndAsOftenAsWanted() throws Exception {
    try (RenderPool pool = pool(SMALL);
        PageSource source = pool.open(script("nothing", "nothing", "nothing"))) {
      assertThat(source.pageCount()).isEqualTo(3);
      assertPage(source.render(3), 3);
      assertPage(source.render(1), 1);
      assertPage(source.render(1), 1);
      assertPage(source.render(2), 2);
      assertThatThrownBy(() -> source.render(4)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "exit, RENDERER_DIED",
    "crash, RENDERER_DIED",
    "print-raw, RENDERER_DIED",
    "exhaust-memory, PAGE_TOO_COSTLY",
    "overflow-stack, PAGE_DAMAGED",
    "fail, PAGE_DAMAGED",
  })
  void aBadPageCostsItselfOnly(String deed, Code code) throws Exception {
    try (RenderPool pool = pool(SMALL)) {
      try (PageSource source = pool.open(script("nothing", deed, "nothing", "nothing"))) {
        assertPage(source.render(1), 1);
        assertFailure(code, source, 2);
        assertPage(source.render(3), 3);
        assertPage(source.render(4), 4);
      }
      try (PageSource next = pool.open(script("nothing"))) {
        assertPage(next.render(1), 1);
      }
      assertChildren(pool, 2);
    }
  }

  @Test
  void aPageThatHangsIsKilledAtItsLimitAndTheNextGoesOn() throws Exception {
    try (RenderPool pool = pool(SMALL.withPageTime(SHORT))) {
      try (PageSource source = pool.open(script("nothing", "hang", "nothing"))) {
        assertPage(source.render(1), 1);
        assertFailure(Code.PAGE_TIMEOUT, source, 2).hasMessageContaining("3 s");
        assertPage(source.render(3), 3);
      }
      assertChildren(pool, 2);
    }
  }

  @Test
  void theTimeOfADocumentBoundsAllItsPages() throws Exception {
    try (RenderPool pool = pool(SMALL.withDocumentTime(SHORT).withProcesses(1));
        PageSource source = pool.open(script("nothing", "hang", "nothing", "nothing"))) {
      assertPage(source.render(1), 1);
      assertFailure(Code.DOCUMENT_TIMEOUT, source, 2);
      assertFailure(Code.DOCUMENT_TIMEOUT, source, 3);
    }
  }

  @Test
  void aPageTooLargeForTheMemoryIsRenderedCoarser() throws Exception {
    try (RenderPool pool = pool(SMALL);
        PageSource source = pool.open(script("exhaust-memory-unless-coarse", "nothing"))) {
      RenderedPage page = source.render(1);
      assertThat(page.dpi()).isEqualTo(100);
      assertThat(page.warnings())
          .extracting(RenderWarning::code)
          .containsExactly(RenderWarning.Code.RENDERED_COARSER);
      assertThat(source.render(2).dpi()).isEqualTo(200);
    }
  }

  @Test
  void aChildThatSomethingElseKilledIsReplaced() throws Exception {
    Path mark = folder.resolve("mark");
    try (RenderPool pool = pool(SMALL);
        PageSource source = pool.open(script("exit-once " + mark, "nothing"))) {
      assertPage(source.render(1), 1);
      pool.children().forEach(ProcessHandle::destroyForcibly);
      assertPage(source.render(2), 2);
      assertThat(mark).exists();
    }
  }

  @Test
  void nothingThatIsPrintedComesBetween() throws Exception {
    try (RenderPool pool = pool(SMALL);
        PageSource source = pool.open(script("print", "print", "print"))) {
      for (int number = 1; number <= 3; number++) {
        assertPage(source.render(number), number);
      }
    }
  }

  @Test
  void aMistakeOfTheRendererTellsItsKindAndNoText() throws Exception {
    try (RenderPool pool = pool(SMALL);
        PageSource source = pool.open(script("break", "nothing"))) {
      assertThatThrownBy(() -> source.render(1))
          .isInstanceOf(IllegalStateException.class)
          .hasStackTraceContaining("IllegalStateException in the renderer")
          .hasStackTraceContaining("Deed.happen")
          .extracting(Throwable::getMessage)
          .asString()
          .doesNotContain("text of the document");
      assertPage(source.render(2), 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "exit, RENDERER_DIED",
    "crash, RENDERER_DIED",
    "hang, DOCUMENT_TIMEOUT",
    "exhaust-memory, DOCUMENT_TOO_COSTLY",
    "overflow-stack, FILE_DAMAGED",
  })
  void aDocumentThatBreaksOnOpeningCostsItselfOnly(String deed, Code code) throws Exception {
    Path bad = Files.write(folder.resolve("bad"), List.of(deed, "nothing"));
    try (RenderPool pool = pool(SMALL.withPageTime(SHORT))) {
      RenderException failure =
          catchThrowableOfType(RenderException.class, () -> pool.open(bad).close());
      assertThat(failure.code()).isEqualTo(code);
      try (PageSource next = pool.open(script("nothing"))) {
        assertPage(next.render(1), 1);
      }
      assertChildren(pool, 1);
    }
  }

  @Test
  void aDocumentThatDoesNotOpenLeavesItsChildToTheNextOne() throws Exception {
    Path bad = Files.write(folder.resolve("bad"), List.of("fail"));
    try (RenderPool pool = pool(SMALL)) {
      long first = renderOne(pool);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> pool.open(bad).close()).isInstanceOf(RenderException.class);
      }

      assertThat(renderOne(pool)).isEqualTo(first);
      assertThat(pool.children()).hasSize(1);
    }
  }

  @Test
  void refusesAFileThatIsNoneWithoutAskingAChild() throws Exception {
    try (RenderPool pool = pool(SMALL)) {
      RenderException failure =
          catchThrowableOfType(RenderException.class, () -> pool.open(folder).close());
      assertThat(failure.code()).isEqualTo(Code.FILE_UNREADABLE);
    }
  }

  @Test
  void rendersABoundedNumberOfPagesAhead() throws Exception {
    Path go = folder.resolve("go");
    try (RenderPool pool = pool(SMALL.withPagesAhead(2).withProcesses(3));
        PageSource source =
            pool.open(
                script(
                    "nothing",
                    "wait-for-file " + go.resolveSibling("2"),
                    "wait-for-file " + go.resolveSibling("3"),
                    "wait-for-file " + go.resolveSibling("4")))) {
      assertPage(source.render(1), 1);

      // Two pages are in work while the first is already here, and not a third.
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(folder.resolve("2.waiting")).exists();
                assertThat(folder.resolve("3.waiting")).exists();
              });
      assertThat(folder.resolve("4.waiting")).doesNotExist();
      Files.createFile(folder.resolve("3"));
      Files.createFile(folder.resolve("2"));
      Files.createFile(folder.resolve("4"));
      for (int number = 2; number <= 4; number++) {
        assertPage(source.render(number), number);
      }
    }
  }

  @Test
  void closingADocumentGivesUpThePagesInWork() throws Exception {
    try (RenderPool pool = pool(SMALL)) {
      PageSource source = pool.open(script("nothing", "hang", "hang"));
      assertPage(source.render(1), 1);
      source.close();
      try (PageSource next = pool.open(script("nothing", "nothing"))) {
        assertPage(next.render(1), 1);
        assertPage(next.render(2), 2);
      }
    }
  }

  @Test
  void replacesAChildAfterItsNumberOfDocuments() throws Exception {
    try (RenderPool pool = pool(SMALL.withProcesses(1).withDocumentsPerProcess(2))) {
      long first = renderOne(pool);
      assertThat(renderOne(pool)).isEqualTo(first);
      assertThat(renderOne(pool)).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "fill-temporary-folder", "exit", "crash"})
  void nothingIsLeftOfADocumentThatIsGivenUp(String deed) throws Exception {
    RenderPool pool = pool(SMALL.withPageTime(SHORT));
    try (PageSource source = pool.open(script(deed, "nothing"))) {
      try {
        source.render(1);
      } catch (RenderException e) {
        // That is told by other tests; what is left is told after this one.
      }
      assertPage(source.render(2), 2);
    }
    pool.close();
  }

  @Test
  void saysSoIfNoProcessStarts() throws Exception {
    try (RenderPool pool =
        RenderPool.start(
            RenderOptions.DEFAULTS,
            SMALL,
            PasswordSource.NONE,
            "io.scriptorium.NoSuchProgram",
            temporary)) {
      RenderException failure =
          catchThrowableOfType(RenderException.class, () -> pool.open(script("nothing")).close());
      assertThat(failure.code()).isEqualTo(Code.RENDERER_UNAVAILABLE);
      assertThat(failure).hasMessageContaining("NoSuchProgram");
      assertThat(failure.code().isTransient()).isTrue();
    }
  }

  private static long renderOne(RenderPool pool, Path script) throws RenderException {
    try (PageSource source = pool.open(script)) {
      assertPage(source.render(1), 1);
      return pool.children().findFirst().orElseThrow().pid();
    }
  }

  private long renderOne(RenderPool pool) throws Exception {
    return renderOne(pool, script("nothing"));
  }

  @Test
  void aSearchablePdfIsWrittenByAChildAndMovedOutOfItsFolder() throws Exception {
    Path target = folder.resolve("target.pdf");
    try (RenderPool pool = pool(SMALL);
        PageSource source = pool.open(script("nothing", "print"))) {
      searchable(source, target);
      searchable(source, target);
      assertPage(source.render(1), 1);
    }
    assertThat(target).content().isEqualTo("nothing\nprint\n");
  }

  @Test
  void aSearchablePdfIsBegunAnewWhenTheChildIsKilled() throws Exception {
    Path target = folder.resolve("target.pdf");
    try (RenderPool pool = pool(SMALL);
        PageSource source = pool.open(script("nothing", "exit-once " + folder.resolve("mark")))) {
      searchable(source, target);
    }
    assertThat(target).content().startsWith("nothing\n");
  }

  @ParameterizedTest
  @CsvSource({
    "exit, RENDERER_DIED",
    "hang, DOCUMENT_TIMEOUT",
    "exhaust-memory, DOCUMENT_TOO_COSTLY",
    "overflow-stack, FILE_DAMAGED",
    "fail, PAGE_DAMAGED",
  })
  void aBadSearchablePdfCostsItselfOnly(String deed, Code code) throws Exception {
    Path target = folder.resolve("target.pdf");
    try (RenderPool pool = pool(SMALL.withPageTime(SHORT));
        PageSource source = pool.open(script("nothing", deed))) {
      RenderException failure =
          catchThrowableOfType(RenderException.class, () -> searchable(source, target));
      assertThat(failure.code()).isEqualTo(code);
      assertThat(target).doesNotExist();
      assertPage(source.render(1), 1);
    }
  }

  private static void searchable(PageSource source, Path target) throws Exception {
    try (SearchablePdf pdf = source.searchable()) {
      for (int number = 1; number <= source.pageCount(); number++) {
        TextArea area = new TextArea(0, 0, 9, 9, "text");
        pdf.add(new PageText(number, new PageTransform(1, 0, 0, -1, 0, 9), List.of(area)));
      }
      pdf.save(target);
    }
  }

  private RenderPool pool(PoolOptions limits) throws RenderException {
    return RenderPool.start(
        RenderOptions.DEFAULTS,
        limits,
        PasswordSource.NONE,
        ScriptedChild.class.getName(),
        temporary);
  }

  private Path script(String... pages) throws IOException {
    Path file = Files.createTempFile(folder, "script", "");
    return Files.write(file, Stream.concat(Stream.of("nothing"), Stream.of(pages)).toList());
  }

  private static void assertPage(RenderedPage page, int number) {
    assertThat(page.number()).isEqualTo(number);
    assertThat(page.image().width()).isEqualTo(ScriptedRenderer.WIDTH);
    assertThat(page.image().rgb()).containsOnly(number);
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFailure(
      Code code, PageSource source, int number) {
    RenderException failure =
        catchThrowableOfType(RenderException.class, () -> source.render(number));
    assertThat(failure.code()).isEqualTo(code);
    return assertThat(failure);
  }

  private static void assertChildren(RenderPool pool, int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.children()).hasSize(count));
  }
}
