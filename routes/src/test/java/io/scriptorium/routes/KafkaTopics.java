package io.scriptorium.routes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other side of the topics in a test, with names and a consumer group of its own. */
final class KafkaTopics implements AutoCloseable {
  static final long NOTHING = -1;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String brokers;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  KafkaTopics(String brokers) {
    this.brokers = brokers;
    this.admin = Admin.create(Map.of("bootstrap.servers", brokers));
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The real name of a topic or group. */
  String real(String name) {
    return name + "-" + run;
  }

  /** Creates topics; one that was deleted in this test may take a while to be gone. */
  void create(String... names) throws InterruptedException, ExecutionException {
    List<String> wanted = Stream.of(names).map(this::real).toList();
    await()
        .atMost(LIMIT)
        .until(() -> admin.listTopics().names().get().stream().noneMatch(wanted::contains));
    List<NewTopic> topics = wanted.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList();
    admin.createTopics(topics).all().get();
  }

  void delete(String name) throws InterruptedException, ExecutionException {
    admin.deleteTopics(List.of(real(name))).all().get();
  }

  void send(ProducerRecord<byte[], byte[]> record) throws InterruptedException, ExecutionException {
    producer.send(record).get();
  }

  /** Reads a topic from its beginning until it has that many records. */
  List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, int count) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(real(topic), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      await()
          .atMost(LIMIT)
          .pollInSameThread()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
              });
      return records;
    }
  }

  /** The group's offset in the topic of documents. */
  long committedOffset() throws InterruptedException, ExecutionException {
    OffsetAndMetadata offset =
        admin
            .listConsumerGroupOffsets(real("scriptorium"))
            .partitionsToOffsetAndMetadata()
            .get()
            .get(new TopicPartition(real("documents"), 0));
    return offset == null ? NOTHING : offset.offset();
  }

  long endOffset(String topic) throws InterruptedException, ExecutionException {
    TopicPartition partition = new TopicPartition(real(topic), 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
