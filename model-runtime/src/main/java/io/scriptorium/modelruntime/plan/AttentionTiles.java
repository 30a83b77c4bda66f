package io.scriptorium.modelruntime.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How attention over packed sequences is cut into tiles, so that no score matrix grows with the
 * square of a sequence. Each tile is a run of query rows together with the key rows that those
 * queries may see; the tiles cover the query rows in order.
 *
 * @param tiles {@code [tiles][4]}: first query row, query row past the last, first key row, key row
 *     past the last
 */
public record AttentionTiles(List<Tile> tiles) {
  /** Scores, over all heads, that one tile may have: 128 MiB of float32. */
  public static final long SCORE_BUDGET = 1L << 25;

  private static final int ROW_MULTIPLE = 16;

  /** Query rows {@code [queryBegin, queryEnd)} see key rows {@code [keyBegin, keyEnd)}. */
  public record Tile(int queryBegin, int queryEnd, int keyBegin, int keyEnd) {}

  public AttentionTiles {
    tiles = List.copyOf(tiles);
  }

  /**
   * Tiles for sequences in which every row sees every row of its own sequence.
   *
   * @param lengths rows of each sequence, packed one behind the other
   * @param heads query heads
   * @param scoreBudget scores that a tile may have over all heads; a tile has at least one row
   */
  public static AttentionTiles full(List<Integer> lengths, int heads, long scoreBudget) {
    List<Tile> tiles = new ArrayList<>();
    int begin = 0;
    for (int length : lengths) {
      int end = begin + length;
      int rows = rowsWithin(scoreBudget, heads, length);
      for (int row = begin; row < end; row += rows) {
        tiles.add(new Tile(row, Math.min(row + rows, end), begin, end));
      }
      begin = end;
    }
    return new AttentionTiles(tiles);
  }

  /**
   * Tiles for sequences in which a row sees itself and the rows before it; the tiles get lower as
   * the keys become more.
   */
  public static AttentionTiles causal(List<Integer> lengths, int heads, long scoreBudget) {
    List<Tile> tiles = new ArrayList<>();
    int begin = 0;
    for (int length : lengths) {
      int end = begin + length;
      int row = begin;
      while (row < end) {
        int tileEnd = Math.min(row + causalRowsWithin(scoreBudget, heads, row - begin), end);
        tiles.add(new Tile(row, tileEnd, begin, tileEnd));
        row = tileEnd;
      }
      begin = end;
    }
    return new AttentionTiles(tiles);
  }

  private static int rowsWithin(long scoreBudget, int heads, int keys) {
    return whole(scoreBudget / Math.max(1, (long) heads * keys));
  }

  /** The largest r with {@code heads * r * (keysBefore + r)} within the budget. */
  private static int causalRowsWithin(long scoreBudget, int heads, int keysBefore) {
    long scores = scoreBudget / heads;
    double before = keysBefore;
    return whole((long) ((Math.sqrt(before * before + 4.0 * scores) - before) / 2));
  }

  private static int whole(long rows) {
    long multiple = rows >= ROW_MULTIPLE ? rows - rows % ROW_MULTIPLE : rows;
    return (int) Math.max(1, Math.min(multiple, Integer.MAX_VALUE / 4));
  }
}
