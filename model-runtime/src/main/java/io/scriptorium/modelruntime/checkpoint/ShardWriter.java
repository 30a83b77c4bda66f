package io.scriptorium.modelruntime.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes one file of random tensors, part by part on several threads. */
final class ShardWriter {
  private static final int PART_BYTES = 4 << 20;

  private final long seed;
  private final ShardPlan plan;
  private final ShardPlan.Shard shard;

  /** Told about each part, on the thread that wrote it. */
  interface PartListener {
    void written(int bytes);
  }

  private record Part(RandomTensor tensor, long firstIndex, int count, long position) {}

  ShardWriter(long seed, ShardPlan plan, ShardPlan.Shard shard) {
    this.seed = seed;
    this.plan = plan;
    this.shard = shard;
  }

  void write(Path folder, int threads, ExecutorService executor, PartListener listener)
      throws IOException, InterruptedException {
    ByteBuffer header = header();
    List<Part> parts = parts(header.remaining());
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(shard.name()),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE)) {
      Channels.writeFully(channel, 0, header);
      AtomicInteger next = new AtomicInteger();
      Callable<Void> worker =
          () -> {
            try {
              writeParts(parts, next, channel, listener);
            } catch (IOException | RuntimeException e) {
              // The others find nothing left to do.
              next.set(parts.size());
              throw e;
            }
            return null;
          };
      for (Future<Void> done : executor.invokeAll(Collections.nCopies(threads, worker))) {
        finish(done);
      }
    }
  }

  private static void finish(Future<Void> done) throws IOException, InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException("a part was not written", e.getCause());
    }
  }

  private void writeParts(
      List<Part> parts, AtomicInteger next, FileChannel channel, PartListener listener)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(PART_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
      Part part = parts.get(i);
      int bytes = part.count() * plan.dtype().bytes();
      part.tensor().fill(buffer, part.firstIndex(), part.count(), plan.dtype());
      Channels.writeFully(channel, part.position(), buffer.slice(0, bytes));
      listener.written(bytes);
    }
  }

  private ByteBuffer header() {
    String json = plan.header(shard).toString();
    // Numbers that begin at a multiple of 8 can be mapped and read in place.
    String padded = json + " ".repeat(-json.length() & 7);
    byte[] bytes = padded.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(Long.BYTES + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(bytes.length)
        .put(bytes)
        .flip();
  }

  private List<Part> parts(long dataBegin) {
    int partElements = PART_BYTES / plan.dtype().bytes();
    List<Part> parts = new ArrayList<>();
    long position = dataBegin;
    for (TensorSpec spec : shard.tensors()) {
      RandomTensor tensor = new RandomTensor(seed, spec);
      for (long first = 0; first < spec.elements(); first += partElements) {
        int count = (int) Math.min(partElements, spec.elements() - first);
        parts.add(new Part(tensor, first, count, position + first * plan.dtype().bytes()));
      }
      position += plan.size(spec);
    }
    return parts;
  }
}
