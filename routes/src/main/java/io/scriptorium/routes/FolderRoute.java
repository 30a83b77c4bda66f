package io.scriptorium.routes;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** Inbox to outbox. */
final class FolderRoute extends RouteBuilder {
  static final String ID = "folder";

  private final Duration pollInterval;
  private final Inbox inbox;
  private final FolderFlow flow;

  FolderRoute(Duration pollInterval, Inbox inbox, FolderFlow flow) {
    this.pollInterval = pollInterval;
    this.inbox = inbox;
    this.flow = flow;
  }

  @Override
  public void configure() {
    errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));
    from("scheduler:inbox?initialDelay=0&delay=" + pollInterval.toMillis())
        .routeId(ID)
        .description("Parses the documents that arrive in a folder")
        .process(exchange -> exchange.getMessage().setBody(inbox.settledFiles()))
        .split(body())
        .process(exchange -> flow.take(exchange.getMessage().getBody(Path.class)));
  }
}
