package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.pool.ChildException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The pool's end of one child process. For one thread at a time; {@link #kill()} may come from any.
 */
final class Child implements AutoCloseable {
  /** A loaded machine may take long to start a process; that is no page's fault. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** The status with which Java ends under {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int MOST_MESSAGE_BYTES = 1000;

  private final Process process;
  private final Path folder;
  private final PixelFile pixels;
  private final Wire wire;
  private final ScheduledExecutorService clock;
  private boolean ready;

  private Child(Process process, Path folder, PixelFile pixels, ScheduledExecutorService clock) {
    this.process = process;
    this.folder = folder;
    this.pixels = pixels;
    this.clock = clock;
    this.wire = new Wire(process.getInputStream(), process.getOutputStream(), pixels);
  }

  /**
   * Starts a process and does not wait until it is ready.
   *
   * @param mostPixelBytes that a page may have
   */
  static Child start(
      ChildCommand command, Path folder, long mostPixelBytes, ScheduledExecutorService clock)
      throws IOException {
    PixelFile pixels = PixelFile.create(ChildFolder.pixels(folder), mostPixelBytes);
    try {
      return new Child(command.start(folder), folder, pixels, clock);
    } catch (IOException e) {
      pixels.close();
      ChildFolder.delete(folder);
      throw e;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it; whoever waits for its answer is told that it died. */
  void kill() {
    process.destroyForcibly();
  }

  /**
   * Waits until it is ready, if it is not yet.
   *
   * @throws ChildException if it does not become ready
   */
  void awaitReady() throws ChildException {
    if (ready) {
      return;
    }
    try {
      Reply first = receive(START_LIMIT);
      if (!first.equals(new Reply.Hello(Wire.VERSION))) {
        throw new ChildException(Reason.DIED, "its first word was no greeting of this version");
      }
      // Both sides have it open; from here on nothing can leave it behind.
      Files.deleteIfExists(ChildFolder.pixels(folder));
      ready = true;
    } catch (ChildException | IOException e) {
      kill();
      throw new ChildException(Reason.NOT_STARTED, e.getMessage() + messages());
    }
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws ChildException if there is none; the child is dead then
   */
  Reply call(Request request, Duration limit) throws ChildException {
    try {
      wire.send(Request.class, request);
    } catch (IOException e) {
      throw death(e);
    }
    return receive(limit);
  }

  /** Moves the searchable PDF that the child has written. */
  void fetchSearchable(Path target) throws IOException {
    Path written = ChildFolder.searchable(folder);
    if (!Files.isRegularFile(written, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException("the searchable PDF");
    }
    Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private Reply receive(Duration limit) throws ChildException {
    long end = System.nanoTime() + limit.toNanos();
    ScheduledFuture<?> alarm =
        clock.schedule(this::kill, Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
    try {
      return wire.receive(Reply.class);
    } catch (IOException e) {
      if (System.nanoTime() - end >= 0) {
        kill();
        throw new ChildException(Reason.TOO_SLOW, "no answer within " + Limits.text(limit));
      }
      throw death(e);
    } finally {
      alarm.cancel(false);
    }
  }

  private ChildException death(IOException problem) {
    if (problem instanceof WireException) {
      kill();
      return new ChildException(Reason.DIED, problem.getMessage());
    }
    int status = awaitStatus();
    return status == OUT_OF_MEMORY
        ? new ChildException(Reason.OUT_OF_MEMORY, "its memory was full")
        : new ChildException(Reason.DIED, "it ended with status " + status);
  }

  private int awaitStatus() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
          }
          return process.waitFor();
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

  /** Java's own complaint, about too little memory for instance; no document was open yet. */
  private String messages() {
    try (var in = Files.newInputStream(ChildFolder.messages(folder))) {
      String text =
          new String(in.readNBytes(MOST_MESSAGE_BYTES), StandardCharsets.UTF_8)
              .replaceAll("\\s+", " ")
              .strip();
      return text.isEmpty() ? "" : "; it said: " + text;
    } catch (IOException e) {
      return "";
    }
  }

  /** Kills it and leaves nothing of it behind. */
  @Override
  public void close() {
    kill();
    awaitStatus();
    closeQuietly(process.getOutputStream());
    closeQuietly(process.getInputStream());
    pixels.close();
    ChildFolder.delete(folder);
  }

  private static void closeQuietly(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception e) {
      // The other end is gone.
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }
}
