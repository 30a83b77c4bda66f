package io.scriptorium.renderer.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The slots of a pool, and which document each works for. Safe for use by many threads. */
final class Slots {
  private final List<Slot> all;
  private final Deque<Slot> idle;
  private final Map<Slot, PooledDocument> holders = new HashMap<>();
  private boolean closed;

  Slots(List<Slot> all) {
    this.all = List.copyOf(all);
    this.idle = new ArrayDeque<>(all);
  }

  /**
   * Waits for a slot, best one that has the document open. Give it back.
   *
   * @throws CancellationException if the document or the pool has been closed
   */
  synchronized Slot take(PooledDocument document) {
    boolean interrupted = false;
    try {
      while (true) {
        if (closed || document.isClosed()) {
          throw new CancellationException("closed");
        }
        if (!idle.isEmpty()) {
          Slot slot = bestFor(document);
          idle.remove(slot);
          holders.put(slot, document);
          return slot;
        }
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Slot bestFor(PooledDocument document) {
    Slot best = idle.getFirst();
    int bestRank = Integer.MAX_VALUE;
    for (Slot slot : idle) {
      int rank = rank(slot, document);
      if (rank < bestRank) {
        best = slot;
        bestRank = rank;
      }
    }
    return best;
  }

  /** The one with the document, one that only waits, one to be started, one of another document. */
  private int rank(Slot slot, PooledDocument document) {
    PooledDocument holder = holders.get(slot);
    if (holder == null) {
      return slot.hasChild() ? 1 : 2;
    }
    return holder.equals(document) ? 0 : 3;
  }

  /** The one used last comes first: its code is compiled. */
  synchronized void giveBack(Slot slot) {
    idle.addFirst(slot);
    notifyAll();
  }

  /**
   * Lets go of a document that has been closed. Pages still in work are given up, with their
   * children, so that nothing reads the file afterwards.
   */
  void leave(PooledDocument document) {
    for (Slot slot : all) {
      if (takeFrom(slot, document)) {
        slot.leave(document);
        giveBack(slot);
      }
    }
  }

  private synchronized boolean takeFrom(Slot slot, PooledDocument document) {
    boolean interrupted = false;
    try {
      while (document.equals(holders.get(slot))) {
        if (idle.remove(slot)) {
          holders.remove(slot);
          return true;
        }
        slot.kill();
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends all children. Whoever waits for one is told that it died. */
  synchronized void close() {
    closed = true;
    notifyAll();
    all.forEach(Slot::retire);
    boolean interrupted = false;
    while (idle.size() < all.size()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    all.forEach(Slot::clear);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
