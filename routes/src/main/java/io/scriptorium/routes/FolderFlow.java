package io.scriptorium.routes;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one file of the inbox to its end: a result and {@code done}, or a reason and {@code
 * failed}.
 */
final class FolderFlow {
  private static final Logger log = LoggerFactory.getLogger(FolderFlow.class);

  private final FolderConfig config;
  private final Inbox inbox;
  private final DocumentWork parser;
  private final Retry retry;
  private final StopSignal stop;

  FolderFlow(FolderConfig config, Inbox inbox, DocumentWork parser, Retry retry, StopSignal stop) {
    this.config = config;
    this.inbox = inbox;
    this.parser = parser;
    this.retry = retry;
    this.stop = stop;
  }

  /** Claims the file and works on it, unless it is gone or the server stops. */
  void take(Path file) throws IOException {
    if (stop.isRaised()) {
      return;
    }
    Claim claim = inbox.claim(file).orElse(null);
    if (claim == null) {
      log.debug("{} was taken by someone else", Label.of(file.getFileName().toString()));
      return;
    }
    Outcome<ParsedDocument> outcome = retry.run(claim.label(), () -> parse(claim));
    try {
      finish(claim, outcome);
    } catch (IOException e) {
      log.error(
          "{}: FILE_NOT_MOVED: {}; it begins again at the next start", claim.label(), e.toString());
    }
  }

  private void finish(Claim claim, Outcome<ParsedDocument> outcome) throws IOException {
    if (outcome instanceof Outcome.Done<ParsedDocument> done) {
      NewName.move(claim.file(), config.done());
      Files.delete(claim.folder());
      log.info("{}: {} in {}", claim.label(), done.result().status(), done.result().folder());
    } else if (outcome instanceof Outcome.Refused<ParsedDocument> refused) {
      setAside(claim, refused.failure());
    } else {
      inbox.giveBack(claim);
    }
  }

  private ParsedDocument parse(Claim claim) throws ParseException {
    String id = Documents.id(claim.file());
    Path result = config.outbox().resolve(ResultName.of(claim.file().getFileName().toString(), id));
    return parser.parse(
        new DocumentSource(claim.file(), claim.label()), result, ParseProgress.SILENT);
  }

  /** The reason is there before the document, so none in {@code failed} is ever without. */
  private void setAside(Claim claim, Failure failure) throws IOException {
    Path target =
        NewName.takeWithCompanion(claim.file().getFileName(), config.failed(), ReasonFile.SUFFIX);
    Path reason = target.resolveSibling(target.getFileName() + ReasonFile.SUFFIX);
    try {
      String id = Documents.idIfReadable(claim.file());
      ReasonFile.write(reason, claim.label(), id, failure);
      Files.move(claim.file(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(reason);
      throw e;
    }
    Files.delete(claim.folder());
    log.warn("{}: {}: {}", claim.label(), failure.code(), failure.message());
  }
}
