package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SynthRunTest {
  private static final LongFunction<List<PageFile>> PAGES =
      index -> List.of(new PageFile(index + ".pgm", new byte[] {(byte) index}));

  @Test
  void handsPagesOnInTheirOrderWhateverTheNumberOfThreads() throws Exception {
    assertThat(names(1)).isEqualTo(names(5)).startsWith("2.pgm").endsWith("41.pgm").hasSize(40);
  }

  private static List<String> names(int threads) throws Exception {
    List<String> names = new ArrayList<>();
    SynthRun.run(2, 40, threads, PAGES, page -> names.add(page.get(0).name()));
    return names;
  }

  @Test
  void goesOnUntilNobodyTakesPagesAnyMore() {
    AtomicLong taken = new AtomicLong();

    assertThatThrownBy(
            () ->
                SynthRun.run(
                    0,
                    0,
                    2,
                    PAGES,
                    page -> {
                      if (taken.incrementAndGet() == 100) {
                        throw new IOException("Broken pipe");
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }

  @Test
  void endsWithTheFailureOfAPage() {
    assertThatThrownBy(
            () ->
                SynthRun.run(
                    0,
                    5,
                    2,
                    index -> {
                      throw new IllegalStateException("page " + index);
                    },
                    page -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("page 0");
  }
}
