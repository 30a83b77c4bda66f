package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentFacts;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderException.Code;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.SearchablePdf;
import io.scriptorium.renderer.SourceFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A document that is open in children. When a page is asked for, the next few are begun as well, so
 * that they are there when the model comes to them.
 */
final class PooledDocument implements PageSource {
  private final Path file;
  private final RenderOptions options;
  private final PoolOptions limits;
  private final Slots slots;
  private final Executor workers;
  private final Reply.Opened opened;
  private final Map<Integer, FutureTask<RenderedPage>> pages = new HashMap<>();
  private final AtomicLong spentNanos = new AtomicLong();
  private volatile boolean closed;

  private PooledDocument(
      Path file, RenderOptions options, PoolOptions limits, Slots slots, Executor workers)
      throws RenderException {
    this.file = file.toAbsolutePath();
    this.options = options;
    this.limits = limits;
    this.slots = slots;
    this.workers = workers;
    boolean done = false;
    Slot slot = slots.take(this);
    try {
      this.opened = new Tries(slot, this, options).open();
      done = true;
    } finally {
      slots.giveBack(slot);
      if (!done) {
        // Nobody has it, to close it.
        slots.leave(this);
      }
    }
  }

  static PooledDocument open(
      Path file, RenderOptions options, PoolOptions limits, Slots slots, Executor workers)
      throws RenderException {
    return new PooledDocument(file, options, limits, slots, workers);
  }

  @Override
  public SourceFormat format() {
    return opened.format();
  }

  @Override
  public int pageCount() {
    return opened.pages();
  }

  @Override
  public DocumentFacts facts() {
    return opened.facts();
  }

  @Override
  public RenderedPage render(int number) throws RenderException {
    if (number < 1 || number > pageCount()) {
      throw new IllegalArgumentException(
          "page number (" + number + ") is outside 1 to " + pageCount());
    }
    requireOpen();
    int last = (int) Math.min((long) number + limits.pagesAhead(), pageCount());
    pages.keySet().removeIf(other -> other < number || other > last);
    for (int next = number; next <= last; next++) {
      pages.computeIfAbsent(next, this::begin);
    }
    return await(pages.remove(number));
  }

  @Override
  public SearchablePdf searchable() {
    requireOpen();
    return new PooledSearchable(this);
  }

  void writeSearchable(List<PageText> texts, Path target) throws RenderException, IOException {
    requireOpen();
    Slot slot = slots.take(this);
    try {
      new Tries(slot, this, options).writeSearchable(texts, target);
    } finally {
      slots.giveBack(slot);
    }
  }

  private FutureTask<RenderedPage> begin(int number) {
    FutureTask<RenderedPage> page = new FutureTask<>(() -> renderInSlot(number));
    workers.execute(page);
    return page;
  }

  private RenderedPage renderInSlot(int number) throws RenderException {
    Slot slot = slots.take(this);
    try {
      return new Tries(slot, this, options).render(number);
    } finally {
      slots.giveBack(slot);
    }
  }

  /** An interrupt does not end the page, but is still there afterwards. */
  private static RenderedPage await(FutureTask<RenderedPage> page) throws RenderException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return page.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RenderException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Of what is open in a child, for a slot that has it open already. */
  Reply.Opened opened() {
    return opened;
  }

  String file() {
    return file.toString();
  }

  PoolOptions limits() {
    return limits;
  }

  boolean isClosed() {
    return closed;
  }

  void requireOpen() {
    if (closed) {
      throw new CancellationException("the document is closed");
    }
  }

  /**
   * How long a child may take for what comes next.
   *
   * @throws RenderException if the time of the document is up
   */
  Duration timeForNextCall() throws RenderException {
    if (isTimeUp()) {
      throw timeIsUp();
    }
    Duration left = limits.documentTime().minusNanos(spentNanos.get());
    return left.compareTo(limits.pageTime()) < 0 ? left : limits.pageTime();
  }

  void spend(long nanos) {
    spentNanos.addAndGet(nanos);
  }

  boolean isTimeUp() {
    return spentNanos.get() >= limits.documentTime().toNanos();
  }

  RenderException timeIsUp() {
    return new RenderException(
        Code.DOCUMENT_TIMEOUT,
        "the pages of the document took more than "
            + Limits.text(limits.documentTime())
            + " in all");
  }

  /** Pages that are still in work are given up; nothing reads the file afterwards. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pages.values().forEach(page -> page.cancel(false));
      pages.clear();
      slots.leave(this);
    }
  }
}
