package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.HtmlReader;
import io.scriptorium.htmlschema.InvalidHtmlException;
import io.scriptorium.htmlschema.Page;
import java.nio.file.Path;
import java.util.List;

/** Reads documents in the published format. */
final class PageFile {
  private static final long MAX_BYTES = 1L << 26;

  private PageFile() {}

  static List<Page> read(Path file) throws UnreadableException {
    try {
      return HtmlReader.document(JsonFile.text(file, MAX_BYTES));
    } catch (InvalidHtmlException e) {
      throw new UnreadableException("it is no QwenVL HTML document: " + e.getMessage());
    }
  }
}
