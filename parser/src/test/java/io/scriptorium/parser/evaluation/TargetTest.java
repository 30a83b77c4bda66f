package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @Test
  void readsAListOfMetrics() {
    assertThat(Target.parse("cer=0.05, clean.teds=0.9,degraded.f1At50=1"))
        .containsExactly(
            new Target(null, Metric.CER, 0.05),
            new Target(Condition.CLEAN, Metric.TEDS, 0.9),
            new Target(Condition.DEGRADED, Metric.F1_50, 1));
  }

  @Test
  void isMetFromItsGoodSide() {
    Target low = new Target(null, Metric.CER, 0.05);
    Target high = new Target(null, Metric.TEDS, 0.9);

    assertThat(new Target.Outcome(low, OptionalDouble.of(0.05)).isMet()).isTrue();
    assertThat(new Target.Outcome(low, OptionalDouble.of(0.06)).isMet()).isFalse();
    assertThat(new Target.Outcome(high, OptionalDouble.of(0.9)).isMet()).isTrue();
    assertThat(new Target.Outcome(high, OptionalDouble.of(0.89)).isMet()).isFalse();
  }

  @Test
  void isNotMetByWhatWasNotMeasured() {
    Target target = new Target(Condition.CLEAN, Metric.TEDS, 0.9);
    Target.Outcome outcome = new Target.Outcome(target, OptionalDouble.empty());

    assertThat(outcome.isMet()).isFalse();
    assertThat(outcome.text()).isEqualTo("clean.teds is not measured, the target is at least 0.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cer       | 'cer' is not of the form METRIC=VALUE
          cre=0.1   | no metric 'cre'; there are cer, editDistance
          cer=x     | 'x' is not a number
          cer=NaN   | 'NaN' is not between 0 and 1
          teds=93   | '93' is not between 0 and 1
          cer=0.1,  | '' is not of the form
          """)
  void refusesWhatIsNoTarget(String list, String reason) {
    assertThatThrownBy(() -> Target.parse(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
