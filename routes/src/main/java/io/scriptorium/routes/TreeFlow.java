package io.scriptorium.routes;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Digitises one file of the tree, unless that is done: a result or a refusal for good of the same
 * bytes lies at its place in the outbox.
 */
final class TreeFlow {
  private static final Logger log = LoggerFactory.getLogger(TreeFlow.class);

  private final ScheduleConfig config;
  private final DocumentWork parser;
  private final Retry retry;

  TreeFlow(ScheduleConfig config, DocumentWork parser, Retry retry) {
    this.config = config;
    this.parser = parser;
    this.retry = retry;
  }

  /** Works on the file; false if the server stops before it is finished. */
  boolean take(Path file) throws IOException {
    Path place = config.outbox().resolve(config.folder().relativize(file));
    String label = Label.of(config.folder().relativize(file).toString());
    Path reason = place.resolveSibling(place.getFileName() + ReasonFile.SUFFIX);
    Outcome<Optional<ParsedDocument>> outcome =
        retry.run(label, () -> parse(file, label, place, reason));
    if (outcome instanceof Outcome.Done<Optional<ParsedDocument>> done) {
      if (done.result().isPresent()) {
        Files.deleteIfExists(reason);
        log.info("{}: {}", label, done.result().get().status());
      }
    } else if (outcome instanceof Outcome.Refused<Optional<ParsedDocument>> refused) {
      note(refused.failure(), file, label, reason);
    }
    return !(outcome instanceof Outcome.Stopped);
  }

  private Optional<ParsedDocument> parse(Path file, String label, Path place, Path reason)
      throws ParseException {
    String id = Documents.id(file);
    if (isFinished(id, place, reason)) {
      return Optional.empty();
    }
    return Optional.of(parser.parse(new DocumentSource(file, label), place, ParseProgress.SILENT));
  }

  private static boolean isFinished(String id, Path place, Path reason) throws ParseException {
    try {
      Files.createDirectories(place.getParent());
      return DocumentJson.idIn(place).filter(id::equals).isPresent()
          || ReasonFile.refusedForGood(reason).filter(id::equals).isPresent();
    } catch (IOException e) {
      String message = "schedule.outbox cannot be used: " + e.getClass().getSimpleName();
      throw new ParseException("OUTBOX_FAILED", Kind.TRANSIENT, message, e);
    }
  }

  private static void note(Failure failure, Path file, String label, Path reason)
      throws IOException {
    log.warn("{}: {}: {}", label, failure.code(), failure.message());
    Files.createDirectories(reason.getParent());
    ReasonFile.write(reason, label, Documents.idIfReadable(file), failure);
  }
}
