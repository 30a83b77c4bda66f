package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTest {
  @Test
  void pagesForDifferentPurposesNeverShareASeed() {
    for (long index = 0; index < 10_000; index++) {
      assertThat(Split.TRAIN.pageSeed(index, index) >>> 62).isEqualTo(0);
      assertThat(Split.VALIDATION.pageSeed(index, index) >>> 62).isEqualTo(1);
      assertThat(Split.TEST.pageSeed(index, index) >>> 62).isEqualTo(2);
    }
  }

  @Test
  void pagesOfOneRunAndOfAnotherHaveTheirOwnSeeds() {
    Set<Long> seeds = new HashSet<>();
    for (long index = 0; index < 10_000; index++) {
      seeds.add(Split.TRAIN.pageSeed(1, index));
      seeds.add(Split.TRAIN.pageSeed(2, index));
    }

    assertThat(seeds).hasSize(20_000);
  }
}
