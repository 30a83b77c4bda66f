package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.synth.Dice;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts the sections of a page. A page in the middle of a document starts anywhere. */
final class Sections {
  /** The level of headings that are counted with one number; level 1 is the document's title. */
  static final int TOP = 2;

  private static final int DEPTH = 3;

  private final boolean numbered;
  private final String end;
  private final int[] counts = new int[DEPTH];
  private int last;

  Sections(Dice dice, boolean fromStart) {
    this.numbered = dice.chance(0.6);
    this.end = dice.chance(0.25) ? "." : "";
    this.counts[0] = fromStart ? 0 : dice.between(1, 8);
    this.counts[1] = fromStart ? 0 : dice.between(0, 5);
    this.last = fromStart ? TOP - 1 : TOP;
  }

  /** A level that may come next: at most one deeper than the last. */
  int nextLevel(Dice dice) {
    int deepest = Math.min(last + 1, TOP + DEPTH - 1);
    last = dice.between(TOP, deepest);
    return last;
  }

  /** A heading with its number, if headings have any. */
  String heading(int level, String title) {
    int depth = level - TOP;
    counts[depth]++;
    for (int i = depth + 1; i < DEPTH; i++) {
      counts[i] = 0;
    }
    if (!numbered) {
      return title;
    }
    String number =
        IntStream.rangeClosed(0, depth)
            .mapToObj(i -> String.valueOf(Math.max(1, counts[i])))
            .collect(Collectors.joining("."));
    return number + (depth == 0 ? end : "") + " " + title;
  }
}
