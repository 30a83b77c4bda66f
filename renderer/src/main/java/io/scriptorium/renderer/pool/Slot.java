package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.ChildException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A place for a child, which gets a fresh one when the last has died or is worn. For the one thread
 * that has taken it; {@link #kill()} may come from any.
 */
final class Slot {
  /** Closing a file takes no time; a child that needs more is not worth waiting for. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final Starter starter;
  private final int documentsPerChild;
  private volatile @Nullable Child child;
  private volatile boolean ended;
  private @Nullable PooledDocument open;
  private @Nullable RenderOptions openWith;
  private int documents;

  /** Starts a child. */
  interface Starter {
    Child start() throws IOException;
  }

  Slot(Starter starter, int documentsPerChild) {
    this.starter = starter;
    this.documentsPerChild = documentsPerChild;
  }

  /** Starts a child, if there is none, so that it becomes ready while something else is done. */
  synchronized void prepare() throws ChildException {
    if (ended) {
      throw new ChildException(Reason.NOT_STARTED, "the pool is closed");
    }
    if (child == null) {
      try {
        child = starter.start();
      } catch (IOException e) {
        throw new ChildException(Reason.NOT_STARTED, "no process: " + e.getClass().getSimpleName());
      }
    }
  }

  boolean hasChild() {
    return child != null;
  }

  /**
   * Has a document opened, unless it is open in that way.
   *
   * @return what the child said; {@link Reply.Opened} if it was open
   */
  Reply open(PooledDocument document, RenderOptions options)
      throws ChildException, RenderException {
    Child ready = readyChild();
    if (document.equals(open) && options.equals(openWith)) {
      return document.opened();
    }
    open = null;
    Reply reply = call(ready, document, new Request.Open(document.file(), options));
    if (reply instanceof Reply.Opened) {
      open = document;
      openWith = options;
      documents++;
    }
    return reply;
  }

  /** Has a page rendered of what is open. */
  Reply render(PooledDocument document, int number) throws ChildException, RenderException {
    return call(readyChild(), document, new Request.Render(number));
  }

  /** Asks for a step of a searchable PDF of what is open. */
  Reply ask(PooledDocument document, Request step) throws ChildException, RenderException {
    return call(readyChild(), document, step);
  }

  /** Moves the searchable PDF out of the child's folder. */
  void fetchSearchable(Path target) throws ChildException, IOException {
    readyChild().fetchSearchable(target);
  }

  private Reply call(Child ready, PooledDocument document, Request request)
      throws ChildException, RenderException {
    document.requireOpen();
    Duration limit = document.timeForNextCall();
    long start = System.nanoTime();
    try {
      return ready.call(request, limit);
    } finally {
      document.spend(System.nanoTime() - start);
    }
  }

  private Child readyChild() throws ChildException {
    Child current = child;
    if (current == null || !current.isAlive()) {
      discard();
      prepare();
      current = child;
    }
    if (current == null) {
      throw new ChildException(Reason.NOT_STARTED, "the pool is closed");
    }
    current.awaitReady();
    return current;
  }

  /** Puts the child away and starts another, which becomes ready in the meantime. */
  void replace() {
    discard();
    try {
      prepare();
    } catch (ChildException e) {
      // Whoever needs it next will be told.
    }
  }

  private synchronized void discard() {
    open = null;
    documents = 0;
    if (child != null) {
      child.close();
      child = null;
    }
  }

  /** Lets go of a document, so that its file is not read any more. */
  void leave(PooledDocument document) {
    Child current = child;
    if (current == null) {
      return;
    }
    try {
      if (document.equals(open)) {
        open = null;
        current.call(new Request.Close(), CLOSE_LIMIT);
      }
      if (documents >= documentsPerChild) {
        replace();
      }
    } catch (ChildException e) {
      replace();
    }
  }

  void kill() {
    Child current = child;
    if (current != null) {
      current.kill();
    }
  }

  /** Kills the child, and no other comes. Whoever waits for its answer is told that it died. */
  synchronized void retire() {
    ended = true;
    kill();
  }

  /** Leaves nothing of a retired child behind. */
  void clear() {
    discard();
  }

  @Nullable ProcessHandle handle() {
    Child current = child;
    return current == null ? null : current.handle();
  }
}
