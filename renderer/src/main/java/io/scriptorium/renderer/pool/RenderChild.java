package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.RenderOptions;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The program of a process that renders for a {@link RenderPool}: it answers the requests on its
 * standard input, one after the other, until that ends, which tells that the pool is gone.
 */
public final class RenderChild {
  private final Path folder;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

  /** What is done before the first request. */
  interface Preparation {
    void in(Path folder) throws IOException;
  }

  private RenderChild(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    run(arguments, DocumentRenderer::new, WarmUp::in);
  }

  /**
   * Answers requests and never returns.
   *
   * @param arguments the private folder of this process
   */
  static void run(
      String[] arguments,
      Function<RenderOptions, DocumentOpener> renderers,
      Preparation preparation)
      throws IOException, InterruptedException {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // First of all: whatever a library prints must not come between the messages.
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    System.setIn(InputStream.nullInputStream());
    Locale.setDefault(Locale.ROOT);
    Path folder = Path.of(arguments[0]);
    new RenderChild(folder).answerAll(in, out, renderers, preparation);
  }

  private void answerAll(
      InputStream in,
      OutputStream out,
      Function<RenderOptions, DocumentOpener> renderers,
      Preparation preparation)
      throws IOException, InterruptedException {
    outliveSignalsToTheGroup();
    preferToBeKilled();
    try (PixelFile pixels = PixelFile.open(ChildFolder.pixels(folder))) {
      Wire wire = new Wire(in, out, pixels);
      Thread listener = new Thread(() -> listen(wire), "requests");
      listener.setDaemon(true);
      listener.start();
      preparation.in(folder);
      ChildSession session = new ChildSession(renderers, folder);
      wire.send(Reply.class, new Reply.Hello(Wire.VERSION));
      while (true) {
        Reply reply = session.answer(requests.take());
        try {
          wire.send(Reply.class, reply);
        } catch (IOException e) {
          wire.send(Reply.class, new Reply.NoRoom(e.getClass().getSimpleName()));
        }
      }
    }
  }

  /**
   * Takes requests in while a page is being rendered, so that the end of the pool is seen at once
   * and not after that page.
   */
  private void listen(Wire wire) {
    try {
      while (true) {
        requests.add(wire.receive(Request.class));
      }
    } catch (IOException e) {
      ChildFolder.delete(folder);
      Runtime.getRuntime().halt(0);
    }
  }

  /**
   * A terminal or a service manager sends these to all processes of a group, while the pool may
   * still want to end its document. Its own end ends this process anyway.
   */
  private static void outliveSignalsToTheGroup() {
    for (String name : new String[] {"TERM", "INT", "HUP"}) {
      try {
        Signal.handle(new Signal(name), SignalHandler.SIG_IGN);
      } catch (IllegalArgumentException e) {
        // This system has no such signal.
      }
    }
  }

  /** If the machine runs out of memory, it must end this process and not the one with the model. */
  private static void preferToBeKilled() {
    Path score = Path.of("/proc/self/oom_score_adj");
    try {
      if (Files.isWritable(score)) {
        Files.writeString(score, "1000");
      }
    } catch (IOException e) {
      // A wish that was not granted.
    }
  }
}
