package io.scriptorium.samples.synth;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Makes pages with several threads and hands them on in their order. */
public final class SynthRun {
  /** Pages that are made ahead for each thread. */
  private static final int AHEAD = 3;

  private SynthRun() {}

  /** What takes the files of one page after the other, in the thread that called. */
  @FunctionalInterface
  public interface Sink {
    void take(List<PageFile> page) throws IOException;
  }

  /**
   * @param count of pages; 0 for no end
   * @param pages makes the page with an index, called by several threads
   * @throws IOException what the sink throws, which ends the run
   */
  public static void run(
      long first, long count, int threads, LongFunction<List<PageFile>> pages, Sink sink)
      throws IOException, InterruptedException {
    long end = count == 0 ? Long.MAX_VALUE : Math.addExact(first, count);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<List<PageFile>>> made = new ArrayDeque<>();
      long next = first;
      while (next < end || !made.isEmpty()) {
        while (next < end && made.size() < threads * AHEAD) {
          long index = next++;
          made.add(workers.submit(() -> pages.apply(index)));
        }
        sink.take(result(made.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<PageFile> result(Future<List<PageFile>> page) throws InterruptedException {
    try {
      return page.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
