package io.scriptorium.renderer.pool;

import java.time.Duration;

/**
 * How many processes render, and what a document may cost them.
 *
 * @param processes that render at once, from 1 to 256; each has a heap of its own
 * @param pagesAhead pages of a document that are rendered before they are asked for, up to 100;
 *     each waits in memory with its pixels
 * @param pageTime for one page, and for opening a document
 * @param documentTime for all pages of a document, by the clock of the processes: while the model
 *     reads, it stands still
 * @param documentsPerProcess after which a process is replaced by a fresh one
 * @param heapBytes limit of the heap of each process
 */
public record PoolOptions(
    int processes,
    int pagesAhead,
    Duration pageTime,
    Duration documentTime,
    int documentsPerProcess,
    long heapBytes) {
  private static final int PAGES_AHEAD = 2;

  /** One process for each page in work, as far as there are processors. */
  public static final PoolOptions DEFAULTS =
      new PoolOptions(
          Math.min(Runtime.getRuntime().availableProcessors(), PAGES_AHEAD + 1),
          PAGES_AHEAD,
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          100,
          1L << 30);

  public PoolOptions {
    checkRange("processes", processes, 1, 256);
    checkRange("pagesAhead", pagesAhead, 0, 100);
    checkTime("pageTime", pageTime);
    checkTime("documentTime", documentTime);
    checkRange("documentsPerProcess", documentsPerProcess, 1, Integer.MAX_VALUE);
    checkRange("heapBytes", heapBytes, 16L << 20, 1L << 40);
  }

  public PoolOptions withProcesses(int number) {
    return new PoolOptions(
        number, pagesAhead, pageTime, documentTime, documentsPerProcess, heapBytes);
  }

  public PoolOptions withPagesAhead(int pages) {
    return new PoolOptions(
        processes, pages, pageTime, documentTime, documentsPerProcess, heapBytes);
  }

  public PoolOptions withPageTime(Duration limit) {
    return new PoolOptions(
        processes, pagesAhead, limit, documentTime, documentsPerProcess, heapBytes);
  }

  public PoolOptions withDocumentTime(Duration limit) {
    return new PoolOptions(processes, pagesAhead, pageTime, limit, documentsPerProcess, heapBytes);
  }

  public PoolOptions withDocumentsPerProcess(int documents) {
    return new PoolOptions(processes, pagesAhead, pageTime, documentTime, documents, heapBytes);
  }

  public PoolOptions withHeapBytes(long limit) {
    return new PoolOptions(
        processes, pagesAhead, pageTime, documentTime, documentsPerProcess, limit);
  }

  private static void checkRange(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " (" + value + ") is outside " + least + " to " + most);
    }
  }

  private static void checkTime(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException(
          name + " (" + Limits.text(value) + ") is outside 1 ms to 30 d");
    }
  }
}
