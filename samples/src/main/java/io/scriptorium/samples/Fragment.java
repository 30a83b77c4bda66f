package io.scriptorium.samples;

import java.util.ArrayList;
import java.util.List;

/** Text between two places where a line may end. */
record Fragment(List<Run> runs, boolean hyphenated) {
  private static final char HYPHENATION = '|';
  private static final char ITALICS = '_';

  Fragment {
    runs = List.copyOf(runs);
  }

  /**
   * Cuts text at spaces and at bars, where a word may be hyphenated; underscores switch italics.
   */
  static List<Fragment> of(String marked, TextStyle style) {
    List<Fragment> fragments = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    TextStyle current = style;
    for (char c : (marked + " ").toCharArray()) {
      if (c != ' ' && c != HYPHENATION && c != ITALICS) {
        text.append(c);
        continue;
      }
      if (text.length() > 0) {
        runs.add(new Run(current, text.toString()));
        text.setLength(0);
      }
      if (c == ITALICS) {
        current = current.equals(style) ? style.in(style.face().italic()) : style;
      } else {
        fragments.add(new Fragment(runs, c == HYPHENATION));
        runs.clear();
      }
    }
    return fragments;
  }

  /** The text as a reader takes it in. */
  static String plain(String marked) {
    return marked.replaceAll("[_|]", "");
  }

  double width() {
    return runs.stream().mapToDouble(Run::width).sum();
  }

  TextStyle lastStyle() {
    return runs.get(runs.size() - 1).style();
  }
}
