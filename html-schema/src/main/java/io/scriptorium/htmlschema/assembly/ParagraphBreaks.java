package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parts a paragraph where more white than between its other lines goes through it or a line amid it
 * is indented, since a model may read two paragraphs as one. Which sentence ends there is told by
 * how much type stands above.
 */
public final class ParagraphBreaks {
  /** White between paragraphs, in gaps between lines. */
  private static final double WIDER = 1.8;

  /** The same in heights of a line. */
  private static final double HIGHER = 0.6;

  /** The same where there are two lines alone, so that nothing tells what gaps are usual. */
  private static final double ALONE = 1.1;

  /** How far the first line of a paragraph is indented, in heights of a line. */
  private static final double LEAST_INDENTED = 0.8;

  private static final double MOST_INDENTED = 4;

  /** How far the left sides of other lines may lie from each other, in heights of a line. */
  private static final double SAME_SIDE = 0.3;

  /**
   * The share of the width that a line by itself leaves white; words that did not fit leave less.
   */
  private static final double SHORT = 0.25;

  /** Of the middle height of lines, what is lower belongs to one. */
  private static final double LOW = 0.5;

  /** Pixels by which it is at least wider. */
  private static final int SURE = 2;

  /** By what part of the text the end of a sentence may be off. */
  private static final double NEAR = 0.12;

  /** The same in characters of a short one. */
  private static final int CLOSE = 10;

  /** A text that has several lines, or ends with a mark. */
  private static final Pattern ENDED = Pattern.compile("(?s).*(?:[.!?…:;,][»”’\"')]*|\\n.*)");

  private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!?…][»”’\"')]*");
  private static final int HEADING_LEVEL = 3;

  private static final Pattern END = end(".!?…:;");

  /** What there is between paragraphs, but hardly amid an entry of a list. */
  private static final Pattern SENTENCE_END = end(".!?…");

  private ParagraphBreaks() {}

  /**
   * The paragraphs that a paragraph is, and its heading: a line by itself that ends no sentence,
   * above white and running text. The paragraph itself if there is no such white and no such line
   * in it, or no sentence that ends there.
   *
   * @param lines of the paragraph from top to bottom, around their ink
   */
  public static List<Block> in(Paragraph paragraph, List<BoundingBox> lines) {
    List<Block> parts = new ArrayList<>(parts(paragraph, whole(lines)));
    if (parts.size() > 1 && isHeading(parts.get(0), parts.get(1))) {
      Paragraph first = (Paragraph) parts.get(0);
      parts.set(0, new Heading(first.box(), HEADING_LEVEL, first.text(), first.marks()));
    }
    return parts;
  }

  private static boolean isHeading(Block first, Block next) {
    String text = ReadingText.of(first);
    String rest = ReadingText.of(next);
    return !ENDED.matcher(text).matches()
        && SENTENCE.matcher(rest).matches()
        && rest.length() >= 2 * text.length();
  }

  private static List<Paragraph> parts(Paragraph paragraph, List<BoundingBox> lines) {
    String text = paragraph.text();
    for (int below : firstOfNext(lines)) {
      double share = (double) width(lines.subList(0, below)) / width(lines);
      boolean isWhite = firstBelowWhite(lines).equals(OptionalInt.of(below));
      Pattern ends = isWhite ? END : SENTENCE_END;
      OptionalInt end = end(ends, text, (int) (share * text.length()));
      if (end.isPresent()) {
        return parts(paragraph, lines, below, end.getAsInt());
      }
    }
    return List.of(paragraph);
  }

  /** The paragraph above a line, which ends before a character, and those below. */
  private static List<Paragraph> parts(
      Paragraph paragraph, List<BoundingBox> lines, int below, int end) {
    List<BoundingBox> upper = lines.subList(0, below);
    List<BoundingBox> lower = lines.subList(below, lines.size());
    String text = paragraph.text();
    BoundingBox box = paragraph.box();
    int white = (bottom(upper) + lower.get(0).y1()) / 2;
    BoundingBox above =
        new BoundingBox(box.x1(), box.y1(), box.x2(), Math.max(box.y1() + 1, white));
    BoundingBox rest = new BoundingBox(box.x1(), Math.min(white, box.y2() - 1), box.x2(), box.y2());
    String last = text.substring(end);
    return Stream.concat(
            Stream.of(new Paragraph(above, text.substring(0, end), paragraph.marks())),
            parts(new Paragraph(rest, last, paragraph.marks()), lower).stream())
        .toList();
  }

  /** The lines with the dots above or the rule below them, which white may part from them. */
  private static List<BoundingBox> whole(List<BoundingBox> lines) {
    int[] heights = lines.stream().mapToInt(ParagraphBreaks::height).sorted().toArray();
    List<BoundingBox> whole = new ArrayList<>(lines);
    for (int i = 0; i < whole.size() && whole.size() > 1; i++) {
      if (height(whole.get(i)) < LOW * heights[heights.length / 2]) {
        boolean isAbove =
            i == 0
                || (i + 1 < whole.size()
                    && whole.get(i + 1).y1() - whole.get(i).y2()
                        <= whole.get(i).y1() - whole.get(i - 1).y2());
        int upper = isAbove ? i : i - 1;
        whole.set(upper, whole.get(upper).union(whole.remove(upper + 1)));
        i = upper;
      }
    }
    return whole;
  }

  /**
   * Lines that may be the first of another paragraph, from the top: an indented one, one below
   * white.
   */
  private static int[] firstOfNext(List<BoundingBox> lines) {
    IntStream indented =
        IntStream.range(0, lines.size()).filter(i -> isIndented(lines, i)).limit(1);
    return IntStream.concat(firstBelowWhite(lines).stream(), indented).sorted().toArray();
  }

  /**
   * Whether a line begins farther right than the two above it, or a single short one, and the one
   * below it, if any, where it may also be the second line of an entry whose first one hangs out.
   * Where the first line of all does so already, none hangs out, and any may begin a paragraph.
   */
  private static boolean isIndented(List<BoundingBox> lines, int index) {
    int height = height(lines.get(index));
    int side = lines.stream().mapToInt(BoundingBox::x1).min().orElse(0);
    int indent = lines.get(index).x1() - side;
    if (index == 0 || indent < LEAST_INDENTED * height || indent > MOST_INDENTED * height) {
      return false;
    }
    double near = SAME_SIDE * height;
    int width = right(lines) - side;
    int[] lefts = lines.stream().mapToInt(line -> line.x1() - side).toArray();
    if (lefts[0] > near) {
      return Arrays.stream(lefts).allMatch(left -> left <= near || isNear(left, indent, near))
          && (lefts[index - 1] <= near || isShort(lines, index - 1));
    }
    boolean isEnd = index == 1 ? white(lines, 0) >= SHORT * width : lefts[index - 2] <= near;
    return isEnd
        && lefts[index - 1] <= near
        && (index + 1 == lefts.length || lefts[index + 1] <= near);
  }

  private static boolean isNear(int one, int other, double most) {
    return Math.abs(one - other) <= most;
  }

  /** Whether a line ends before others do. */
  private static boolean isShort(List<BoundingBox> lines, int index) {
    return white(lines, index) >= height(lines.get(index));
  }

  /** Between the end of a line and that of the longest one. */
  private static int white(List<BoundingBox> lines, int index) {
    return right(lines) - lines.get(index).x2();
  }

  private static int right(List<BoundingBox> lines) {
    return lines.stream().mapToInt(BoundingBox::x2).max().orElse(0);
  }

  private static OptionalInt firstBelowWhite(List<BoundingBox> lines) {
    int[] gaps = new int[Math.max(0, lines.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = lines.get(i + 1).y1() - lines.get(i).y2();
    }
    int[] sorted = gaps.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < gaps.length; i++) {
      int height = Math.max(height(lines.get(i)), height(lines.get(i + 1)));
      int usual = sorted[(gaps.length - 1) / 2];
      boolean isWhite =
          gaps.length == 1
              ? gaps[i] >= ALONE * height
              : gaps[i] >= WIDER * usual + SURE && gaps[i] >= HIGHER * height;
      if (isWhite) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  private static Pattern end(String marks) {
    return Pattern.compile("[" + marks + "][»”’\"')\\]]*\\s+(?=[\\p{Lu}\\p{N}\\p{P}\\p{S}])|\\n");
  }

  /** Where the text goes on behind the end of a sentence near a place. */
  private static OptionalInt end(Pattern ends, String text, int place) {
    int reach = Math.max(CLOSE, (int) (NEAR * text.length()));
    return ends.matcher(text)
        .results()
        .mapToInt(MatchResult::end)
        .filter(end -> end < text.length() && Math.abs(end - place) <= reach)
        .boxed()
        .min((one, other) -> Integer.compare(Math.abs(one - place), Math.abs(other - place)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static int width(List<BoundingBox> lines) {
    return Math.max(1, lines.stream().mapToInt(line -> line.x2() - line.x1()).sum());
  }

  private static int bottom(List<BoundingBox> lines) {
    return lines.get(lines.size() - 1).y2();
  }

  private static int height(BoundingBox line) {
    return line.y2() - line.y1();
  }
}
