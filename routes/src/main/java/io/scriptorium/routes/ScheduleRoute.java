package io.scriptorium.routes;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.CronTrigger;

/** Cron to tree to outbox. */
final class ScheduleRoute extends RouteBuilder {
  static final String ID = "schedule";

  private static final DateTimeFormatter START_AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'UTC'").withZone(ZoneOffset.UTC);

  private final ScheduleConfig config;
  private final TreeWalk walk;
  private final LastRun lastRun;

  ScheduleRoute(ScheduleConfig config, TreeWalk walk, LastRun lastRun) {
    this.config = config;
    this.walk = walk;
    this.lastRun = lastRun;
  }

  @Override
  public void configure() throws IOException {
    errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));
    from(cron(lastRun.readOrBegin(Instant.now())))
        .routeId(ID)
        .description("Digitises a folder tree at set times")
        .process(exchange -> run());
  }

  private void run() throws IOException {
    Instant begin = Instant.now();
    if (walk.run()) {
      lastRun.write(begin);
    }
  }

  /** The trigger begins at the last run: firings missed since then count as misfired, once. */
  private QuartzEndpoint cron(Instant begin) {
    QuartzComponent quartz = new QuartzComponent();
    quartz.setProperties(quartzProperties());
    // The stop has waited for the run already; waiting again here would have no limit.
    quartz.setInterruptJobsOnShutdown(true);
    getContext().addComponent("quartz", quartz);
    QuartzEndpoint endpoint =
        getContext().getEndpoint("quartz:scriptorium/digitise", QuartzEndpoint.class);
    endpoint.setCron(config.cron());
    endpoint.setStateful(true);
    Map<String, Object> trigger = new HashMap<>();
    trigger.put("startAt", START_AT.format(begin));
    trigger.put("timeZone", config.timeZone().getId());
    trigger.put("misfireInstruction", CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
    endpoint.setTriggerParameters(trigger);
    return endpoint;
  }

  private static Map<String, Object> quartzProperties() {
    return Map.of(
        "org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore",
        "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
        "org.quartz.threadPool.threadCount", "1",
        "org.quartz.threadPool.makeThreadsDaemons", "true",
        "org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
  }
}
