package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.ReadingText;
import java.util.List;
import java.util.OptionalDouble;

/** What is known of a block that was joined of others. */
final class JoinedMarks {
  private JoinedMarks() {}

  /** The geometric mean of all, by the lengths of their texts; nothing if one is not known. */
  static Marks of(List<Block> blocks) {
    Marks marks = blocks.get(0).marks();
    int length = ReadingText.of(blocks.get(0)).length();
    for (Block block : blocks.subList(1, blocks.size())) {
      int more = ReadingText.of(block).length();
      marks = of(marks, length, block.marks(), more);
      length += more;
    }
    return marks;
  }

  /** The geometric mean of both, by how much there is of each; nothing if it is not known. */
  static Marks of(Marks upper, int much, Marks lower, int more) {
    OptionalDouble one = upper.confidence();
    OptionalDouble other = lower.confidence();
    if (one.isEmpty() || other.isEmpty() || much + more == 0) {
      return Marks.NONE;
    }
    double share = (double) much / (much + more);
    double mean = Math.pow(one.getAsDouble(), share) * Math.pow(other.getAsDouble(), 1 - share);
    return Marks.NONE.withConfidence(Math.min(1, mean));
  }
}
