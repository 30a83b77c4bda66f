package io.scriptorium.routes.cli;

import io.scriptorium.htmlschema.Repair;
import io.scriptorium.htmlschema.Violation;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A line for each violation and each repair. */
record LineValidationPrinter(PrintWriter out) implements ValidationPrinter {
  @Override
  public void print(FileVerdict verdict) {
    verdict.violations().forEach(violation -> print(verdict.file(), violation));
    verdict.repairs().forEach(repair -> print(verdict.file(), repair));
  }

  private void print(Path file, Violation violation) {
    out.printf(
        "%s:%d:%d %s %s (%s)%n",
        Printable.of(file.toString()),
        violation.line(),
        violation.column(),
        violation.code(),
        Printable.of(violation.message()),
        Printable.of(violation.place()));
  }

  private void print(Path file, Repair repair) {
    out.printf(
        "%s repaired: %s %s (%s)%n",
        Printable.of(file.toString()),
        repair.code(),
        Printable.of(repair.message()),
        Printable.of(repair.place()));
  }
}
