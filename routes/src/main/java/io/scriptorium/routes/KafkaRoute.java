package io.scriptorium.routes;

import java.util.concurrent.ExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Topic of documents to topic of results or of dead letters; then the offset is committed. */
final class KafkaRoute extends RouteBuilder {
  static final String ID = "kafka";

  private static final String RECORD = "record";
  private static final String REPLY = "reply";
  private static final String COMMIT = "commit";

  private final KafkaConfig config;
  private final KafkaComponent kafka;
  private final KafkaFlow flow;
  private final RetryPolicy retry;
  private final StopSignal stop;

  KafkaRoute(
      KafkaConfig config,
      KafkaComponent kafka,
      KafkaFlow flow,
      RetryPolicy retry,
      StopSignal stop) {
    this.config = config;
    this.kafka = kafka;
    this.flow = flow;
    this.retry = retry;
    this.stop = stop;
  }

  @Override
  public void configure() {
    getContext().addComponent("kafka", kafka);
    errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));
    sendUntilAcknowledged();
    refuseResultsTooLargeForTheTopic();

    from("kafka:" + config.documentsTopic())
        .routeId(ID)
        .description("Parses the documents of a topic")
        .process(KafkaRoute::receive)
        .process(this::reply)
        .choice()
        .when(exchange -> !isDeadLetter(exchange))
        .to("kafka:" + config.resultsTopic())
        .end()
        .choice()
        .when(KafkaRoute::isDeadLetter)
        .to("kafka:" + config.deadLetterTopic())
        .end()
        .process(KafkaRoute::commit);
  }

  /** Sending fails with this type only, so that a failed commit is not taken for one. */
  private void sendUntilAcknowledged() {
    onException(ExecutionException.class)
        .retryWhile(exchange -> !stop.isRaised())
        .redeliveryDelay(retry.firstDelay().toMillis())
        .useExponentialBackOff()
        .maximumRedeliveryDelay(retry.longestDelay().toMillis())
        .retryAttemptedLogLevel(LoggingLevel.WARN)
        .logRetryStackTrace(false)
        .logStackTrace(false)
        .logExhaustedMessageHistory(false);
  }

  private void refuseResultsTooLargeForTheTopic() {
    onException(RecordTooLargeException.class)
        .onWhen(exchange -> !isDeadLetter(exchange))
        .continued(true)
        .process(
            exchange ->
                setReply(
                    exchange,
                    new Reply.DeadLetter(
                        Failure.refusal(
                            "RESULT_TOO_LARGE",
                            "the broker takes no record of this size in kafka.results-topic"))));
  }

  /** Behind this, the message has no header that came from outside or steers Camel. */
  private static void receive(Exchange exchange) {
    Message message = exchange.getMessage();
    exchange.setProperty(
        RECORD,
        new DocumentRecord(
            message.getHeader(KafkaConstants.TOPIC, String.class),
            message.getHeader(KafkaConstants.PARTITION, Integer.class),
            message.getHeader(KafkaConstants.OFFSET, Long.class),
            message.getHeader(KafkaConstants.KEY, byte[].class),
            message.getHeader(BorderHeaders.NAME, byte[].class),
            message.getBody(byte[].class)));
    exchange.setProperty(
        COMMIT, message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class));
    message.removeHeaders("*");
  }

  private void reply(Exchange exchange) {
    setReply(exchange, flow.reply(exchange.getProperty(RECORD, DocumentRecord.class)));
  }

  private static void setReply(Exchange exchange, Reply reply) {
    DocumentRecord record = exchange.getProperty(RECORD, DocumentRecord.class);
    Message message = exchange.getMessage();
    exchange.setProperty(REPLY, reply);
    message.setHeader(KafkaConstants.KEY, record.key());
    if (reply instanceof Reply.Result result) {
      message.setBody(result.json());
    } else if (reply instanceof Reply.DeadLetter dead) {
      message.setBody(record.value());
      message.setHeader(BorderHeaders.NAME, record.name());
      message.setHeader("scriptorium.error.code", dead.failure().code());
      message.setHeader("scriptorium.error.message", dead.failure().message());
      message.setHeader("scriptorium.error.attempts", String.valueOf(dead.failure().attempts()));
      message.setHeader("scriptorium.original.topic", record.topic());
      message.setHeader("scriptorium.original.partition", String.valueOf(record.partition()));
      message.setHeader("scriptorium.original.offset", String.valueOf(record.offset()));
    }
  }

  private static boolean isDeadLetter(Exchange exchange) {
    return exchange.getProperty(REPLY) instanceof Reply.DeadLetter;
  }

  private static void commit(Exchange exchange) {
    exchange.getProperty(COMMIT, KafkaManualCommit.class).commit();
  }
}
