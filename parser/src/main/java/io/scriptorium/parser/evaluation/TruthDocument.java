package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scriptorium.htmlschema.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The truth about a document.
 *
 * @param keyValues an object; null if the truth has none
 */
record TruthDocument(
    String name,
    String kind,
    String language,
    Condition condition,
    List<Page> pages,
    @Nullable JsonNode keyValues) {
  /** Kind and language of documents whose truth does not tell them. */
  static final String UNSPECIFIED = "unspecified";

  private static final int MAX_LABEL = 40;

  TruthDocument {
    pages = List.copyOf(pages);
  }

  static TruthDocument of(String name, List<Page> pages, JsonNode details) {
    JsonNode values = details.path("values");
    return new TruthDocument(
        name,
        label(details.path("kind")),
        label(details.path("language")),
        Condition.of(details),
        pages,
        values.isObject() && !values.isEmpty() ? values : null);
  }

  static TruthDocument of(String name, List<Page> pages) {
    return of(name, pages, MissingNode.getInstance());
  }

  private static String label(JsonNode node) {
    String text = node.isTextual() ? node.asText().strip() : "";
    if (text.isEmpty()) {
      return UNSPECIFIED;
    }
    return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL);
  }
}
