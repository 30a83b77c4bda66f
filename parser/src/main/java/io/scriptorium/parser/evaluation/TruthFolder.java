package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with the truth about documents: {@code NAME.html} is the document as it would be
 * published, {@code NAME.json} beside it may tell {@code kind}, {@code language}, {@code clean} or
 * {@code degradations}, and {@code values}, the key values.
 */
record TruthFolder(Path folder) {
  private static final String HTML = ".html";
  private static final long MAX_JSON_BYTES = 1L << 24;

  /** The names of its documents, in order. */
  List<String> names() throws EvaluationException {
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(HTML) && !name.startsWith("."))
              .map(name -> name.substring(0, name.length() - HTML.length()))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new EvaluationException("the truth in " + folder + " cannot be listed");
    }
    if (names.isEmpty()) {
      throw new EvaluationException("there is no truth, no NAME.html, in " + folder);
    }
    return names;
  }

  TruthDocument read(String name) throws EvaluationException {
    Path html = folder.resolve(name + HTML);
    Path json = folder.resolve(name + ".json");
    List<Page> pages;
    try {
      pages = PageFile.read(html);
    } catch (UnreadableException e) {
      throw unusable(html, e);
    }
    if (!JsonFile.exists(json)) {
      return TruthDocument.of(name, pages);
    }
    try {
      return TruthDocument.of(name, pages, JsonFile.object(json, MAX_JSON_BYTES));
    } catch (UnreadableException e) {
      throw unusable(json, e);
    }
  }

  private static EvaluationException unusable(Path file, UnreadableException reason) {
    return new EvaluationException("the truth " + file + " is unusable: " + reason.getMessage());
  }
}
