package io.scriptorium.routes;

import io.scriptorium.parser.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries work on a document again while its surroundings fail. Waiting ends when the server stops.
 */
final class Retry {
  private static final Logger log = LoggerFactory.getLogger(Retry.class);

  private final RetryPolicy policy;
  private final StopSignal stop;

  /** One try at a document. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws ParseException;
  }

  Retry(RetryPolicy policy, StopSignal stop) {
    this.policy = policy;
    this.stop = stop;
  }

  /** Runs the attempt until it succeeds, is hopeless or was made often enough. */
  <T> Outcome<T> run(String label, Attempt<T> attempt) {
    for (int number = 1; ; number++) {
      if (stop.isRaised()) {
        return new Outcome.Stopped<>();
      }
      try {
        return new Outcome.Done<>(attempt.run());
      } catch (StoppedException e) {
        return new Outcome.Stopped<>();
      } catch (ParseException e) {
        if (e.kind() != ParseException.Kind.TRANSIENT || number >= policy.attempts()) {
          return refused(e, number);
        }
        log.warn("{}: {}: {} (attempt {})", label, e.code(), e.getMessage(), number);
        stop.await(policy.delayAfter(number));
      } catch (RuntimeException | StackOverflowError e) {
        return new Outcome.Refused<>(unexpected(label, e, number));
      }
    }
  }

  private static <T> Outcome<T> refused(ParseException e, int attempts) {
    boolean permanent = e.kind() == ParseException.Kind.BAD_INPUT;
    String message = e.getMessage() == null ? "" : e.getMessage();
    return new Outcome.Refused<>(new Failure(e.code(), message, attempts, permanent));
  }

  /** The message of an unforeseen exception may quote the document, so only its class is told. */
  private static Failure unexpected(String label, Throwable e, int attempts) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    log.error("{}: INTERNAL_ERROR: {}{}", label, e.getClass().getName(), place);
    log.debug("{}: the unexpected error", label, e);
    return new Failure("INTERNAL_ERROR", e.getClass().getName() + place, attempts, false);
  }
}
