package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How tensors are spread over files.
 *
 * @param shards one of them if everything fits in a single file
 * @param dtype of every tensor
 */
record ShardPlan(List<Shard> shards, Dtype dtype) {
  /**
   * When to begin another file.
   *
   * @param singleBytes most that a single file holds
   * @param shardBytes most that each of several files holds, unless one tensor has more
   */
  record Limits(long singleBytes, long shardBytes) {
    static final Limits PUBLISHED = new Limits(2_000_000_000L, 4_500_000_000L);
  }

  /** A file and its tensors, in their order. */
  record Shard(String name, List<TensorSpec> tensors) {
    Shard {
      tensors = List.copyOf(tensors);
    }
  }

  ShardPlan {
    shards = List.copyOf(shards);
  }

  static ShardPlan of(TensorCatalogue catalogue, Dtype dtype, Limits limits) {
    List<TensorSpec> tensors = catalogue.tensors();
    if (catalogue.parameters() * dtype.bytes() <= limits.singleBytes()) {
      return new ShardPlan(List.of(new Shard(ShardReader.SINGLE_FILE, tensors)), dtype);
    }
    List<List<TensorSpec>> groups = new ArrayList<>();
    long room = 0;
    for (TensorSpec tensor : tensors) {
      long size = tensor.elements() * dtype.bytes();
      if (groups.isEmpty() || size > room) {
        groups.add(new ArrayList<>());
        room = limits.shardBytes();
      }
      groups.get(groups.size() - 1).add(tensor);
      room -= size;
    }
    List<Shard> shards = new ArrayList<>();
    for (List<TensorSpec> group : groups) {
      String name =
          String.format(
              Locale.ROOT, "model-%05d-of-%05d.safetensors", shards.size() + 1, groups.size());
      shards.add(new Shard(name, group));
    }
    return new ShardPlan(shards, dtype);
  }

  long size(TensorSpec tensor) {
    return tensor.elements() * dtype.bytes();
  }

  /** Bytes of all numbers, without headers. */
  long totalBytes() {
    return shards.stream().flatMap(shard -> shard.tensors().stream()).mapToLong(this::size).sum();
  }

  /** The JSON in front of a file's numbers. */
  ObjectNode header(Shard shard) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.putObject("__metadata__").put("format", "pt");
    long begin = 0;
    for (TensorSpec tensor : shard.tensors()) {
      ObjectNode entry = header.putObject(TensorNames.released(tensor.name()));
      entry.put("dtype", dtype.name());
      tensor.shape().forEach(entry.withArray("shape")::add);
      long end = begin + size(tensor);
      entry.putArray("data_offsets").add(begin).add(end);
      begin = end;
    }
    return header;
  }

  /** What tells which tensor is in which file. */
  ObjectNode index() {
    ObjectNode index = JsonNodeFactory.instance.objectNode();
    index.putObject("metadata").put("total_size", totalBytes());
    ObjectNode map = index.putObject("weight_map");
    for (Shard shard : shards) {
      for (TensorSpec tensor : shard.tensors()) {
        map.put(TensorNames.released(tensor.name()), shard.name());
      }
    }
    return index;
  }
}
