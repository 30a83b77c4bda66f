package io.scriptorium.routes.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.htmlschema.Repair;
import io.scriptorium.htmlschema.Violation;
import java.io.PrintWriter;

/** An object for each file: {@code file}, {@code valid}, {@code violations}, {@code repairs}. */
record JsonValidationPrinter(PrintWriter out) implements ValidationPrinter {
  @Override
  public void print(FileVerdict verdict) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("file", verdict.file().toString()).put("valid", verdict.report().isValid());
    ArrayNode violations = node.putArray("violations");
    for (Violation violation : verdict.violations()) {
      violations
          .addObject()
          .put("code", violation.code())
          .put("line", violation.line())
          .put("column", violation.column())
          .put("place", violation.place())
          .put("message", violation.message());
    }
    if (verdict.repaired() != null) {
      ArrayNode repairs = node.putArray("repairs");
      for (Repair repair : verdict.repairs()) {
        repairs
            .addObject()
            .put("code", repair.code())
            .put("place", repair.place())
            .put("message", repair.message());
      }
    }
    out.println(node);
  }
}
