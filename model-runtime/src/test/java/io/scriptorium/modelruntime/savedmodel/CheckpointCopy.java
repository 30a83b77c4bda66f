package io.scriptorium.modelruntime.savedmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A copy of a folder, of which a test then changes something. */
public record CheckpointCopy(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies a folder with all that is below it. */
  public static CheckpointCopy of(Path source, Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(source)) {
      List<Path> all = walk.sorted().toList();
      for (Path from : all) {
        Files.copy(from, folder.resolve(source.relativize(from).toString()));
      }
    }
    return new CheckpointCopy(folder);
  }

  /** Changes an object in one of the JSON files. */
  public CheckpointCopy edit(String file, Consumer<ObjectNode> change) throws IOException {
    Path path = folder.resolve(file);
    ObjectNode root = (ObjectNode) JSON.readTree(path.toFile());
    change.accept(root);
    JSON.writeValue(path.toFile(), root);
    return this;
  }

  /** Overwrites one number of an F32 tensor. */
  public CheckpointCopy put(String file, String tensor, int index, float number)
      throws IOException {
    Path path = folder.resolve(file);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int header = Math.toIntExact(bytes.getLong(0));
    JsonNode entry = JSON.readTree(bytes.array(), Long.BYTES, header).path(tensor);
    int begin = Long.BYTES + header + entry.path("data_offsets").path(0).intValue();
    bytes.putFloat(begin + index * Float.BYTES, number);
    Files.write(path, bytes.array());
    return this;
  }
}
