package io.scriptorium.htmlschema;

import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/**
 * Checks that a file is in the published format, to the letter: a page as {@link HtmlWriter#page}
 * writes it, or a document as {@link HtmlWriter#document} does. Nothing is put right. Safe for use
 * by several threads.
 */
public final class HtmlValidator {
  /** Most characters of a file. */
  public static final int MAX_CHARACTERS = 64 << 20;

  private static final int MAX_DEPTH = 128;

  private HtmlValidator() {}

  /** All violations of a file, up to a limit. */
  public static ValidationReport validate(String html) {
    ViolationLog log = new ViolationLog();
    if (html.length() > MAX_CHARACTERS) {
      String message = html.length() + " characters are more than " + MAX_CHARACTERS;
      log.add(ViolationCode.FILE_TOO_LONG, 1, 1, message);
      return log.report();
    }
    Parser parser =
        Parser.htmlParser()
            .setTrackErrors(ViolationLog.MAX_VIOLATIONS)
            .setTrackPosition(true)
            .setMaxDepth(MAX_DEPTH);
    Document document = parser.parseInput(html, "");
    for (ParseError error : parser.getErrors()) {
      malformed(error, log);
    }
    new SafetyCheck(log).check(document);
    new DocumentCheck(log).check(document);
    return log.report();
  }

  /** The parser's own words quote the document, so they are left out. */
  private static void malformed(ParseError error, ViolationLog log) {
    String[] cursor = error.getCursorPos().split(":");
    int line = Integer.parseInt(cursor[0]);
    int column = Integer.parseInt(cursor[1]);
    log.add(ViolationCode.MALFORMED, line, column, "the markup before this place is broken");
  }
}
