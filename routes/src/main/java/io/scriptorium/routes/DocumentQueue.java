package io.scriptorium.routes;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.ParsedDocument;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the routes use the one parser in turn: who has waited longest is next, so a full inbox holds
 * up a topic by one document only. Once the server stops, nobody's turn comes.
 */
final class DocumentQueue implements DocumentWork {
  private final DocumentWork parser;
  private final StopSignal stop;
  private final ReentrantLock turn;

  DocumentQueue(DocumentWork parser, StopSignal stop) {
    this(parser, stop, new ReentrantLock(true));
  }

  private DocumentQueue(DocumentWork parser, StopSignal stop, ReentrantLock turn) {
    this.parser = parser;
    this.stop = stop;
    this.turn = turn;
  }

  /** Another way to use the same parser, in the same queue. */
  DocumentQueue with(DocumentWork other) {
    return new DocumentQueue(other, stop, turn);
  }

  /**
   * Waits for its turn and parses.
   *
   * @throws StoppedException if the server stops before the turn comes
   */
  @Override
  public ParsedDocument parse(DocumentSource source, Path folder, ParseProgress progress)
      throws ParseException {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
    try {
      if (stop.isRaised()) {
        throw new StoppedException();
      }
      return parser.parse(source, folder, progress);
    } finally {
      turn.unlock();
    }
  }
}
