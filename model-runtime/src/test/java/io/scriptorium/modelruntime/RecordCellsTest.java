package io.scriptorium.modelruntime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordCellsTest {
  private static final double[] NEVER_NOTHING = {-90, -90};

  @Test
  void givesACellThatTwoWouldHaveToTheOneThatHasNoOther() {
    double[][] sureness = {{-1, -2}, {-1, -9}};

    assertThat(RecordCells.mostProbable(sureness, NEVER_NOTHING)).containsExactly(1, 0);
  }

  @Test
  void leavesAnExcerptEmptyRatherThanGiveItACellThatIsImprobable() {
    double[][] sureness = {{-1, -8}, {-1, -9}};

    assertThat(RecordCells.mostProbable(sureness, new double[] {-4, -9}))
        .containsExactly(RecordCells.NOTHING, 0);
  }

  @Test
  void takesTheFirstCellsOfWaysAlike() {
    double[][] sureness = {{-1, -1}, {-1, -1}};

    assertThat(RecordCells.mostProbable(sureness, NEVER_NOTHING)).containsExactly(0, 1);
  }

  @Test
  void leavesExcerptsEmptyWhereThereAreNoCells() {
    assertThat(RecordCells.mostProbable(new double[2][0], NEVER_NOTHING))
        .containsExactly(RecordCells.NOTHING, RecordCells.NOTHING);
  }
}
