package io.scriptorium.routes;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.ParsedDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does what a document says: {@code BAD_INPUT CODE}, {@code TRANSIENT CODE}, {@code BUG}, {@code
 * WAIT} (until released), {@code SLOW 1500} (milliseconds) or {@code LARGE 5000} (so many letters
 * of HTML); anything else is parsed.
 */
final class ScriptedParser implements DocumentWork {
  private final List<String> labels = new CopyOnWriteArrayList<>();
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private volatile boolean overlapped;

  /** Labels of all documents begun, in order; one for each try. */
  List<String> labels() {
    return List.copyOf(labels);
  }

  /** Whether two documents were ever in hand at once. */
  boolean overlapped() {
    return overlapped;
  }

  /** Returns once a document that waits is in hand. */
  void awaitWaitingDocument() throws InterruptedException {
    waiting.await();
  }

  void release() {
    release.countDown();
  }

  @Override
  public ParsedDocument parse(DocumentSource source, Path folder, ParseProgress progress)
      throws ParseException {
    overlapped |= inside.incrementAndGet() > 1;
    try {
      labels.add(source.label());
      return follow(Files.readString(source.file()).strip(), source, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      inside.decrementAndGet();
    }
  }

  private ParsedDocument follow(String script, DocumentSource source, Path folder)
      throws ParseException, IOException {
    String[] words = script.split(" ", 2);
    int letters = 10;
    switch (words[0]) {
      case "BAD_INPUT", "TRANSIENT" ->
          throw new ParseException(
              words[1], ParseException.Kind.valueOf(words[0]), "scripted " + words[1]);
      case "BUG" -> throw new IllegalStateException("secret text of the document");
      case "WAIT" -> awaitRelease();
      case "SLOW" -> takeTime(Long.parseLong(words[1]));
      case "VALUES" -> {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("key-values.json"), "{\"values\": " + words[1] + "}");
      }
      case "LARGE" -> letters = Integer.parseInt(words[1]);
      default -> {}
    }
    return publish(source, folder, letters);
  }

  /** For a parser in another process, which a latch does not reach. */
  private void takeTime(long millis) throws IOException {
    try {
      boolean unused = release.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException("was not left to finish", e);
    }
  }

  private void awaitRelease() {
    waiting.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ParsedDocument publish(DocumentSource source, Path folder, int letters)
      throws ParseException, IOException {
    String id = Documents.id(source.file());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("document.html"), "a".repeat(letters));
    Files.writeString(
        folder.resolve("document.json"),
        "{\"schema\": {\"id\": \"inner\"}, \"id\": \"" + id + "\", \"pages\": []}",
        StandardCharsets.UTF_8);
    return new ParsedDocument(id, source.label(), ParsedDocument.Status.DONE, 1, folder);
  }
}
