package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void followsSplitMix64() {
    // The first numbers for seed 0, from the published test vector of the generator.
    Dice dice = new Dice(0);

    assertThat(dice.bits()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(dice.bits()).isEqualTo(0x6E789E6AA1B965F4L);
  }

  @Test
  void reachesBothEndsOfARangeAndNothingBeyond() {
    Dice dice = new Dice(1);

    Set<Integer> seen = new HashSet<>();
    IntStream.range(0, 1000).forEach(i -> seen.add(dice.between(-1, 2)));

    assertThat(seen).containsExactlyInAnyOrder(-1, 0, 1, 2);
  }

  @Test
  void rejectsAnEmptyRange() {
    assertThatThrownBy(() -> new Dice(1).between(3, 2)).hasMessage("nothing lies between 3 and 2");
  }

  @Test
  void forkDoesNotDependOnHowOftenItWasThrown() {
    Dice thrown = new Dice(7);
    thrown.bits();

    assertThat(thrown.fork("a").bits()).isEqualTo(new Dice(7).fork("a").bits());
    assertThat(thrown.fork("a").bits()).isNotEqualTo(thrown.fork("b").bits());
  }

  @Test
  void picksByWeight() {
    Dice dice = new Dice(3);

    long often =
        IntStream.range(0, 10_000)
            .mapToObj(i -> dice.pickWeighted(List.of(0, 1, 3), w -> w))
            .filter(w -> w == 3)
            .count();

    assertThat(often / 10_000.0).isCloseTo(0.75, within(0.02));
    assertThat(dice.pickWeighted(List.of(0, 1), w -> w)).isEqualTo(1);
  }

  @Test
  void takesSomeInTheirOrder() {
    assertThat(new Dice(5).some(List.of(1, 2, 3, 4, 5), 3)).hasSize(3).isSorted();
  }

  @Test
  void normalNumbersHaveMeanZeroAndDeviationOne() {
    Dice dice = new Dice(11);
    double[] thrown = DoubleStream.generate(dice::normal).limit(20_000).toArray();

    assertThat(DoubleStream.of(thrown).average().orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(DoubleStream.of(thrown).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.03));
  }
}
