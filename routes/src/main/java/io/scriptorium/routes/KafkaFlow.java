package io.scriptorium.routes;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.FileTrees;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.ParseProgress;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a record of the topic of documents into the reply to it. */
final class KafkaFlow {
  private static final Logger log = LoggerFactory.getLogger(KafkaFlow.class);

  private final WorkFolder work;
  private final DocumentWork parser;
  private final Retry retry;
  private final ResultJson resultJson;

  KafkaFlow(WorkFolder work, DocumentWork parser, Retry retry, ResultJson resultJson) {
    this.work = work;
    this.parser = parser;
    this.retry = retry;
    this.resultJson = resultJson;
  }

  /**
   * Parses the record's document.
   *
   * @throws StoppedException if the server stops first; the record is then still to be done
   */
  Reply reply(DocumentRecord record) {
    byte[] document = record.value();
    if (document == null) {
      return refuse(record, Failure.refusal("NO_DOCUMENT", "the record has no value"));
    }
    if (document.length == 0) {
      return refuse(record, Failure.refusal("EMPTY_DOCUMENT", "it has 0 bytes"));
    }
    String label;
    try {
      label = record.label();
    } catch (CharacterCodingException e) {
      return refuse(record, Failure.refusal("NAME_NOT_UTF8", "the header name is not UTF-8"));
    }
    Outcome<byte[]> outcome = retry.run(label, () -> parse(record, document, label));
    if (outcome instanceof Outcome.Done<byte[]> done) {
      log.info("{}: done, from {}", label, record.place());
      return new Reply.Result(done.result());
    }
    if (outcome instanceof Outcome.Refused<byte[]> refused) {
      return refuse(record, refused.failure());
    }
    throw new StoppedException();
  }

  private static Reply refuse(DocumentRecord record, Failure failure) {
    log.warn("{}: {}: {}", record.place(), failure.code(), failure.message());
    return new Reply.DeadLetter(failure);
  }

  private byte[] parse(DocumentRecord record, byte[] document, String label) throws ParseException {
    Path folder = null;
    try {
      folder = work.stage();
      Path file = Files.write(folder.resolve("document"), document);
      DocumentSource source = new DocumentSource(file, label);
      return resultJson.of(
          parser.parse(source, folder.resolve("result"), ParseProgress.SILENT), record);
    } catch (IOException e) {
      String message = "work.folder cannot be written to: " + e.getClass().getSimpleName();
      throw new ParseException("WORK_FOLDER_FAILED", Kind.TRANSIENT, message, e);
    } finally {
      if (folder != null) {
        discard(folder);
      }
    }
  }

  private static void discard(Path folder) {
    try {
      FileTrees.deleteIfExists(folder);
    } catch (IOException e) {
      log.warn("{} is left until the next start: {}", folder, e.getClass().getSimpleName());
    }
  }
}
