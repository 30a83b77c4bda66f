package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PasswordSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderException.Code;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * Renders in child processes, so that a document costs nobody but itself.
 *
 * <pre>{@code
 * try (RenderPool pool = RenderPool.start(RenderOptions.DEFAULTS, PoolOptions.DEFAULTS);
 *     PageSource source = pool.open(file)) {
 *   RasterImage image = source.render(1).image();
 * }
 * }</pre>
 *
 * <p>Each child has a limited heap and a limited time for each page; one that exceeds them, hangs
 * or crashes is killed and replaced, and the page fails with a stable code while the others go on.
 * The next pages of a document are rendered ahead, in several children where there are several. The
 * first child starts with the pool, the others when they are needed first; when this process ends,
 * in whatever way, so do they.
 *
 * <p>Safe for use by many threads; each document that it opens is for one. Whoever starts a pool
 * closes it, after its documents.
 */
public final class RenderPool implements DocumentOpener {
  private static final int RGB = 3;

  private final RenderOptions options;
  private final PoolOptions limits;
  private final PasswordSource passwords;
  private final PoolFolder folder;
  private final ScheduledThreadPoolExecutor clock;
  private final ExecutorService workers;
  private final List<Slot> all = new ArrayList<>();
  private final Slots slots;

  private RenderPool(
      RenderOptions options,
      PoolOptions limits,
      PasswordSource passwords,
      ChildCommand command,
      PoolFolder folder) {
    this.options = options;
    this.limits = limits;
    this.passwords = passwords;
    this.folder = folder;
    this.clock = new ScheduledThreadPoolExecutor(1, threads("scriptorium-render-clock"));
    this.clock.setRemoveOnCancelPolicy(true);
    this.workers = Executors.newFixedThreadPool(limits.processes(), threads("scriptorium-render"));
    Slot.Starter starter =
        () -> Child.start(command, folder.newChild(), RGB * options.maxPixels(), clock);
    for (int i = 0; i < limits.processes(); i++) {
      all.add(new Slot(starter, limits.documentsPerProcess()));
    }
    this.slots = new Slots(all);
  }

  /**
   * Starts a pool; its first child becomes ready in the background.
   *
   * @throws RenderException with {@link Code#RENDERER_UNAVAILABLE} if no process can be started
   */
  public static RenderPool start(RenderOptions options, PoolOptions limits) throws RenderException {
    return start(options, limits, PasswordSource.NONE);
  }

  /**
   * Starts a pool that asks for passwords.
   *
   * @param passwords asked in this process about a PDF that none of the passwords of the options
   *     opens
   * @throws RenderException with {@link Code#RENDERER_UNAVAILABLE} if no process can be started
   */
  public static RenderPool start(
      RenderOptions options, PoolOptions limits, PasswordSource passwords) throws RenderException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return start(options, limits, passwords, RenderChild.class.getName(), temporary);
  }

  static RenderPool start(
      RenderOptions options,
      PoolOptions limits,
      PasswordSource passwords,
      String mainClass,
      Path temporary)
      throws RenderException {
    PoolFolder folder;
    try {
      folder = PoolFolder.create(temporary);
    } catch (IOException e) {
      throw new RenderException(
          Code.RENDERER_UNAVAILABLE, "the folder for temporary files cannot be written to", e);
    }
    ChildCommand command = new ChildCommand(mainClass, limits.heapBytes());
    RenderPool pool = new RenderPool(options, limits, passwords, command, folder);
    try {
      pool.all.get(0).prepare();
      return pool;
    } catch (ChildException e) {
      pool.close();
      throw new RenderException(Code.RENDERER_UNAVAILABLE, "rendering: " + e.getMessage(), e);
    }
  }

  private static ThreadFactory threads(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public RenderOptions options() {
    return options;
  }

  public PoolOptions limits() {
    return limits;
  }

  @Override
  public PageSource open(Path file) throws RenderException {
    DocumentRenderer.check(file, options);
    return passwords.open(file, options, this::open);
  }

  private PageSource open(Path file, RenderOptions with) throws RenderException {
    return PooledDocument.open(file, with, limits, slots, workers);
  }

  /** The processes that live. */
  Stream<ProcessHandle> children() {
    return all.stream().map(Slot::handle).filter(Objects::nonNull).filter(ProcessHandle::isAlive);
  }

  @Override
  public void close() {
    workers.shutdown();
    slots.close();
    clock.shutdown();
    folder.close();
  }
}
