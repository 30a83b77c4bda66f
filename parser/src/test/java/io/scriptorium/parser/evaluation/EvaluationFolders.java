package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of truth and one of results, as they are filled by a test. */
final class EvaluationFolders {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Path truth;
  final Path results;

  EvaluationFolders(Path home) {
    truth = home.resolve("truth");
    results = home.resolve("results");
    try {
      Files.createDirectories(truth);
      Files.createDirectories(results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EvaluationFolders truth(String name, Page... pages) {
    return file(truth.resolve(name + ".html"), HtmlWriter.document(List.of(pages)));
  }

  EvaluationFolders details(String name, String json) {
    return file(truth.resolve(name + ".json"), json.replace('\'', '"'));
  }

  /** A result all of whose pages were read to their end and needed no repair. */
  EvaluationFolders result(String name, Page... pages) {
    ObjectNode metadata = JSON.createObjectNode().put("label", name);
    ArrayNode nodes = metadata.putArray("pages");
    for (int i = 0; i < pages.length; i++) {
      ObjectNode page = nodes.addObject().put("number", i + 1).put("status", "DONE");
      page.putArray("blocks");
      page.putArray("repairs");
    }
    return result(name, metadata.toString(), HtmlWriter.document(List.of(pages)));
  }

  EvaluationFolders result(String name, String metadata, String html) {
    return file(results.resolve(name).resolve("document.json"), metadata.replace('\'', '"'))
        .file(results.resolve(name).resolve("document.html"), html);
  }

  EvaluationFolders keyValues(String result, String json) {
    return file(results.resolve(result).resolve("key-values.json"), json.replace('\'', '"'));
  }

  Evaluation evaluate() throws EvaluationException {
    return Evaluator.evaluate(truth, results, 3);
  }

  private EvaluationFolders file(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
