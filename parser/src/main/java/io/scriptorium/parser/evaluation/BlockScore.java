package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Page;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many blocks of each type were found: a block of the same type whose boxes overlap enough, one
 * for one.
 */
record BlockScore(Map<BlockType, Counts> byType) {
  /** Blocks of a page that are matched; a prediction of more is matched by its first. */
  static final int MAX_BLOCKS = 5_000;

  BlockScore {
    byType = Map.copyOf(byType);
  }

  static final BlockScore NONE = new BlockScore(Map.of());

  /** Blocks that match, by their places on the page. */
  record Match(int truth, int predicted) {}

  /**
   * Scores a page.
   *
   * @param least intersection over union from which on a block counts as found
   */
  static BlockScore of(Page truth, Page predicted, double least) {
    Map<BlockType, Counts> byType = new EnumMap<>(BlockType.class);
    for (BlockType type : BlockType.values()) {
      int expected = places(truth, type).length;
      int actual = places(predicted, type).length;
      if (expected + actual > 0) {
        int matched = matches(truth, predicted, type, least).size();
        byType.put(type, new Counts(expected, actual, matched));
      }
    }
    return new BlockScore(byType);
  }

  /** The blocks that were found, and where. */
  static List<Match> matches(Page truth, Page predicted, double least) {
    return Arrays.stream(BlockType.values())
        .flatMap(type -> matches(truth, predicted, type, least).stream())
        .toList();
  }

  private static List<Match> matches(Page truth, Page predicted, BlockType type, double least) {
    int[] expected = places(truth, type);
    int[] all = places(predicted, type);
    int[] actual = Arrays.copyOf(all, Math.min(all.length, MAX_BLOCKS));
    return BoxMatching.match(
            boxes(truth, expected), boxes(predicted, actual), overlap -> overlap >= least)
        .stream()
        .map(pair -> new Match(expected[pair.truth()], actual[pair.predicted()]))
        .toList();
  }

  BlockScore plus(BlockScore other) {
    Map<BlockType, Counts> sum = new EnumMap<>(BlockType.class);
    sum.putAll(byType);
    other.byType.forEach((type, counts) -> sum.merge(type, counts, Counts::plus));
    return new BlockScore(sum);
  }

  Counts total() {
    return byType.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  private static int[] places(Page page, BlockType type) {
    return IntStream.range(0, page.blocks().size())
        .filter(i -> BlockType.of(page.blocks().get(i)) == type)
        .toArray();
  }

  private static List<RelativeBox> boxes(Page page, int[] places) {
    return Arrays.stream(places)
        .mapToObj(i -> RelativeBox.of(page.blocks().get(i).box(), page.size()))
        .toList();
  }
}
