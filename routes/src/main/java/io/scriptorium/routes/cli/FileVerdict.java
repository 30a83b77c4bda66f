package io.scriptorium.routes.cli;

import io.scriptorium.htmlschema.Repair;
import io.scriptorium.htmlschema.RepairedHtml;
import io.scriptorium.htmlschema.ValidationReport;
import io.scriptorium.htmlschema.Violation;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file.
 *
 * @param report how it breaks the format as it is
 * @param repaired what repairing it came to; null if it was not asked for
 */
record FileVerdict(Path file, ValidationReport report, @Nullable RepairedHtml repaired) {
  private static final Comparator<Violation> BY_PLACE =
      Comparator.comparingInt(Violation::line).thenComparingInt(Violation::column);

  boolean isGood() {
    return report.isValid() && (repaired == null || repaired.isUnchanged());
  }

  /** In the order of their places. */
  List<Violation> violations() {
    return report.violations().stream().sorted(BY_PLACE).toList();
  }

  /** In the order of the pages. */
  List<Repair> repairs() {
    return repaired == null
        ? List.of()
        : repaired.pages().stream().flatMap(page -> page.repairs().stream()).toList();
  }
}
