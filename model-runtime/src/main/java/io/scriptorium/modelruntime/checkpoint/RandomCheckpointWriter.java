package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Writes a random checkpoint into a folder beside the wanted one, which is renamed at the end. */
final class RandomCheckpointWriter {
  private final RandomCheckpoint checkpoint;
  private final ShardPlan plan;
  private final int threads;

  RandomCheckpointWriter(RandomCheckpoint checkpoint, ShardPlan plan, int threads) {
    this.checkpoint = checkpoint;
    this.plan = plan;
    this.threads = threads;
  }

  void write(Path out, RandomCheckpoint.Progress progress) throws ModelException {
    Path folder = out.toAbsolutePath().normalize();
    Path parent = folder.getParent();
    if (parent == null || Files.exists(folder)) {
      throw notWritten(out.getFileName() + " exists already", null);
    }
    Map<String, JsonNode> descriptions = descriptions();
    try {
      requireRoom(parent);
      Path aside =
          parent.resolve("." + folder.getFileName() + "." + UUID.randomUUID() + ".partial");
      Files.createDirectory(aside);
      try {
        for (Map.Entry<String, JsonNode> file : descriptions.entrySet()) {
          Files.writeString(aside.resolve(file.getKey()), file.getValue().toPrettyString() + "\n");
        }
        writeShards(aside, progress);
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        deleteIfExists(aside);
      }
    } catch (InterruptedException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
      throw notWritten("writing the checkpoint was stopped", e);
    } catch (IOException e) {
      throw notWritten("the checkpoint cannot be written: " + e.getClass().getSimpleName(), e);
    }
  }

  private Map<String, JsonNode> descriptions() throws ModelException {
    PublishedFiles published = new PublishedFiles(checkpoint.config());
    Map<String, JsonNode> files = new LinkedHashMap<>();
    files.put("config.json", published.config(checkpoint.dtype()));
    files.put("generation_config.json", published.generationConfig());
    files.put("preprocessor_config.json", published.preprocessorConfig());
    try {
      files.put("tokenizer.json", new ByteTokenizer(checkpoint.config()).json());
    } catch (IllegalArgumentException e) {
      throw new ModelException(Code.TOKENIZER_INVALID, e.getMessage(), e);
    }
    if (plan.shards().size() > 1) {
      files.put(ShardIndex.FILE, plan.index());
    }
    return files;
  }

  private void requireRoom(Path parent) throws IOException, ModelException {
    long room = Files.getFileStore(parent).getUsableSpace();
    if (plan.totalBytes() > room) {
      throw notWritten(
          "the checkpoint needs %d bytes; the disk has %d left".formatted(plan.totalBytes(), room),
          null);
    }
  }

  private void writeShards(Path folder, RandomCheckpoint.Progress progress)
      throws IOException, InterruptedException {
    Counter counter = new Counter(progress, plan.totalBytes());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (ShardPlan.Shard shard : plan.shards()) {
        new ShardWriter(checkpoint.seed(), plan, shard).write(folder, threads, executor, counter);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static void deleteIfExists(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static ModelException notWritten(String message, @Nullable Exception cause) {
    return cause == null
        ? new ModelException(Code.OUTPUT_NOT_WRITTEN, message)
        : new ModelException(Code.OUTPUT_NOT_WRITTEN, message, cause);
  }

  /** Adds up parts, which come from several threads. */
  private static final class Counter implements ShardWriter.PartListener {
    private final RandomCheckpoint.Progress progress;
    private final long total;
    private long written;

    private Counter(RandomCheckpoint.Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    @Override
    public synchronized void written(int bytes) {
      written += bytes;
      progress.written(written, total);
    }
  }
}
