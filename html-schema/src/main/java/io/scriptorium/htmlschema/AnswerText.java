package io.scriptorium.htmlschema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's answer made fit for parsing: bounded, unfenced, without forbidden characters, with its
 * tags closed.
 */
final class AnswerText {
  private static final String FENCE = "```";
  private static final Pattern OPENING =
      Pattern.compile("\\A[^<]*?```(?:html|HTML)?[ \\t\\r]*+\\n?+");

  private final RepairLog log;
  private final SourceMap unfenced = new SourceMap();
  private final SourceMap cleaned = new SourceMap();
  private final SourceMap mended = new SourceMap();
  private final String markup;

  AnswerText(String answer, RepairLog log) {
    this.log = log;
    this.markup = prepare(answer);
  }

  /** The text to be parsed. */
  String markup() {
    return markup;
  }

  /** Where in the answer a character of the markup stood. */
  int source(int position) {
    return unfenced.source(cleaned.source(mended.source(position)));
  }

  private String prepare(String answer) {
    String text = unfenced(cut(answer));
    long forbidden =
        text.codePoints()
            .filter(c -> CleanText.isForbidden(c) || CleanText.overridesDirection(c))
            .count();
    if (forbidden > 0) {
      log.add(RepairCode.CHARACTERS_REPLACED, forbidden + " characters must not stand in a text");
    }
    return TagMender.mend(CleanText.withoutForbidden(text, cleaned), mended, log);
  }

  private String cut(String text) {
    int limit = ModelOutputReader.MAX_CHARACTERS;
    if (text.length() <= limit) {
      return text;
    }
    log.add(RepairCode.TEXT_CUT, "only the first " + limit + " of " + text.length() + " read");
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }

  /** What stands before and after the fence is kept: a model may add a remark there. */
  private String unfenced(String text) {
    Matcher opening = OPENING.matcher(text);
    if (!opening.lookingAt()) {
      return text;
    }
    String before = text.substring(0, text.indexOf(FENCE));
    String rest = text.substring(opening.end());
    unfenced.copied(0, 0);
    unfenced.copied(before.length(), opening.end());
    int closing = rest.lastIndexOf(FENCE);
    if (closing < 0 || rest.indexOf('<', closing) >= 0) {
      log.add(RepairCode.FENCE_UNCLOSED, "the code fence around the answer is not closed");
      return before + rest;
    }
    unfenced.copied(before.length() + closing, opening.end() + closing + FENCE.length());
    return before + rest.substring(0, closing) + rest.substring(closing + FENCE.length());
  }
}
