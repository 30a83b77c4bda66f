package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.ReadingText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes one paragraph of a label and of the value in the frame below it, which were read as two
 * texts. A value is one line: a frame with several has its label in it.
 */
public final class FramedFields {
  /** White between a label and the frame, in heights of the label. */
  private static final double CLOSE = 1;

  /** How far from the left side of the frame it begins. */
  private static final double ASIDE = 1;

  /** Blocks of a piece; one of noise has more. */
  private static final int MOST_BLOCKS = 100;

  private final Function<BoundingBox, Optional<BoundingBox>> frame;

  private FramedFields(Function<BoundingBox, Optional<BoundingBox>> frame) {
    this.frame = frame;
  }

  /**
   * The blocks with fields as one paragraph each, where their labels were.
   *
   * @param frame the lines around a box, if it stands in a frame of its own
   */
  public static List<Block> in(
      List<Block> blocks, Function<BoundingBox, Optional<BoundingBox>> frame) {
    FramedFields fields = new FramedFields(frame);
    List<Block> found = new ArrayList<>(blocks);
    int last = found.size() > MOST_BLOCKS ? 0 : found.size() - 1;
    for (int value = last; value > 0; value--) {
      int label = fields.labelOf(found, value);
      if (label >= 0) {
        List<Block> field = List.of(found.get(label), found.remove(value));
        found.set(label, FormField.of(field));
      }
    }
    return found;
  }

  /** The nearest text before a value that is its label, or -1. */
  private int labelOf(List<Block> blocks, int value) {
    if (!FormField.isText(blocks.get(value))
        || ReadingText.of(blocks.get(value)).indexOf('\n') >= 0) {
      return -1;
    }
    Optional<BoundingBox> around = frame.apply(blocks.get(value).box());
    for (int i = value - 1; i >= 0 && around.isPresent(); i--) {
      Block label = blocks.get(i);
      if (FormField.isText(label)
          && isAbove(label.box(), around.get())
          && frame.apply(label.box()).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAbove(BoundingBox label, BoundingBox frame) {
    int height = label.y2() - label.y1();
    int gap = frame.y1() - label.y2();
    return gap >= -height / 2
        && gap <= CLOSE * height
        && Math.abs(label.x1() - frame.x1()) <= ASIDE * height
        && label.x2() <= frame.x2();
  }
}
