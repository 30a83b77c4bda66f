package io.scriptorium.routes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The route from a topic of documents to a topic of results.
 *
 * @param brokers host:port, separated by commas
 * @param documentsTopic what is read; the value of a record is a document
 * @param resultsTopic where results go
 * @param deadLetterTopic where documents go that cannot be parsed
 * @param group consumer group, which owns the offsets
 * @param maxPollInterval longest time for one document before the group gives it to another member
 * @param maxRecordSize largest record to send or fetch, in bytes
 * @param clientProperties further Kafka client settings such as TLS and SASL
 */
public record KafkaConfig(
    String brokers,
    String documentsTopic,
    String resultsTopic,
    String deadLetterTopic,
    String group,
    Duration maxPollInterval,
    int maxRecordSize,
    Optional<Path> clientProperties) {}
