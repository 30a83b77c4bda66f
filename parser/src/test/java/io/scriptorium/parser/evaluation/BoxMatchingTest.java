package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.parser.evaluation.BoxMatching.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxMatchingTest {
  private static final RelativeBox UNIT = new RelativeBox(0, 0, 0.1, 0.1);

  @Test
  void measuresIntersectionOverUnion() {
    assertThat(UNIT.overlap(UNIT)).isCloseTo(1, within(1e-12));
    assertThat(UNIT.overlap(new RelativeBox(0.05, 0, 0.15, 0.1))).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(UNIT.overlap(new RelativeBox(0.1, 0, 0.2, 0.1))).isZero();
  }

  @Test
  void matchesEachBoxOnceTheBestPairFirst() {
    RelativeBox near = new RelativeBox(0, 0, 0.1, 0.09);

    assertThat(match(List.of(UNIT), List.of(near, UNIT))).containsExactly(new Pair(0, 1, 1));
    assertThat(match(List.of(near, UNIT), List.of(UNIT))).containsExactly(new Pair(1, 0, 1));
  }

  @Test
  void givesTiesToTheFirstInReadingOrder() {
    assertThat(match(List.of(UNIT, UNIT), List.of(UNIT, UNIT)))
        .containsExactly(new Pair(0, 0, 1), new Pair(1, 1, 1));
    assertThat(match(List.of(UNIT), List.of(UNIT, UNIT))).containsExactly(new Pair(0, 0, 1));
    assertThat(match(List.of(UNIT, UNIT), List.of(UNIT))).containsExactly(new Pair(0, 0, 1));
  }

  private static List<Pair> match(List<RelativeBox> truth, List<RelativeBox> predicted) {
    return BoxMatching.match(truth, predicted, overlap -> overlap >= 0.5);
  }
}
