package io.scriptorium.parser.evaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** LaTeX as it is compared: by its tokens, so that white space which TeX skips does not count. */
final class Latex {
  /** A control word, a control symbol, or any visible character. */
  private static final Pattern TOKEN = Pattern.compile("\\\\[A-Za-z]+|\\\\.|\\S", Pattern.DOTALL);

  private Latex() {}

  static boolean same(String a, String b) {
    return a.equals(b) || tokens(a).equals(tokens(b));
  }

  private static List<String> tokens(String latex) {
    String composed = Normalizer.normalize(latex, Normalizer.Form.NFC);
    return TOKEN.matcher(composed).results().map(MatchResult::group).toList();
  }
}
