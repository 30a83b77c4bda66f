package io.scriptorium.routes.cli;

import io.scriptorium.parser.ExportFormat;
import io.scriptorium.parser.Exports;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in which forms results are written. */
final class ExportOptions {
  @Option(
      names = "--format",
      paramLabel = "LIST",
      description = {
        "Forms of the result, parted by commas: html,json,md,txt,pdf,alto,hocr,csv.",
        "Default: html,json, which are always written."
      })
  private String formats = "html,json";

  @Option(
      names = "--crops",
      description = "Write each chart, formula and picture as a file, linked from the HTML.")
  private boolean crops;

  @Option(
      names = "--keys",
      paramLabel = "FILE|DIR",
      description = {
        "JSON object with the keys whose values are wanted; they go into key-values.json. Or a",
        "folder with one for each document: keys/a.json for a.pdf."
      })
  private @Nullable Path keys;

  boolean wantsKeys() {
    return keys != null;
  }

  KeysOfDocuments keys(List<FoundDocument> documents) throws WrongUseException {
    return KeysOfDocuments.read(keys, documents);
  }

  Exports exports() throws WrongUseException {
    try {
      return Exports.of(ExportFormat.parse(formats), crops);
    } catch (IllegalArgumentException e) {
      throw new WrongUseException("--format: '" + formats + "' " + e.getMessage());
    }
  }
}
