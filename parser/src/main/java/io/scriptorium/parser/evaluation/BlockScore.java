package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  /**
   * Scores a page.
   *
   * @param least intersection over union from which on a block counts as found
   */
  static BlockScore of(Page truth, Page predicted, double least) {
    Map<BlockType, Counts> byType = new EnumMap<>(BlockType.class);
    for (BlockType type : BlockType.values()) {
      List<RelativeBox> expected = boxes(truth, type);
      List<RelativeBox> actual = boxes(predicted, type);
      if (!expected.isEmpty() || !actual.isEmpty()) {
        List<RelativeBox> first = actual.subList(0, Math.min(actual.size(), MAX_BLOCKS));
        int matched = BoxMatching.match(expected, first, overlap -> overlap >= least).size();
        byType.put(type, new Counts(expected.size(), actual.size(), matched));
      }
    }
    return new BlockScore(byType);
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

  private static List<RelativeBox> boxes(Page page, BlockType type) {
    return page.blocks().stream()
        .filter(block -> BlockType.of(block) == type)
        .map(Block::box)
        .map(box -> RelativeBox.of(box, page.size()))
        .toList();
  }
}
