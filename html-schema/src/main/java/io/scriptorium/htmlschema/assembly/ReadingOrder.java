package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the order of long paragraphs, which on a page with columns runs down one column and then
 * down the next. Forms, letters and tables are not judged: what stands in lines across the page may
 * be read in lines. Nothing is changed.
 */
public final class ReadingOrder {
  private static final int LONG_TEXT = 80;
  private static final double MAX_COLUMN = 0.62;
  private static final int BINS = 100;

  /** Changes between columns that a right order may have, with a note below them. */
  private static final int MAX_CHANGES = 2;

  private ReadingOrder() {}

  /**
   * What makes an order doubtful.
   *
   * @param block the one that comes too late or too early, counted from 1
   * @param message one sentence for a person, without text of the document
   */
  public record Doubt(int block, String message) {}

  private record Text(int block, BoundingBox box) {
    private int middle() {
      return (box.x1() + box.x2()) / 2;
    }
  }

  /** The first doubt about a page; empty if its order is plausible. */
  public static Optional<Doubt> doubt(Page page) {
    List<Text> texts = texts(page);
    Optional<Doubt> jump = jump(texts);
    return jump.isPresent() ? jump : changes(page, texts);
  }

  private static List<Text> texts(Page page) {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      if (block instanceof Paragraph paragraph
          && !block.marks().role().isRunning()
          && paragraph.text().length() >= LONG_TEXT) {
        texts.add(new Text(i + 1, block.box()));
      }
    }
    return texts;
  }

  /** A paragraph that stands right above the one before it. */
  private static Optional<Doubt> jump(List<Text> texts) {
    for (int i = 1; i < texts.size(); i++) {
      BoundingBox before = texts.get(i - 1).box();
      BoundingBox box = texts.get(i).box();
      int shared = Math.min(before.x2(), box.x2()) - Math.max(before.x1(), box.x1());
      int width = Math.max(before.x2() - before.x1(), box.x2() - box.x1());
      if (box.y2() <= before.y1() && 2 * shared > width) {
        return Optional.of(
            new Doubt(texts.get(i).block(), "it stands above the paragraph before it"));
      }
    }
    return Optional.empty();
  }

  /** Paragraphs that go to and fro between columns. */
  private static Optional<Doubt> changes(Page page, List<Text> texts) {
    int gutter = gutter(page, texts);
    if (gutter < 0 || standInLines(page, texts, gutter)) {
      return Optional.empty();
    }
    int changes = 0;
    Text before = null;
    for (Text text : texts) {
      if (text.box().x1() < gutter && text.box().x2() > gutter) {
        changes = 0;
        before = null;
        continue;
      }
      if (before != null && (before.middle() < gutter) != (text.middle() < gutter)) {
        changes++;
      }
      if (changes > MAX_CHANGES) {
        return Optional.of(new Doubt(text.block(), "the order goes to and fro between columns"));
      }
      before = text;
    }
    return Optional.empty();
  }

  /** The middle of the widest strip with two narrow paragraphs on either side; -1 without one. */
  private static int gutter(Page page, List<Text> texts) {
    int[] edges = new int[BINS + 1];
    int[] lefts = new int[BINS + 1];
    int[] rights = new int[BINS + 1];
    int width = page.size().width();
    for (Text text : texts) {
      if (text.box().x2() - text.box().x1() <= MAX_COLUMN * width) {
        int first = bin(text.box().x1(), width);
        int last = bin(text.box().x2() - 1, width);
        edges[first]++;
        edges[last + 1]--;
        lefts[last]++;
        rights[first]++;
      }
    }
    int narrow = 0;
    for (int right : rights) {
      narrow += right;
    }
    int open = 0;
    int left = 0;
    int bestStart = 0;
    int best = 0;
    int run = 0;
    for (int bin = 0; bin < BINS; bin++) {
      open += edges[bin];
      left += lefts[bin];
      run = open == 0 && left >= 2 && narrow - left >= 2 ? run + 1 : 0;
      if (run > best) {
        best = run;
        bestStart = bin - run + 1;
      }
    }
    return best == 0 ? -1 : (int) ((2L * bestStart + best) * width / (2 * BINS));
  }

  private static int bin(int x, int width) {
    return (int) ((long) x * BINS / width);
  }

  /** Whether most paragraphs at the left have one at the right that begins at the same height. */
  private static boolean standInLines(Page page, List<Text> texts, int gutter) {
    Map<Integer, Integer> tops = new HashMap<>();
    int left = 0;
    int paired = 0;
    for (Text text : texts) {
      if (text.middle() >= gutter) {
        tops.merge(line(page, text), 1, Integer::sum);
      }
    }
    for (Text text : texts) {
      if (text.middle() < gutter) {
        left++;
        int line = line(page, text);
        boolean beside =
            tops.containsKey(line) || tops.containsKey(line - 1) || tops.containsKey(line + 1);
        paired += beside ? 1 : 0;
      }
    }
    return 2 * paired > left;
  }

  private static int line(Page page, Text text) {
    return (int) (text.box().y1() * 100L / page.size().height());
  }
}
