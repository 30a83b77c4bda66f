package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final long SEED = 20260304;

  @Test
  void findsTheLargestSumWhereTheGreedyOneIsSmaller() {
    assertThat(Assignment.largestSum(new long[][] {{5, 4}, {4, 0}})).isEqualTo(8);
    assertThat(Assignment.largestSum(new long[][] {{1, 2, 3}})).isEqualTo(3);
    assertThat(Assignment.largestSum(new long[][] {{1}, {7}, {3}})).isEqualTo(7);
    assertThat(Assignment.largestSum(new long[0][0])).isZero();
    assertThat(Assignment.largestSum(new long[2][0])).isZero();
  }

  @Test
  void agreesWithTryingAll() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      long[][] weights = new long[1 + random.nextInt(5)][1 + random.nextInt(5)];
      for (long[] row : weights) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(6);
        }
      }

      assertThat(Assignment.largestSum(weights))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(largest(weights, 0, 0));
    }
  }

  private static long largest(long[][] weights, int row, int taken) {
    if (row == weights.length) {
      return 0;
    }
    long best = largest(weights, row + 1, taken);
    for (int column = 0; column < weights[row].length; column++) {
      if ((taken & (1 << column)) == 0) {
        long rest = largest(weights, row + 1, taken | (1 << column));
        best = Math.max(best, weights[row][column] + rest);
      }
    }
    return best;
  }
}
