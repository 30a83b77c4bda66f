package io.scriptorium.htmlschema.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins words that were broken by a hyphen. The hyphen goes where a small letter follows, unless
 * the document has the word with a hyphen elsewhere and never without; before a capital or a digit
 * it belongs to the word. Before words such as <em>and</em> it stands for a part left out.
 */
final class BrokenWords {
  private static final String HYPHENS = "-\u2010\u00AD";
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final int MAX_WORD = 60;

  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(-\\p{L}[\\p{L}\\p{M}]*+)?+");
  private static final Pattern AND =
      Pattern.compile("(?iu)(and|or|to|und|oder|bzw|sowie|bis|et|ou|y|o|u)(?![\\p{L}\\p{M}])");

  private final Set<String> hyphened = new HashSet<>();
  private final Set<String> plain = new HashSet<>();

  private BrokenWords() {}

  /** Learns the words of all texts of a document. */
  static BrokenWords of(List<String> texts) {
    BrokenWords words = new BrokenWords();
    for (String text : texts) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        Set<String> kind = word.group(1) == null ? words.plain : words.hyphened;
        kind.add(word.group().toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Joins the words that are broken at the ends of a text's lines. */
  String joinLines(String text) {
    if (text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder joined = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (joined.isEmpty()) {
        joined.append(line);
      } else if (isBroken(joined, line)) {
        append(joined, line);
      } else {
        joined.append('\n').append(line);
      }
    }
    return joined.toString();
  }

  /** Whether a text ends in mid-word and another one begins with the rest. */
  boolean isBroken(CharSequence text, String next) {
    int end = text.length() - 1;
    return end >= 1
        && !next.isEmpty()
        && HYPHENS.indexOf(text.charAt(end)) >= 0
        && Character.isLetter(Character.codePointBefore(text, end))
        && Character.isLetterOrDigit(next.codePointAt(0))
        && !AND.matcher(next).lookingAt();
  }

  /** Appends the rest of a text of which {@link #isBroken} says that it ends in mid-word. */
  void append(StringBuilder text, String next) {
    int end = text.length() - 1;
    boolean soft = text.charAt(end) == SOFT_HYPHEN;
    if (soft || (Character.isLowerCase(next.codePointAt(0)) && !isHyphened(text, next))) {
      text.setLength(end);
    }
    text.append(next);
  }

  private boolean isHyphened(CharSequence text, String next) {
    int end = text.length() - 1;
    int start = end;
    while (start > 0 && end - start < MAX_WORD && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    int stop = 0;
    while (stop < next.length() && stop < MAX_WORD && isOfWord(next.charAt(stop))) {
      stop++;
    }
    String first = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    String second = next.substring(0, stop).toLowerCase(Locale.ROOT);
    return hyphened.contains(first + "-" + second) && !plain.contains(first + second);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
