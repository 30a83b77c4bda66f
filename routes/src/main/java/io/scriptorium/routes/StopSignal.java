package io.scriptorium.routes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells all routes that the server stops: what is in hand ends, nothing new begins. Thread-safe.
 */
final class StopSignal {
  private final CountDownLatch raised = new CountDownLatch(1);

  void raise() {
    raised.countDown();
  }

  boolean isRaised() {
    return raised.getCount() == 0;
  }

  /** Waits that long, or less if the signal is raised or the thread interrupted. */
  void await(Duration longest) {
    try {
      // Whether the time ran out does not matter: callers look at the signal next.
      boolean unused = raised.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
