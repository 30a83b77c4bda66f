package io.scriptorium.modelruntime.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of a tokenizer, strictly and up to a size. */
final class TokenizerFiles {

  static final String TOKENIZER = "tokenizer.json";
  static final String VOCABULARY = "vocab.json";
  static final String MERGES = "merges.txt";
  static final String CONFIG = "tokenizer_config.json";

  /** Ten times what the published tokenizer takes. */
  private static final long MAX_BYTES = 128L << 20;

  private static final StrictJson JSON =
      new StrictJson(Code.TOKENIZER_INVALID, Code.TOKENIZER_INVALID, MAX_BYTES);

  private final Path folder;

  TokenizerFiles(Path folder) {
    this.folder = folder;
  }

  boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  ObjectNode object(String name) throws ModelException {
    return JSON.readObject(folder.resolve(name), name);
  }

  JsonNode json(String name) throws ModelException {
    return JSON.read(folder.resolve(name), name);
  }

  List<String> lines(String name) throws ModelException {
    return text(name).lines().toList();
  }

  private String text(String name) throws ModelException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw invalid(name + " is missing");
    }
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw invalid(name + " has " + size + " bytes; at most " + MAX_BYTES + " are read");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw invalid(name + " cannot be read as UTF-8 text", e);
    }
  }

  static ModelException invalid(String problem) {
    return new ModelException(Code.TOKENIZER_INVALID, oneLine(problem));
  }

  private static ModelException invalid(String problem, IOException cause) {
    return new ModelException(Code.TOKENIZER_INVALID, oneLine(problem), cause);
  }

  /** Tokens may hold line ends and worse. */
  private static String oneLine(String problem) {
    return problem.replaceAll("\\p{Cntrl}", "?");
  }
}
