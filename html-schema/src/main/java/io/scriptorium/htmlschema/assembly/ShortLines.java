package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins texts of short lines that stand as closely below each other as lines do, as a name and what
 * somebody is, or the two halves of an address. Sentences and boxes to tick stay by themselves.
 */
public final class ShortLines {
  /** White between two lines, in heights of one. */
  private static final double CLOSE = 0.35;

  /** By which part of it two lines overlap at most. */
  private static final double OVER = 0.25;

  /** How far their left sides lie from each other at most. */
  private static final double SAME_SIDE = 0.4;

  /** The part by which the higher one of two lines is higher at most. */
  private static final double SAME_HEIGHT = 0.2;

  /** A line is at least so wide for each character, in its height; what was wrapped is not. */
  private static final double NARROWEST = 0.25;

  private static final int MOST_WORDS = 8;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern TICK = Pattern.compile("[☐☑]");

  private static final Pattern ENDS_SENTENCE = Pattern.compile(".*[.!?;,]");

  private ShortLines() {}

  /** The page with one paragraph for such texts. */
  public static Page in(Page page) {
    List<Block> joined = new ArrayList<>();
    for (Block block : page.blocks()) {
      int last = joined.size() - 1;
      if (last >= 0
          && joined.get(last) instanceof Paragraph above
          && block instanceof Paragraph below
          && goesOn(above, below)) {
        joined.set(last, joined(above, below));
      } else {
        joined.add(block);
      }
    }
    return new Page(page.size(), joined);
  }

  private static Paragraph joined(Paragraph above, Paragraph below) {
    return new Paragraph(
        above.box().union(below.box()),
        above.text() + "\n" + below.text(),
        JoinedMarks.of(List.of(above, below)));
  }

  private static boolean goesOn(Paragraph above, Paragraph below) {
    if (!isShort(above) || !isShort(below)) {
      return false;
    }
    double one = lineHeight(above);
    double other = lineHeight(below);
    double height = Math.min(one, other);
    double gap = below.box().y1() - above.box().y2();
    return height >= (1 - SAME_HEIGHT) * Math.max(one, other)
        && gap <= CLOSE * height
        && gap >= -OVER * height
        && Math.abs(above.box().x1() - below.box().x1()) <= SAME_SIDE * height;
  }

  private static double lineHeight(Paragraph text) {
    BoundingBox box = text.box();
    return (double) (box.y2() - box.y1()) / text.text().lines().count();
  }

  private static boolean isShort(Paragraph text) {
    if (text.text().isBlank() || TICK.matcher(text.text()).find()) {
      return false;
    }
    double most = (text.box().x2() - text.box().x1()) / (NARROWEST * lineHeight(text));
    return text.text().lines().allMatch(line -> line.length() <= most && isShort(line));
  }

  private static boolean isShort(String line) {
    return SPACE.split(line.strip()).length <= MOST_WORDS && !ENDS_SENTENCE.matcher(line).matches();
  }
}
