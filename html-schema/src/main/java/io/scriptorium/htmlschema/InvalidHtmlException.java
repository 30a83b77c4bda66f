package io.scriptorium.htmlschema;

import java.util.List;

/** A file is no document in the published format. Its text quotes nothing of the file. */
public final class InvalidHtmlException extends Exception {
  private static final long serialVersionUID = 1L;

  private InvalidHtmlException(String message) {
    super(message);
  }

  InvalidHtmlException(List<Violation> violations) {
    this(message(violations));
  }

  /** A page stands alone, without the sections that tell the sizes. */
  static InvalidHtmlException noDocument() {
    return new InvalidHtmlException("the file is a page and not a document with sections");
  }

  private static String message(List<Violation> violations) {
    Violation first = violations.get(0);
    return "line %d, column %d: %s %s (%d violations in all)"
        .formatted(first.line(), first.column(), first.code(), first.message(), violations.size());
  }
}
