package io.scriptorium.routes;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the configured routes over one parser, which they use in turn.
 *
 * <pre>{@code
 * try (Server server = new Server(ServerConfig.load(file), parser)) {
 *   server.run();
 * }
 * }</pre>
 *
 * <p>Closing it lets the document in hand end, within the shutdown timeout, and begins no other.
 * What was not finished is begun again at the next start. The parser stays open; whoever made it
 * closes its model, after the server. A server is started once.
 */
public final class Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  private final ServerConfig config;
  private final StopSignal stop = new StopSignal();
  private final DocumentWork parser;
  private final DocumentWork plainParser;
  private final Retry retry;
  private final Main main = new Main();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable WorkFolder work;

  /** A server that is not yet started. */
  public Server(ServerConfig config, DocumentParser parser) {
    this(
        config,
        parser.withExports(config.exports())::parse,
        parser.withExports(Exports.DEFAULTS.withKeys(config.exports().keys()))::parse);
  }

  Server(ServerConfig config, DocumentWork parser) {
    this(config, parser, parser);
  }

  /**
   * A server that is not yet started.
   *
   * @param plain parses for records, which hold no derived forms of a result
   */
  private Server(ServerConfig config, DocumentWork parser, DocumentWork plain) {
    this.config = config;
    DocumentQueue queue = new DocumentQueue(parser, stop);
    this.parser = queue;
    this.plainParser = queue.with(plain);
    this.retry = new Retry(config.retry(), stop);
  }

  /**
   * Starts the routes and returns.
   *
   * @throws ConfigException if the folders cannot be used as configured
   * @throws IOException if they fail
   */
  public synchronized void start() throws ConfigException, IOException {
    if (work != null) {
      throw new IllegalStateException("the server was started before");
    }
    work = WorkFolder.open(config.workFolder());
    List<RouteBuilder> routes = routes(work);
    main.configure()
        .withAutoConfigurationEnabled(false)
        .withAutoConfigurationEnvironmentVariablesEnabled(false)
        .withAutoConfigurationSystemPropertiesEnabled(false)
        .withShutdownTimeout(Math.toIntExact(Math.max(1, config.shutdownTimeout().toSeconds())))
        .withShutdownNowOnTimeout(true);
    main.setDefaultPropertyPlaceholderLocation("false");
    // Without a shutdown hook: run() has one, and a server in a larger program needs none.
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    routes.forEach(main.configure()::addRoutesBuilder);
    main.start();
  }

  private List<RouteBuilder> routes(WorkFolder folder) throws ConfigException, IOException {
    List<RouteBuilder> routes = new ArrayList<>();
    if (config.folder().isPresent()) {
      routes.add(folderRoute(config.folder().get(), folder));
    }
    if (config.kafka().isPresent()) {
      routes.add(kafkaRoute(config.kafka().get(), folder));
    }
    if (config.schedule().isPresent()) {
      routes.add(scheduleRoute(config.schedule().get(), folder));
    }
    return routes;
  }

  private FolderRoute folderRoute(FolderConfig route, WorkFolder folder)
      throws ConfigException, IOException {
    Files.createDirectories(route.done());
    Files.createDirectories(route.failed());
    folder.checkRenameFrom("folder.inbox", route.inbox());
    folder.checkRenameFrom("folder.done", route.done());
    folder.checkRenameFrom("folder.failed", route.failed());
    Inbox inbox =
        new Inbox(
            route.inbox(),
            folder.claimed(),
            new SettledFiles(route.settleTime(), System::nanoTime));
    inbox.giveBackOrphans();
    return new FolderRoute(
        route.pollInterval(), inbox, new FolderFlow(route, inbox, parser, retry, stop));
  }

  private KafkaRoute kafkaRoute(KafkaConfig route, WorkFolder folder) throws IOException {
    KafkaFlow flow =
        new KafkaFlow(folder, plainParser, retry, new ResultJson(route.maxRecordSize()));
    return new KafkaRoute(
        route, KafkaClients.component(route, config.shutdownTimeout()), flow, config.retry(), stop);
  }

  private ScheduleRoute scheduleRoute(ScheduleConfig route, WorkFolder folder) {
    TreeWalk walk = new TreeWalk(route.folder(), new TreeFlow(route, parser, retry));
    return new ScheduleRoute(route, walk, new LastRun(folder.lastRun()));
  }

  /** Starts the routes and blocks until the process is told to end or the server is closed. */
  public void run() throws ConfigException, IOException, InterruptedException {
    start();
    Thread closer = new Thread(this::close, "scriptorium-stop");
    Runtime.getRuntime().addShutdownHook(closer);
    closed.await();
  }

  @Override
  public synchronized void close() {
    if (closed.getCount() == 0) {
      return;
    }
    stop.raise();
    main.stop();
    if (work != null) {
      try {
        work.close();
      } catch (IOException e) {
        log.warn("the lock of {} could not be released: {}", config.workFolder(), e.toString());
      }
    }
    closed.countDown();
  }

  /** For tests that wait for what the routes do. */
  CamelContext camel() {
    return main.getCamelContext();
  }
}
