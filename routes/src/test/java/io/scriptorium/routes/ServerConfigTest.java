package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.scriptorium.parser.ExportFormat;
import io.scriptorium.parser.Exports;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {
  @TempDir Path root;

  @BeforeEach
  void makeFolders() throws IOException {
    for (String name : List.of("work", "in", "out", "tree", "digitised")) {
      Files.createDirectory(root.resolve(name));
    }
  }

  @Test
  void readsTheFormsOfResults() throws Exception {
    ServerConfig config =
        load(
            """
            work.folder = work
            folder.inbox = in
            folder.outbox = out
            result.format = md, pdf
            result.crops = yes
            """);

    assertThat(config.exports())
        .isEqualTo(Exports.of(Set.of(ExportFormat.MD, ExportFormat.PDF), true));
  }

  @Test
  void readsTheKeysWhoseValuesAreWanted() throws Exception {
    Files.writeString(root.resolve("invoice.json"), "{\"total\": \"\"}");
    ServerConfig config =
        load(
            """
            work.folder = work
            folder.inbox = in
            folder.outbox = out
            result.keys = invoice.json
            """);

    assertThat(config.exports().keys()).contains(KeyTemplate.parse("{\"total\": \"\"}"));
  }

  @Test
  void doesNotStartWithKeysThatNobodyCanBeAskedFor() throws IOException {
    Files.writeString(root.resolve("invoice.json"), "[]");

    assertThatThrownBy(
            () ->
                load(
                    """
                    work.folder = work
                    folder.inbox = in
                    folder.outbox = out
                    result.keys = invoice.json
                    """))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "result.keys ("
                            + root.resolve("invoice.json")
                            + ") is not a JSON object with the wanted keys"));
  }

  @Test
  void readsAllRoutesWithTheirDefaults() throws Exception {
    ServerConfig config =
        load(
            """
            work.folder = work
            folder.inbox = in
            folder.outbox = out
            kafka.brokers = kafka-1:9092, kafka-2:9092
            kafka.documents-topic = documents
            kafka.results-topic = results
            kafka.dead-letter-topic = dead
            schedule.cron = 0 30 2 * * ?
            schedule.time-zone = Europe/Berlin
            schedule.folder = tree
            schedule.outbox = digitised
            """);

    assertThat(config.workFolder()).isEqualTo(root.resolve("work"));
    assertThat(config.retry())
        .isEqualTo(new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(1)));
    assertThat(config.shutdownTimeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.exports()).isEqualTo(Exports.DEFAULTS);
    assertThat(config.folder())
        .contains(
            new FolderConfig(
                root.resolve("in"),
                root.resolve("out"),
                root.resolve("in/done"),
                root.resolve("in/failed"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2)));
    assertThat(config.kafka())
        .hasValueSatisfying(
            kafka -> {
              assertThat(kafka.brokers()).isEqualTo("kafka-1:9092, kafka-2:9092");
              assertThat(kafka.group()).isEqualTo("scriptorium");
              assertThat(kafka.maxPollInterval()).isEqualTo(Duration.ofHours(6));
              assertThat(kafka.maxRecordSize()).isEqualTo(16 << 20);
              assertThat(kafka.clientProperties()).isEmpty();
            });
    assertThat(config.schedule())
        .contains(
            new ScheduleConfig(
                "0 30 2 * * ?",
                ZoneId.of("Europe/Berlin"),
                root.resolve("tree"),
                root.resolve("digitised")));
  }

  @Test
  void tellsAllThatIsWrongWithRenderingAtOnce() throws IOException {
    Files.write(root.resolve("latin"), new byte[] {'s', 'e', 's', 'a', 'm', (byte) 0xe9});

    assertThat(
            problemsOf(
                """
                work.folder = work
                folder.inbox = in
                folder.outbox = out
                render.dpi = 17
                render.max-pixels = 100
                render.min-pixels = 101
                render.password-file = latin
                render.page-timeout = 0s
                render.processes = 0
                render.memory = 15MiB
                render.pages-ahead = 101
                """))
        .containsExactlyInAnyOrder(
            "render.dpi (17) is not a number from 18 to 2400",
            "render.min-pixels is more than render.max-pixels",
            "render.password-file (" + root.resolve("latin") + ") cannot be read as UTF-8",
            "render.page-timeout (0s) is not between 1ms and 20d",
            "render.processes (0) is not a number from 1 to 256",
            "render.memory (15MiB) is not between 16MiB and 1024GiB",
            "render.pages-ahead (101) is not a number from 0 to 100");
  }

  @Test
  void runsOnlyTheRoutesThatAreNamed() throws Exception {
    ServerConfig config = load("work.folder=work\nfolder.inbox=in\nfolder.outbox=out\n");

    assertThat(config.folder()).isPresent();
    assertThat(config.kafka()).isEmpty();
    assertThat(config.schedule()).isEmpty();
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThat(
            problemsOf(
                """
                folder.inbox = in
                folder.outbx = out
                folder.settle-time = 5 parsecs
                retry.attempts = -1
                schedule.cron = 60 * * * * ?
                schedule.folder = nowhere
                """))
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).isEqualTo("work.folder is missing"),
            problem ->
                assertThat(problem)
                    .isEqualTo("folder.outbx is not an option; did you mean folder.outbox?"),
            problem ->
                assertThat(problem)
                    .isEqualTo("folder.outbox is missing; the folder route needs it"),
            problem ->
                assertThat(problem).startsWith("folder.settle-time (5 parsecs) is not a duration"),
            problem ->
                assertThat(problem).isEqualTo("retry.attempts (-1) is not a number from 1 to 100"),
            problem ->
                assertThat(problem)
                    .startsWith("schedule.cron (60 * * * * ?) is not a Quartz cron expression"),
            problem ->
                assertThat(problem)
                    .isEqualTo("schedule.folder (" + root.resolve("nowhere") + ") does not exist"),
            problem ->
                assertThat(problem)
                    .isEqualTo("schedule.outbox is missing; the schedule route needs it"));
  }

  @ParameterizedTest
  @CsvSource({
    "in,      in,      are the same folder",
    "in,      in/out,  is inside folder.inbox",
    "out/in,  out,     is inside folder.outbox",
    "in,      work,    are the same folder"
  })
  void refusesFoldersThatAreNotApart(String inbox, String outbox, String problem)
      throws IOException {
    Files.createDirectories(root.resolve(inbox));
    Files.createDirectories(root.resolve(outbox));

    assertThat(
            problemsOf(
                "work.folder=work\nfolder.inbox=" + inbox + "\nfolder.outbox=" + outbox + "\n"))
        .singleElement()
        .asString()
        .contains(problem);
  }

  @Test
  void seesThroughLinksBetweenFolders() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), root.resolve("in"));

    assertThat(problemsOf("work.folder=work\nfolder.inbox=in\nfolder.outbox=link\n"))
        .singleElement()
        .asString()
        .startsWith("folder.inbox and folder.outbox are the same folder");
  }

  @Test
  void refusesTopicsThatFeedThemselves() {
    assertThat(
            problemsOf(
                """
                work.folder = work
                kafka.brokers = localhost:9092
                kafka.documents-topic = documents
                kafka.results-topic = documents
                kafka.dead-letter-topic = dead letters?brokers=elsewhere
                """))
        .satisfiesExactlyInAnyOrder(
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "kafka.documents-topic and kafka.results-topic are the same topic"
                            + " (documents)"),
            problem -> assertThat(problem).startsWith("kafka.dead-letter-topic (dead letters?"));
  }

  @Test
  void letsClientPropertiesSetOnlyHowToConnect() throws IOException {
    Files.writeString(
        root.resolve("client.properties"),
        "security.protocol=SASL_SSL\nsasl.jaas.config=secret\nenable.auto.commit=true\n");

    assertThat(
            problemsOf(
                """
                work.folder = work
                kafka.brokers = localhost:9092
                kafka.documents-topic = documents
                kafka.results-topic = results
                kafka.dead-letter-topic = dead
                kafka.client-properties = client.properties
                """))
        .singleElement()
        .asString()
        .contains("enable.auto.commit")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"60 * * * * ?", "99 * * * * ?", "* * * * *", "0 0 2 * * ? 2030 x", "daily"})
  void refusesACronThatIsNone(String cron) {
    assertThat(
            problemsOf(
                "work.folder=work\nschedule.folder=tree\nschedule.outbox=digitised\nschedule.cron="
                    + cron))
        .singleElement()
        .asString()
        .startsWith("schedule.cron (" + cron + ") is not a Quartz cron expression: ");
  }

  @Test
  void tellsOfACronInWordsAndNotInTracesOfQuartz() {
    assertThat(
            problemsOf(
                """
                work.folder=work
                schedule.folder=tree
                schedule.outbox=digitised
                schedule.cron=x y
                """))
        .contains(
            "schedule.cron (x y) is not a Quartz cron expression: Illegal cron expression format");
  }

  @Test
  void tellsWhyAFileCannotBeReadAsProperties() throws IOException {
    assertThat(problemsOf("work.folder=\\u00zz\n"))
        .singleElement()
        .asString()
        .endsWith(
            "serve.properties: a backslash and a u must be followed by four hexadecimal digits");

    Path latin = Files.write(root.resolve("latin.properties"), new byte[] {'a', '=', (byte) 0xe9});

    assertThat(catchThrowableOfType(ConfigException.class, () -> ServerConfig.load(latin)))
        .extracting(ConfigException::problems)
        .asInstanceOf(list(String.class))
        .containsExactly(latin + ": it is not UTF-8");
  }

  @Test
  void refusesAKeyThatIsGivenTwice() {
    assertThat(problemsOf("work.folder=work\nfolder.inbox=in\nfolder.outbox=out\nwork.folder=in\n"))
        .contains("work.folder is given more than once");
  }

  @Test
  void refusesAFileWithoutRoutes() {
    assertThat(problemsOf("work.folder=work\n"))
        .containsExactly("no route is configured: give the keys of folder, kafka or schedule");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> ServerConfig.load(root.resolve("absent.properties")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("absent.properties cannot be read");
  }

  @Test
  void loadsTheExampleOnceItsFoldersExist() throws IOException {
    String example = Files.readString(Path.of("../ops/serve.properties"));

    assertThat(problemsOf(example))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).endsWith("does not exist"));
  }

  private ServerConfig load(String text) throws ConfigException, IOException {
    return ServerConfig.load(Files.writeString(root.resolve("serve.properties"), text));
  }

  private List<String> problemsOf(String text) {
    return catchThrowableOfType(ConfigException.class, () -> load(text)).problems();
  }
}
