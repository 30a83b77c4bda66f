package io.scriptorium.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sets the Kafka clients up for what the route promises: nothing is lost, some things come twice.
 */
final class KafkaClients {
  private static final List<String> FREE_TO_SET = List.of("security.", "ssl.", "sasl.");

  private KafkaClients() {}

  static KafkaComponent component(KafkaConfig config, Duration shutdownTimeout) throws IOException {
    KafkaConfiguration kafka = new KafkaConfiguration();
    kafka.setBrokers(config.brokers());
    kafka.setHeaderFilterStrategy(new BorderHeaders());
    kafka.setShutdownTimeout(millis(shutdownTimeout));
    if (config.clientProperties().isPresent()) {
      PropertiesFile file = PropertiesFile.load(config.clientProperties().get());
      kafka.setAdditionalProperties(new HashMap<>(file.values()));
    }
    setUpConsumer(kafka, config);
    setUpProducer(kafka, config);
    KafkaComponent component = new KafkaComponent();
    component.setConfiguration(kafka);
    return component;
  }

  private static void setUpConsumer(KafkaConfiguration kafka, KafkaConfig config) {
    kafka.setGroupId(config.group());
    kafka.setKeyDeserializer(ByteArrayDeserializer.class.getName());
    kafka.setValueDeserializer(ByteArrayDeserializer.class.getName());
    // The route commits, after the broker has the reply. A commit factory would commit on its own.
    kafka.setAutoCommitEnable(false);
    kafka.setAllowManualCommit(true);
    kafka.setAutoOffsetReset("earliest");
    kafka.setIsolationLevel("read_committed");
    kafka.setMaxPollRecords(1);
    kafka.setMaxPollIntervalMs(millis(config.maxPollInterval()));
    kafka.setPollTimeoutMs(500L);
    kafka.setFetchMaxBytes(config.maxRecordSize());
    kafka.setMaxPartitionFetchBytes(config.maxRecordSize());
    // A record whose reply did not get through, or a poll that failed, begins again at the
    // committed offset; the other settings go on with the next record.
    kafka.setBreakOnFirstError(true);
    kafka.setPollOnError(PollOnError.RECONNECT);
  }

  private static void setUpProducer(KafkaConfiguration kafka, KafkaConfig config) {
    kafka.setKeySerializer(ByteArraySerializer.class.getName());
    kafka.setValueSerializer(ByteArraySerializer.class.getName());
    kafka.setRequestRequiredAcks("all");
    kafka.setEnableIdempotence(true);
    kafka.setMaxRequestSize(config.maxRecordSize());
    kafka.setBufferMemorySize(Math.max(32 << 20, 2 * config.maxRecordSize()));
    // The thread that polled must be the one that commits, so it waits for the broker itself.
    kafka.setSynchronous(true);
    kafka.setUseIterator(false);
    // The route tries again without end; short tries let it notice a stop.
    kafka.setMaxBlockMs(10_000);
    kafka.setRequestTimeoutMs(15_000);
    kafka.setDeliveryTimeoutMs(30_000);
  }

  /** What is wrong with a file of client settings: it may only set how to connect. */
  static List<String> problems(Path clientProperties) {
    List<String> problems = new ArrayList<>();
    Map<String, String> values;
    try {
      values = PropertiesFile.load(clientProperties).values();
    } catch (IOException | IllegalArgumentException e) {
      return List.of(
          "kafka.client-properties ("
              + clientProperties
              + ") cannot be read: "
              + e.getClass().getSimpleName());
    }
    for (String key : values.keySet()) {
      if (FREE_TO_SET.stream().noneMatch(key::startsWith)) {
        problems.add(
            "kafka.client-properties sets "
                + Label.of(key)
                + "; it may set "
                + String.join("*, ", FREE_TO_SET)
                + "*");
      }
    }
    return problems;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
