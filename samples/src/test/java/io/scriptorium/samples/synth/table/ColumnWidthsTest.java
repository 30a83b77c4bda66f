package io.scriptorium.samples.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.samples.drawing.NoRoomException;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
  @Test
  void columnsAreAsWideAsTheirContentWhereThereIsRoom() {
    assertThat(ColumnWidths.share(new double[] {30, 50}, new double[] {10, 10}, 100))
        .containsExactly(30, 50);
  }

  @Test
  void wideColumnsGiveWay() {
    assertThat(ColumnWidths.share(new double[] {30, 110}, new double[] {30, 30}, 100))
        .containsExactly(30, 70);
  }

  @Test
  void wordsAreNeverBroken() {
    double[] least = {60, 60};
    assertThatThrownBy(() -> ColumnWidths.share(new double[] {80, 80}, least, 100))
        .isInstanceOf(NoRoomException.class)
        .hasMessageContaining("100");
  }
}
