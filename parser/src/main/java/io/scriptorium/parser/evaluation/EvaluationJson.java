package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.parser.PrettyJson;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes {@code eval.json}. The same truth and results give the same bytes. */
final class EvaluationJson {
  /** Raised when a reader of the last version would misunderstand the next. */
  private static final int SCHEMA_VERSION = 1;

  private static final double STEPS = 1e6;

  private EvaluationJson() {}

  static String of(Evaluation evaluation, List<Target> targets) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("documents", evaluation.documents());
    write(evaluation.groups().all(), root.putObject("all"));
    groups(evaluation.groups().kinds(), root.putObject("kinds"));
    groups(evaluation.groups().languages(), root.putObject("languages"));
    groups(evaluation.groups().conditions(), root.putObject("conditions"));
    ArrayNode targetNodes = root.putArray("targets");
    for (Target.Outcome outcome : evaluation.outcomes(targets)) {
      ObjectNode node = targetNodes.addObject();
      node.put("name", outcome.target().name()).put("bound", outcome.target().bound());
      put(node, "reached", outcome.reached());
      node.put("met", outcome.isMet());
    }
    ArrayNode pages = root.putArray("pages");
    evaluation.pages().forEach(page -> write(page, pages.addObject()));
    strings(evaluation.missing(), root.putArray("missing"));
    strings(evaluation.withoutTruth(), root.putArray("withoutTruth"));
    strings(evaluation.notes(), root.putArray("notes"));
    return PrettyJson.of(root);
  }

  private static void groups(Map<String, Scores> groups, ObjectNode node) {
    groups.forEach((name, scores) -> write(scores, node.putObject(name)));
  }

  private static void write(Scores scores, ObjectNode node) {
    node.put("pages", scores.pages());
    node.put("missingPages", scores.missing());
    node.put("characters", scores.characters());
    node.put("characterErrors", scores.errors());
    node.put("tables", scores.tables().count());
    node.put("charts", scores.charts().count());
    node.put("formulas", scores.formulas().truth());
    node.put("keyValues", scores.keyValues().truth());
    metrics(scores, node.putObject("metrics"));
    ObjectNode blocks = node.putObject("blocks");
    for (BlockType type : BlockType.values()) {
      Counts loose = scores.loose().byType().get(type);
      Counts strict = scores.strict().byType().get(type);
      if (loose != null && strict != null) {
        ObjectNode block = blocks.putObject(type.label());
        block.put("truth", loose.truth()).put("predicted", loose.predicted());
        write(loose, block.putObject("at50"));
        write(strict, block.putObject("at75"));
      }
    }
  }

  private static void metrics(Scores scores, ObjectNode node) {
    for (Metric metric : Metric.values()) {
      put(node, metric.key(), metric.of(scores));
    }
  }

  private static void write(Counts counts, ObjectNode node) {
    node.put("matched", counts.matched());
    put(node, "precision", counts.precision());
    put(node, "recall", counts.recall());
    put(node, "f1", counts.f1());
  }

  private static void write(PageScore page, ObjectNode node) {
    node.put("document", page.document()).put("number", page.number());
    node.put("missing", page.missing());
    node.put("characters", page.text().truth());
    node.put("characterErrors", page.text().errors());
    metrics(Scores.of(page), node.putObject("metrics"));
    strings(page.notes(), node.putArray("notes"));
  }

  private static void strings(List<String> texts, ArrayNode node) {
    texts.forEach(node::add);
  }

  /** What was not measured is null. */
  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, Math.rint(value.getAsDouble() * STEPS) / STEPS);
    } else {
      node.putNull(name);
    }
  }
}
