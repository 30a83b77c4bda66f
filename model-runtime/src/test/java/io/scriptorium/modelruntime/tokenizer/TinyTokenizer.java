package io.scriptorium.modelruntime.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The tiny tokenizer of {@code tokenizer/}, made by the recipe beside it. */
final class TinyTokenizer {

  static final int FIRST_ADDED = 436;
  static final int IM_START = 437;
  static final int IM_END = 438;
  static final int IMAGE_PAD = 448;
  static final int VIDEO_PAD = 449;
  static final int SIZE = 458;

  private static final ObjectMapper JSON = new ObjectMapper();

  private TinyTokenizer() {}

  static Path folder() {
    URL file = Objects.requireNonNull(TinyTokenizer.class.getResource("/tokenizer/tokenizer.json"));
    try {
      return Path.of(file.toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Tokenizer read() throws ModelException {
    return Tokenizer.read(folder());
  }

  static ObjectNode json() {
    return (ObjectNode) resource("tokenizer.json");
  }

  static Stream<Vector> vectors() {
    return StreamSupport.stream(resource("vectors.json").spliterator(), false)
        .map(
            json ->
                new Vector(
                    json.get("text").textValue(),
                    ints(json.get("ids")),
                    json.get("decoded").textValue(),
                    json.get("decoded_without_special").textValue(),
                    ints(json.get("text_ids"))));
  }

  /** Writes the tokenizer in the older form of two files. */
  static void writeVocabularyAndMerges(Path folder) throws IOException {
    JsonNode model = json().get("model");
    Files.writeString(folder.resolve("vocab.json"), model.get("vocab").toString());
    StringBuilder merges = new StringBuilder("#version: 0.2\n");
    for (JsonNode merge : model.get("merges")) {
      merges.append(merge.get(0).textValue()).append(' ');
      merges.append(merge.get(1).textValue()).append('\n');
    }
    Files.writeString(folder.resolve("merges.txt"), merges);
  }

  /** A text and what the reference makes of it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Vector(
      String text, int[] ids, String decoded, String decodedWithoutSpecial, int[] textIds) {
    @Override
    public String toString() {
      return JSON.getNodeFactory().textNode(text).toString();
    }
  }

  private static int[] ints(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::intValue).toArray();
  }

  private static JsonNode resource(String name) {
    try (InputStream in = TinyTokenizer.class.getResourceAsStream("/tokenizer/" + name)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
