package io.scriptorium.modelruntime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.modelruntime.plan.AttentionTiles.Tile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTilesTest {
  private static final List<Integer> LENGTHS = List.of(1, 7, 500, 1, 3001);

  @Test
  void oneTileHoldsASequenceThatFits() {
    assertThat(AttentionTiles.full(List.of(5, 3), 2, 1000).tiles())
        .containsExactly(new Tile(0, 5, 0, 5), new Tile(5, 8, 5, 8));
    assertThat(AttentionTiles.causal(List.of(5, 3), 2, 1000).tiles())
        .containsExactly(new Tile(0, 5, 0, 5), new Tile(5, 8, 5, 8));
  }

  @Test
  void keysOfACausalTileEndWithIt() {
    assertThat(AttentionTiles.causal(List.of(4, 3), 1, 4).tiles())
        .containsExactly(
            new Tile(0, 2, 0, 2),
            new Tile(2, 3, 0, 3),
            new Tile(3, 4, 0, 4),
            new Tile(4, 6, 4, 6),
            new Tile(6, 7, 4, 7));
  }

  @Test
  void keysOfAFullTileAreItsWholeSequence() {
    assertThat(AttentionTiles.full(List.of(4, 3), 1, 8).tiles())
        .containsExactly(
            new Tile(0, 2, 0, 4), new Tile(2, 4, 0, 4), new Tile(4, 6, 4, 7), new Tile(6, 7, 4, 7));
  }

  @Test
  void firstCausalTileIsTheTallest() {
    List<Tile> tiles = AttentionTiles.causal(List.of(3001), 2, 200_000).tiles();

    assertThat(tiles.get(0)).isEqualTo(new Tile(0, 304, 0, 304));
    assertThat(tiles)
        .extracting(tile -> tile.queryEnd() - tile.queryBegin())
        .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
  }

  @ParameterizedTest(name = "{0} heads, {1} scores")
  @CsvSource({"1,1", "2,100", "3,5000", "16,60000", "28,1000000", "16,33554432", "1,9000000000"})
  void tilesCoverEachRowOnceAndStayInTheirSequenceAndBudget(int heads, long budget) {
    assertPlanned(AttentionTiles.full(LENGTHS, heads, budget).tiles(), heads, budget, false);
    assertPlanned(AttentionTiles.causal(LENGTHS, heads, budget).tiles(), heads, budget, true);
  }

  @Test
  void aLongPromptStaysWithinTheDefaultBudget() {
    List<Tile> tiles =
        AttentionTiles.causal(List.of(20_000), 16, AttentionTiles.SCORE_BUDGET).tiles();

    assertThat(tiles).allMatch(tile -> scores(tile, 16) <= AttentionTiles.SCORE_BUDGET);
    assertThat(tiles).hasSizeLessThan(200);
  }

  private static void assertPlanned(List<Tile> tiles, int heads, long budget, boolean causal) {
    int nextRow = 0;
    for (Tile tile : tiles) {
      int[] sequence = sequenceOf(tile.queryBegin());
      assertThat(tile.queryBegin()).isEqualTo(nextRow);
      assertThat(tile.queryEnd()).isBetween(tile.queryBegin() + 1, sequence[1]);
      assertThat(tile.keyBegin()).isEqualTo(sequence[0]);
      assertThat(tile.keyEnd()).isEqualTo(causal ? tile.queryEnd() : sequence[1]);
      if (tile.queryEnd() - tile.queryBegin() > 1) {
        assertThat(scores(tile, heads)).as("scores of %s", tile).isLessThanOrEqualTo(budget);
      }
      nextRow = tile.queryEnd();
    }
    assertThat(nextRow).isEqualTo(LENGTHS.stream().mapToInt(Integer::intValue).sum());
  }

  private static long scores(Tile tile, int heads) {
    return (long) heads * (tile.queryEnd() - tile.queryBegin()) * (tile.keyEnd() - tile.keyBegin());
  }

  /** First row and row past the last of the sequence that holds a row. */
  private static int[] sequenceOf(int row) {
    int begin = 0;
    for (int length : LENGTHS) {
      if (row < begin + length) {
        return new int[] {begin, begin + length};
      }
      begin += length;
    }
    throw new AssertionError("row " + row + " is past the last sequence");
  }
}
