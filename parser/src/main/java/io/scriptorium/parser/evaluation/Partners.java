package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which block of the same type the content of a block has to be compared with: first
 * those whose boxes overlap most, then, for what is left, in reading order. So a table that was
 * read well in the wrong place still has its text compared.
 */
final class Partners {
  private Partners() {}

  /** A block of the truth and its partner; null if it has none. */
  record Pair<B extends Block>(B truth, @Nullable B predicted) {}

  static <B extends Block> List<Pair<B>> of(Page truth, Page predicted, Class<B> type) {
    List<B> expected = blocks(truth, type, Integer.MAX_VALUE);
    List<B> actual = blocks(predicted, type, BlockScore.MAX_BLOCKS);
    int[] partners = new int[expected.size()];
    Arrays.fill(partners, -1);
    boolean[] taken = new boolean[actual.size()];
    for (BoxMatching.Pair pair :
        BoxMatching.match(boxes(expected, truth), boxes(actual, predicted), o -> o > 0)) {
      partners[pair.truth()] = pair.predicted();
      taken[pair.predicted()] = true;
    }
    int next = 0;
    List<Pair<B>> pairs = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      while (partners[i] < 0 && next < taken.length) {
        partners[i] = taken[next] ? -1 : next;
        next++;
      }
      pairs.add(new Pair<>(expected.get(i), partners[i] < 0 ? null : actual.get(partners[i])));
    }
    return pairs;
  }

  private static <B extends Block> List<B> blocks(Page page, Class<B> type, int most) {
    return page.blocks().stream().filter(type::isInstance).map(type::cast).limit(most).toList();
  }

  private static List<RelativeBox> boxes(List<? extends Block> blocks, Page page) {
    return blocks.stream().map(block -> RelativeBox.of(block.box(), page.size())).toList();
  }
}
