package io.scriptorium.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.fixtures.KafkaBroker;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.KeyValueAnswer;
import io.scriptorium.parser.ModelIdentity;
import io.scriptorium.parser.PageAnswer;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ReadPage;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PngFile;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaRouteIT {
  private static final int MEBIBYTE = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path brokerFolder;
  private static KafkaBroker broker;

  @TempDir Path root;

  private final ScriptedParser parser = new ScriptedParser();
  private KafkaTopics topics;
  private Server server;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = KafkaBroker.start(brokerFolder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopics() throws Exception {
    topics = new KafkaTopics(broker.bootstrapServers());
    topics.create("documents", "results", "dead");
    server = newServer(MEBIBYTE);
  }

  @AfterEach
  void stop() {
    parser.release();
    server.close();
    topics.close();
  }

  @Test
  void answersADocumentWithItsResult() throws Exception {
    server.start();
    topics.send(documentNamed("invoice.pdf", "client-7", "one"));

    ConsumerRecord<byte[], byte[]> result = topics.awaitRecords("results", 1).get(0);
    assertThat(result.key()).asString(UTF_8).isEqualTo("client-7");
    JsonNode json = JSON.readTree(result.value());
    assertThat(json.path("id").asText()).hasSize(64);
    assertThat(json.path("key").asText()).isEqualTo("client-7");
    assertThat(json.path("name").asText()).isEqualTo("invoice.pdf");
    assertThat(json.path("status").asText()).isEqualTo("DONE");
    assertThat(json.path("pages").asInt()).isEqualTo(1);
    assertThat(json.path("html").asText()).isEqualTo("aaaaaaaaaa");
    assertThat(json.path("document").path("id")).isEqualTo(json.path("id"));
    await().until(() -> topics.committedOffset() == 1);
    assertThat(root.resolve("work/staged")).isEmptyDirectory();
  }

  @Test
  void asksForTheKeysOfItsConfiguration() throws Exception {
    Path picture = root.resolve("a.png");
    PngFile.write(new RasterImage(40, 40, new byte[3 * 40 * 40]), picture);
    ServerConfig plain =
        TestServers.in(root).withKafka(broker.bootstrapServers(), topics, MEBIBYTE).build();
    ServerConfig config =
        new ServerConfig(
            plain.workFolder(),
            plain.rendering(),
            plain.retry(),
            plain.shutdownTimeout(),
            plain.exports().withKeys(Optional.of(KeyTemplate.parse("{\"total\": \"\"}"))),
            plain.folder(),
            plain.kafka(),
            plain.schedule());
    try (DocumentRenderer renderer = new DocumentRenderer(RenderOptions.DEFAULTS);
        Server asking = new Server(config, new DocumentParser(renderer, new PriceTag("9,50 €")))) {
      asking.start();
      topics.send(
          new ProducerRecord<>(
              topics.real("documents"), "client-7".getBytes(UTF_8), Files.readAllBytes(picture)));

      ConsumerRecord<byte[], byte[]> result = topics.awaitRecords("results", 1).get(0);
      assertThat(JSON.readTree(result.value()).path("keyValues"))
          .hasToString("{\"total\":\"9,50 €\"}");
    }
  }

  /** A model that finds the same for every key. */
  private record PriceTag(String value) implements PageModel {
    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("price tag", "00", Map.of());
    }

    @Override
    public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount) {
      return pictures.stream().map(sizes -> blank(sizes.get(0))).toList();
    }

    @Override
    public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount) {
      String json = keys.json().replace("\"\"", "\"" + value + "\"");
      return List.of(new KeyValueAnswer(json, PageAnswer.End.WHOLE, 1, 1));
    }

    private static PageAnswer blank(RasterImage picture) {
      String html = "<html><body></body></html>";
      PageSize seen = new PageSize(picture.width(), picture.height());
      return new PageAnswer(html, seen, PageAnswer.End.WHOLE, 1, 1, -0.5, null);
    }

    @Override
    public void close() {}
  }

  @Test
  void sendsTheKeyValuesThatWereFound() throws Exception {
    server.start();
    topics.send(document("client-7", "VALUES {\"total\": \"9,50 €\"}"));

    ConsumerRecord<byte[], byte[]> result = topics.awaitRecords("results", 1).get(0);
    JsonNode json = JSON.readTree(result.value());
    assertThat(json.path("keyValues")).hasToString("{\"total\":\"9,50 €\"}");
    assertThat(json.path("status").asText()).isEqualTo("DONE");
  }

  @Test
  void sendsWhatCannotBeParsedToTheDeadLettersAndGoesOn() throws Exception {
    server.start();
    topics.send(documentNamed("locked.pdf", "k1", "BAD_INPUT PDF_ENCRYPTED"));
    topics.send(documentNamed("disk.pdf", "k2", "TRANSIENT RESULT_NOT_WRITTEN"));
    topics.send(documentNamed("empty.pdf", "k3", ""));
    topics.send(new ProducerRecord<>(topics.real("documents"), "k4".getBytes(UTF_8), null));
    ProducerRecord<byte[], byte[]> notUtf8 = document("k5", "five");
    notUtf8.headers().add("name", new byte[] {(byte) 0xC3, 0x28});
    topics.send(notUtf8);
    topics.send(documentNamed("good.pdf", "k6", "six"));

    List<ConsumerRecord<byte[], byte[]>> dead = topics.awaitRecords("dead", 5);
    assertThat(dead)
        .extracting(letter -> header(letter, "scriptorium.error.code"))
        .containsExactly(
            "PDF_ENCRYPTED",
            "RESULT_NOT_WRITTEN",
            "EMPTY_DOCUMENT",
            "NO_DOCUMENT",
            "NAME_NOT_UTF8");
    ConsumerRecord<byte[], byte[]> first = dead.get(0);
    assertThat(first.key()).asString(UTF_8).isEqualTo("k1");
    assertThat(first.value()).asString(UTF_8).isEqualTo("BAD_INPUT PDF_ENCRYPTED");
    assertThat(header(first, "scriptorium.error.message")).isEqualTo("scripted PDF_ENCRYPTED");
    assertThat(header(first, "scriptorium.original.topic")).isEqualTo(topics.real("documents"));
    assertThat(header(first, "scriptorium.original.partition")).isEqualTo("0");
    assertThat(header(first, "scriptorium.original.offset")).isEqualTo("0");
    assertThat(header(first, "name")).isEqualTo("locked.pdf");
    assertThat(header(dead.get(1), "scriptorium.error.attempts")).isEqualTo("2");
    assertThat(dead.get(3).value()).isNull();
    assertThat(topics.awaitRecords("results", 1).get(0).key()).asString(UTF_8).isEqualTo("k6");
    await().until(() -> topics.committedOffset() == 6);
  }

  @Test
  void letsNoHeaderOfARecordSteerTheRoute() throws Exception {
    topics.create("elsewhere");
    server.start();
    ProducerRecord<byte[], byte[]> record = document("k1", "one");
    Map.of(
            "kafka.OVERRIDE_TOPIC", topics.real("elsewhere"),
            "KAFKA.override_topic", topics.real("elsewhere"),
            "kafka.KEY", "forged",
            "kafka.OFFSET", "99",
            "CamelFileName", "../../x")
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    topics.send(record);

    ConsumerRecord<byte[], byte[]> result = topics.awaitRecords("results", 1).get(0);
    assertThat(result.key()).asString(UTF_8).isEqualTo("k1");
    assertThat(result.headers()).isEmpty();
    assertThat(topics.endOffset("elsewhere")).isZero();
  }

  @Test
  void commitsNothingBeforeTheResultIsAcknowledged() throws Exception {
    topics.delete("results");
    server.start();
    topics.send(documentNamed("a.pdf", "k1", "one"));
    await().until(() -> !parser.labels().isEmpty());
    server.close();
    assertThat(topics.committedOffset()).isEqualTo(KafkaTopics.NOTHING);

    topics.create("results");
    server = newServer(MEBIBYTE);
    server.start();
    assertThat(topics.awaitRecords("results", 1)).hasSize(1);
    await().until(() -> topics.committedOffset() == 1);
    assertThat(parser.labels()).containsExactly("a.pdf", "a.pdf");
  }

  @Test
  void finishesAndCommitsTheDocumentInHandWhenItStops() throws Exception {
    server.start();
    topics.send(documentNamed("a.pdf", "k1", "WAIT"));
    topics.send(documentNamed("b.pdf", "k2", "two"));
    parser.awaitWaitingDocument();
    Thread closer = new Thread(server::close);
    closer.start();
    await().until(() -> server.camel().getStatus().isStopping());
    parser.release();
    closer.join();

    assertThat(topics.awaitRecords("results", 1)).hasSize(1);
    assertThat(topics.committedOffset()).isEqualTo(1);
    assertThat(parser.labels()).containsExactly("a.pdf");
  }

  @Test
  void refusesAResultThatNoRecordHolds() throws Exception {
    server.start();
    topics.send(documentNamed("a.pdf", "k1", "LARGE " + MEBIBYTE));

    ConsumerRecord<byte[], byte[]> letter = topics.awaitRecords("dead", 1).get(0);
    assertThat(header(letter, "scriptorium.error.code")).isEqualTo("RESULT_TOO_LARGE");
    await().until(() -> topics.committedOffset() == 1);
  }

  @Test
  void refusesAResultThatTheBrokerFindsTooLarge() throws Exception {
    server = newServer(4 * MEBIBYTE);
    server.start();
    topics.send(documentNamed("a.pdf", "k1", "LARGE " + 2 * MEBIBYTE));

    ConsumerRecord<byte[], byte[]> letter = topics.awaitRecords("dead", 1).get(0);
    assertThat(header(letter, "scriptorium.error.code")).isEqualTo("RESULT_TOO_LARGE");
    assertThat(letter.value()).asString(UTF_8).startsWith("LARGE");
    await().until(() -> topics.committedOffset() == 1);
  }

  @Test
  void commitsNothingWhileTheDeadLettersCannotBeReached() throws Exception {
    topics.delete("dead");
    server.start();
    topics.send(documentNamed("a.pdf", "k1", "BAD_INPUT PDF_ENCRYPTED"));
    await().until(() -> !parser.labels().isEmpty());
    assertThat(topics.committedOffset()).isEqualTo(KafkaTopics.NOTHING);
    topics.create("dead");

    assertThat(topics.awaitRecords("dead", 1)).hasSize(1);
    await().until(() -> topics.committedOffset() == 1);
    assertThat(parser.labels()).containsExactly("a.pdf");
  }

  private Server newServer(int maxRecordSize) {
    return new Server(
        TestServers.in(root).withKafka(broker.bootstrapServers(), topics, maxRecordSize).build(),
        parser);
  }

  private ProducerRecord<byte[], byte[]> documentNamed(String name, String key, String content) {
    ProducerRecord<byte[], byte[]> record = document(key, content);
    record.headers().add("name", name.getBytes(UTF_8));
    return record;
  }

  private ProducerRecord<byte[], byte[]> document(String key, String content) {
    return new ProducerRecord<>(
        topics.real("documents"), key.getBytes(UTF_8), content.getBytes(UTF_8));
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
