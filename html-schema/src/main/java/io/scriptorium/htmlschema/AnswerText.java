package io.scriptorium.htmlschema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a model's answer fit for parsing: bounded, unfenced, without forbidden characters. */
final class AnswerText {
  private static final String FENCE = "```";
  private static final Pattern OPENING =
      Pattern.compile("\\A[^<]*?```(?:html|HTML)?[ \\t\\r]*+\\n?+");

  private AnswerText() {}

  static String prepare(String answer, RepairLog log) {
    String text = unfenced(cut(answer, log), log);
    long forbidden =
        text.codePoints()
            .filter(c -> CleanText.isForbidden(c) || CleanText.overridesDirection(c))
            .count();
    if (forbidden > 0) {
      log.add(RepairCode.CHARACTERS_REPLACED, forbidden + " characters must not stand in a text");
    }
    return TagMender.mend(CleanText.withoutForbidden(text), log);
  }

  private static String cut(String text, RepairLog log) {
    int limit = ModelOutputReader.MAX_CHARACTERS;
    if (text.length() <= limit) {
      return text;
    }
    log.add(RepairCode.TEXT_CUT, "only the first " + limit + " of " + text.length() + " read");
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }

  /** What stands before and after the fence is kept: a model may add a remark there. */
  private static String unfenced(String text, RepairLog log) {
    Matcher opening = OPENING.matcher(text);
    if (!opening.lookingAt()) {
      return text;
    }
    String before = text.substring(0, text.indexOf(FENCE));
    String rest = text.substring(opening.end());
    int closing = rest.lastIndexOf(FENCE);
    if (closing < 0 || rest.indexOf('<', closing) >= 0) {
      log.add(RepairCode.FENCE_UNCLOSED, "the code fence around the answer is not closed");
      return before + rest;
    }
    return before + rest.substring(0, closing) + rest.substring(closing + FENCE.length());
  }
}
