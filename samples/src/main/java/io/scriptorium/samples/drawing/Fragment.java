package io.scriptorium.samples.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text between two places where a line may end. */
public record Fragment(List<Run> runs, boolean hyphenated) {
  private static final char HYPHENATION = '|';
  private static final char ITALICS = '_';
  private static final char ESCAPE = '\\';
  private static final Pattern ESCAPED = Pattern.compile("[_|\\\\]");
  private static final Pattern MARKS = Pattern.compile("[_|]|\\\\(.)");

  public Fragment {
    runs = List.copyOf(runs);
  }

  /**
   * Cuts text at spaces and at bars, where a word may be hyphenated; underscores switch italics. A
   * backslash before a character makes it an ordinary one.
   */
  public static List<Fragment> of(String marked, TextStyle style) {
    List<Fragment> fragments = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    TextStyle current = style;
    boolean escaped = false;
    for (char c : (marked + " ").toCharArray()) {
      if (c == ESCAPE && !escaped) {
        escaped = true;
        continue;
      }
      if (escaped || (c != ' ' && c != HYPHENATION && c != ITALICS)) {
        text.append(c);
        escaped = false;
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

  /**
   * Cuts a text at its spaces, and where its words may be hyphenated.
   *
   * @param spans the text in its styles, from the start to the end; no-break spaces in it are drawn
   *     as spaces
   */
  public static List<Fragment> of(List<Run> spans, Hyphenation hyphenation) {
    List<Fragment> fragments = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    for (Run span : spans) {
      String[] words = span.text().split(" ", -1);
      for (int i = 0; i < words.length; i++) {
        String word = words[i].replace('\u00A0', ' ').replace('\u202F', ' ');
        if (i > 0) {
          fragments.add(new Fragment(runs, false));
          runs.clear();
        }
        int start = 0;
        for (int place : hyphenation.places(word)) {
          runs.add(new Run(span.style(), word.substring(start, place)));
          fragments.add(new Fragment(runs, true));
          runs.clear();
          start = place;
        }
        if (start < word.length()) {
          runs.add(new Run(span.style(), word.substring(start)));
        }
      }
    }
    fragments.add(new Fragment(runs, false));
    fragments.removeIf(fragment -> fragment.runs().isEmpty());
    return fragments;
  }

  /** The text as a reader takes it in. */
  public static String plain(String marked) {
    return MARKS
        .matcher(marked)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? "" : m.group(1)));
  }

  /** Text that says just this when it is set. */
  public static String marked(String plain) {
    return ESCAPED.matcher(plain).replaceAll(m -> Matcher.quoteReplacement("\\" + m.group()));
  }

  public double width() {
    return runs.stream().mapToDouble(Run::width).sum();
  }

  public TextStyle lastStyle() {
    return runs.get(runs.size() - 1).style();
  }
}
