package io.scriptorium.modelruntime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstRecordsTest {
  private static final RecordRow ROW = new RecordRow(7, List.of());
  private static final RecordRow OTHER = new RecordRow(9, List.of());

  @Test
  void forgetsListsBehindOneThatBeginsElsewhere() {
    FirstRecords found = FirstRecords.UNKNOWN.with(0, ROW).with(2, ROW).with(1, OTHER);

    assertThat(found.of(0)).isEqualTo(ROW);
    assertThat(found.of(1)).isEqualTo(OTHER);
    assertThat(found.of(2)).as("there may be more or fewer lists before it now").isNull();
  }

  @Test
  void changesAFewTimesWhateverIsForgotten() {
    FirstRecords often = FirstRecords.UNKNOWN;
    for (int i = 0; i < FirstRecords.MOST_TIMES; i++) {
      assertThat(often.mayChange()).isTrue();
      often = often.with(0, ROW);
    }

    assertThat(often.mayChange()).isFalse();
  }
}
