package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.renderer.RenderException.Code;
import org.junit.jupiter.api.Test;

class PageFailuresTest {
  @Test
  void blamesThePageForExhaustedMemoryAndStack() {
    RenderException memory = PageFailures.of(3, new OutOfMemoryError());
    RenderException stack = PageFailures.of(4, new StackOverflowError());

    assertThat(memory.code()).isEqualTo(Code.PAGE_TOO_COSTLY);
    assertThat(memory).hasMessage("page 3 needs more memory than there is");
    assertThat(stack.code()).isEqualTo(Code.PAGE_DAMAGED);
    assertThat(stack).hasMessage("page 4 is nested too deeply");
  }

  @Test
  void keepsTheWordsOfTheLibraryOutOfErrors() {
    RenderException failure =
        PageFailures.of(1, new IllegalStateException("unexpected token 'Smith, born 1970'"));

    assertThat(failure)
        .hasMessage("page 1 cannot be drawn")
        .hasStackTraceContaining("PageFailures");
    assertThat(failure.getCause()).hasMessage("java.lang.IllegalStateException");
    assertThat(failure.getCause().getStackTrace()).isNotEmpty();
  }
}
