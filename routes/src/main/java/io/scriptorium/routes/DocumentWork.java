package io.scriptorium.routes;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.ParsedDocument;
import java.nio.file.Path;

/** What the routes need of the parser. */
@FunctionalInterface
interface DocumentWork {
  /**
   * Parses one document into a result folder.
   *
   * @throws ParseException if no result could be published
   */
  ParsedDocument parse(DocumentSource source, Path folder, ParseProgress progress)
      throws ParseException;
}
