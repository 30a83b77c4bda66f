package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Collects the violations of one file, up to a limit. */
final class ViolationLog {
  static final int MAX_VIOLATIONS = 1000;

  private final List<Violation> violations = new ArrayList<>();
  private int omitted;
  private String page = "";
  private String place = "document";

  /** The violations that follow are about a page of a document. */
  void beginPage(int number) {
    page = "page " + number;
    place = page;
  }

  /** The violations that follow are about a block. */
  void beginBlock(int number, String name) {
    place = (page.isEmpty() ? "" : page + ", ") + "block " + number + " (" + name + ")";
  }

  void add(ViolationCode code, Node node, String message) {
    add(
        code,
        node.sourceRange().start().lineNumber(),
        node.sourceRange().start().columnNumber(),
        message);
  }

  /** About the first visible character of a text. */
  void addText(ViolationCode code, TextNode text, String message) {
    int line = text.sourceRange().start().lineNumber();
    int column = text.sourceRange().start().columnNumber();
    String whole = text.getWholeText();
    for (int i = 0; i < whole.length() && CleanText.isSpace(whole.charAt(i)); i++) {
      boolean lineEnds = whole.charAt(i) == '\n';
      line += lineEnds ? 1 : 0;
      column = lineEnds ? 1 : column + 1;
    }
    add(code, line, column, message);
  }

  void add(ViolationCode code, int line, int column, String message) {
    if (violations.size() < MAX_VIOLATIONS) {
      violations.add(
          new Violation(code.name(), place, Math.max(1, line), Math.max(1, column), message));
    } else {
      omitted++;
    }
  }

  ValidationReport report() {
    List<Violation> all = new ArrayList<>(violations);
    if (omitted > 0) {
      String message = omitted + " more violations are not listed";
      all.add(new Violation(ViolationCode.VIOLATIONS_OMITTED.name(), "document", 1, 1, message));
    }
    return new ValidationReport(all);
  }
}
