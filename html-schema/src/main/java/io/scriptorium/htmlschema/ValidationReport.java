package io.scriptorium.htmlschema;

import java.util.List;

/** What was found wrong with a file, in the order of the checks. */
public record ValidationReport(List<Violation> violations) {
  public ValidationReport {
    violations = List.copyOf(violations);
  }

  public boolean isValid() {
    return violations.isEmpty();
  }
}
