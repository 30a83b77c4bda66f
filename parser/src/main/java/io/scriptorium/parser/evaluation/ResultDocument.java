package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.parser.PageStatus;
import io.scriptorium.parser.ResultFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result folder, read.
 *
 * @param pages empty if the folder cannot be read
 * @param problem why it cannot be read
 */
record ResultDocument(List<ReadPage> pages, @Nullable String problem) {
  private static final long MAX_METADATA_BYTES = 1L << 26;
  private static final long MAX_KEY_VALUES_BYTES = 1L << 22;

  ResultDocument {
    pages = List.copyOf(pages);
  }

  /**
   * A page of a result.
   *
   * @param done whether the model's answer was read to its end
   * @param truncated whether the answer was cut off
   * @param repairs what had to be put right, and what then still was wrong
   */
  record ReadPage(Page content, boolean done, boolean truncated, int repairs) {}

  /** What is of interest in {@code document.json}. */
  private record Metadata(@Nullable List<@Nullable PageMetadata> pages) {
    private Map<Integer, PageMetadata> byNumber() {
      Map<Integer, PageMetadata> byNumber = new HashMap<>();
      if (pages != null) {
        for (PageMetadata page : pages) {
          if (page != null) {
            byNumber.putIfAbsent(page.number, page);
          }
        }
      }
      return byNumber;
    }
  }

  private record PageMetadata(
      int number,
      @Nullable String status,
      @Nullable List<JsonNode> repairs,
      @Nullable List<JsonNode> violations) {
    private int faults() {
      return (repairs == null ? 0 : repairs.size()) + (violations == null ? 0 : violations.size());
    }
  }

  static ResultDocument read(Path folder) {
    try {
      Metadata metadata =
          JsonFile.read(folder.resolve(ResultFolders.METADATA), MAX_METADATA_BYTES, Metadata.class);
      List<Page> pages = PageFile.read(folder.resolve(ResultFolders.HTML));
      Map<Integer, PageMetadata> byNumber = metadata.byNumber();
      List<ReadPage> read = new ArrayList<>();
      for (int i = 0; i < pages.size(); i++) {
        read.add(page(pages.get(i), byNumber.get(i + 1)));
      }
      return new ResultDocument(read, null);
    } catch (UnreadableException e) {
      return new ResultDocument(List.of(), e.getMessage());
    }
  }

  /**
   * The key values that were read; null if there is no such file.
   *
   * @throws UnreadableException if there is one of another form
   */
  static @Nullable JsonNode keyValues(Path folder) throws UnreadableException {
    Path file = keyValuesFile(folder);
    if (!JsonFile.exists(file)) {
      return null;
    }
    JsonNode values = JsonFile.object(file, MAX_KEY_VALUES_BYTES).path("values");
    if (!values.isObject()) {
      throw new UnreadableException("it has no object of values");
    }
    return values;
  }

  static Path keyValuesFile(Path folder) {
    return folder.resolve(ResultFolders.KEY_VALUES);
  }

  private static ReadPage page(Page content, @Nullable PageMetadata metadata) {
    if (metadata == null) {
      return new ReadPage(content, false, false, 0);
    }
    return new ReadPage(
        content,
        PageStatus.DONE.name().equals(metadata.status)
            || PageStatus.BLANK.name().equals(metadata.status),
        PageStatus.TRUNCATED.name().equals(metadata.status),
        metadata.faults());
  }
}
