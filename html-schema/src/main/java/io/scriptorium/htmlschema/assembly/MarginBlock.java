package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A short text in the top or bottom margin of its page, where running matter stands.
 *
 * @param index among the blocks of the page, from 0
 * @param near the part of the page between the edge and the block
 * @param far the part of the page up to the block's far side
 */
record MarginBlock(
    Block block, int index, boolean top, double near, double far, @Nullable PageNumber number) {
  /** The part of a page at its top, and at its bottom, that counts as margin. */
  private static final double MARGIN = 0.16;

  private static final int MAX_LENGTH = 200;
  private static final int MAX_NUMBERS = 4;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}+");

  /** Heights are compared in steps, with two grids so that no step's edge parts neighbours. */
  private static final int STEPS = 40;

  /** The margin blocks of a page; none beyond a block that is no short text. */
  static List<MarginBlock> of(Page page) {
    List<MarginBlock> found = new ArrayList<>();
    double[] body = {1, 1};
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      BoundingBox box = block.box();
      double height = page.size().height();
      boolean top = box.y2() <= height * MARGIN;
      boolean bottom = box.y1() >= height * (1 - MARGIN);
      double fromTop = box.y1() / height;
      double fromBottom = 1 - box.y2() / height;
      if ((top || bottom) && isShortText(block)) {
        found.add(
            new MarginBlock(
                block,
                i,
                top,
                top ? fromTop : fromBottom,
                top ? box.y2() / height : 1 - box.y1() / height,
                PageNumber.find(ReadingText.of(block))));
      } else if (!(block instanceof Image)) {
        body[0] = Math.min(body[0], fromTop);
        body[1] = Math.min(body[1], fromBottom);
      }
    }
    found.removeIf(block -> block.near > body[block.top ? 0 : 1]);
    return found;
  }

  /** Those of one margin, the one nearest to the edge first. */
  static <T> List<T> fromTheEdge(List<T> found, Function<T, MarginBlock> block, boolean top) {
    return found.stream()
        .filter(each -> block.apply(each).top == top)
        .sorted(Comparator.comparingDouble(each -> block.apply(each).near))
        .toList();
  }

  boolean isNumber() {
    return number != null;
  }

  /**
   * What it would repeat as: its words and its height, with one of its numbers counted from the
   * page's. What shares one of them with other pages repeats.
   */
  List<String> keys(int page) {
    List<String> keys = new ArrayList<>();
    for (int grid = 0; grid < 2; grid++) {
      String place = (top ? "top " : "bottom ") + (int) (near * STEPS + grid / 2.0) + "/" + grid;
      if (number != null) {
        keys.add(place + " number " + number.style() + " " + (number.value() - page));
      } else {
        String text = ReadingText.of(block).toLowerCase(Locale.ROOT);
        keys.add(place + " text " + text);
        counted(text, page).forEach(words -> keys.add(place + " count " + words));
      }
    }
    return keys;
  }

  private static List<String> counted(String text, int page) {
    List<String> counted = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    while (counted.size() < MAX_NUMBERS && number.find()) {
      int offset = Integer.parseInt(number.group()) - page;
      counted.add(
          text.substring(0, number.start()) + "#" + offset + "#" + text.substring(number.end()));
    }
    return counted;
  }

  private static boolean isShortText(Block block) {
    if (!(block instanceof Paragraph) && !(block instanceof Heading)) {
      return false;
    }
    int length = ReadingText.of(block).length();
    return length > 0 && length <= MAX_LENGTH;
  }
}
