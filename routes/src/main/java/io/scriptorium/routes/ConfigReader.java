package io.scriptorium.routes;

import io.scriptorium.parser.ExportFormat;
import io.scriptorium.parser.Exports;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a configuration file, gathering all problems before it complains. */
final class ConfigReader {
  private static final List<String> ROUTES = List.of("folder", "kafka", "schedule");

  private final Path base;
  private final List<String> problems = new ArrayList<>();
  private final Map<ServerOption, Object> values = new EnumMap<>(ServerOption.class);
  private List<String> passwords = List.of();
  private Optional<KeyTemplate> keys = Optional.empty();

  private ConfigReader(Path base) {
    this.base = base;
  }

  static ServerConfig read(Path file) throws ConfigException {
    PropertiesFile properties;
    try {
      properties = PropertiesFile.load(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(file + " cannot be read", List.of(file + ": " + reason(e)));
    }
    ConfigReader reader = new ConfigReader(file.toAbsolutePath().normalize().getParent());
    reader.readAll(properties);
    if (!reader.problems.isEmpty()) {
      throw new ConfigException(file + " cannot be used", reader.problems);
    }
    return reader.build();
  }

  private void readAll(PropertiesFile properties) {
    properties.repeated().forEach(key -> problems.add(key + " is given more than once"));
    properties.values().forEach(this::readOne);
    List<String> routes =
        ROUTES.stream().filter(route -> isNamed(properties.values(), route)).toList();
    if (routes.isEmpty()) {
      problems.add("no route is configured: give the keys of folder, kafka or schedule");
    }
    Stream.concat(Stream.of("work", "render", "retry", "shutdown", "result"), routes.stream())
        .forEach(section -> completeSection(section, properties.values()));
    if (values.containsKey(ServerOption.FOLDER_INBOX)) {
      Path inbox = get(ServerOption.FOLDER_INBOX);
      values.putIfAbsent(ServerOption.FOLDER_DONE, inbox.resolve("done"));
      values.putIfAbsent(ServerOption.FOLDER_FAILED, inbox.resolve("failed"));
    }
    problems.addAll(FolderChecks.problems(values));
    if (values.get(ServerOption.KAFKA_CLIENT_PROPERTIES) instanceof Path file) {
      problems.addAll(KafkaClients.problems(file));
    }
    if (values.get(ServerOption.RENDER_PASSWORD_FILE) instanceof Path file) {
      readPasswords(file);
    }
    if (values.get(ServerOption.RESULT_KEYS) instanceof Path file) {
      readKeys(file);
    }
    checkTopics();
    checkDelays();
    checkPixels();
  }

  private static boolean isNamed(Map<String, String> given, String section) {
    return given.keySet().stream().anyMatch(key -> key.startsWith(section + "."));
  }

  private void readOne(String key, String text) {
    ServerOption.of(key)
        .ifPresentOrElse(option -> readValue(option, text), () -> problems.add(unknown(key)));
  }

  private static String unknown(String key) {
    List<String> near = NearNames.to(key, Stream.of(ServerOption.values()).map(ServerOption::key));
    String hint = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    return Label.of(key) + " is not an option" + hint;
  }

  private static String reason(Exception failure) {
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    return failure instanceof IOException
        ? "reading it failed: " + failure.getClass().getSimpleName()
        : "a backslash and a u must be followed by four hexadecimal digits";
  }

  private void readValue(ServerOption option, String text) {
    try {
      Object value = option.type().parse(text);
      values.put(option, value instanceof Path path ? base.resolve(path).normalize() : value);
    } catch (IllegalArgumentException e) {
      problems.add(option.key() + " (" + Label.of(text) + ") " + e.getMessage());
    }
  }

  private void completeSection(String section, Map<String, String> given) {
    ServerOption.inSection(section)
        .filter(option -> !given.containsKey(option.key()))
        .forEach(
            option -> {
              option.standard().ifPresent(text -> readValue(option, text));
              if (option.required()) {
                problems.add(option.key() + " is missing" + neededBy(section));
              }
            });
  }

  private static String neededBy(String section) {
    return ROUTES.contains(section) ? "; the " + section + " route needs it" : "";
  }

  private void checkTopics() {
    List<ServerOption> topics =
        values.keySet().stream().filter(option -> option.type() == OptionType.TOPIC).toList();
    for (int i = 0; i < topics.size(); i++) {
      for (ServerOption other : topics.subList(i + 1, topics.size())) {
        if (values.get(topics.get(i)).equals(values.get(other))) {
          problems.add(
              "%s and %s are the same topic (%s)"
                  .formatted(topics.get(i).key(), other.key(), values.get(other)));
        }
      }
    }
  }

  private void checkDelays() {
    @Nullable Object first = values.get(ServerOption.RETRY_FIRST_DELAY);
    @Nullable Object longest = values.get(ServerOption.RETRY_LONGEST_DELAY);
    if (first instanceof Duration a && longest instanceof Duration b && a.compareTo(b) > 0) {
      problems.add("retry.first-delay is longer than retry.longest-delay");
    }
  }

  private void readPasswords(Path file) {
    try {
      passwords = PasswordFile.read(file);
    } catch (IOException e) {
      problems.add("render.password-file (" + file + ") cannot be read as UTF-8");
    }
  }

  private void readKeys(Path file) {
    try {
      keys = Optional.of(KeyTemplate.read(file));
    } catch (IllegalArgumentException e) {
      problems.add("result.keys (" + file + ") " + e.getMessage());
    }
  }

  private void checkPixels() {
    @Nullable Object least = values.get(ServerOption.RENDER_MIN_PIXELS);
    @Nullable Object most = values.get(ServerOption.RENDER_MAX_PIXELS);
    if (least instanceof Integer a && most instanceof Integer b && a > b) {
      problems.add("render.min-pixels is more than render.max-pixels");
    }
  }

  private ServerConfig build() {
    return new ServerConfig(
        get(ServerOption.WORK_FOLDER),
        rendering(),
        new RetryPolicy(
            get(ServerOption.RETRY_ATTEMPTS),
            get(ServerOption.RETRY_FIRST_DELAY),
            get(ServerOption.RETRY_LONGEST_DELAY)),
        get(ServerOption.SHUTDOWN_TIMEOUT),
        Exports.of(
                this.<Set<ExportFormat>>get(ServerOption.RESULT_FORMAT),
                this.<Boolean>get(ServerOption.RESULT_CROPS))
            .withKeys(keys),
        values.containsKey(ServerOption.FOLDER_INBOX) ? Optional.of(folder()) : Optional.empty(),
        values.containsKey(ServerOption.KAFKA_BROKERS) ? Optional.of(kafka()) : Optional.empty(),
        values.containsKey(ServerOption.SCHEDULE_CRON)
            ? Optional.of(schedule())
            : Optional.empty());
  }

  private RenderConfig rendering() {
    return new RenderConfig(
        get(ServerOption.RENDER_DPI),
        get(ServerOption.RENDER_MAX_PIXELS),
        optional(ServerOption.RENDER_MIN_PIXELS),
        passwords,
        get(ServerOption.RENDER_PAGE_TIMEOUT),
        get(ServerOption.RENDER_DOCUMENT_TIMEOUT),
        optional(ServerOption.RENDER_PROCESSES),
        this.<Long>get(ServerOption.RENDER_MEMORY),
        get(ServerOption.RENDER_PAGES_AHEAD));
  }

  private OptionalInt optional(ServerOption option) {
    return values.get(option) instanceof Integer value
        ? OptionalInt.of(value)
        : OptionalInt.empty();
  }

  private FolderConfig folder() {
    return new FolderConfig(
        get(ServerOption.FOLDER_INBOX),
        get(ServerOption.FOLDER_OUTBOX),
        get(ServerOption.FOLDER_DONE),
        get(ServerOption.FOLDER_FAILED),
        get(ServerOption.FOLDER_POLL_INTERVAL),
        get(ServerOption.FOLDER_SETTLE_TIME));
  }

  private KafkaConfig kafka() {
    return new KafkaConfig(
        get(ServerOption.KAFKA_BROKERS),
        get(ServerOption.KAFKA_DOCUMENTS_TOPIC),
        get(ServerOption.KAFKA_RESULTS_TOPIC),
        get(ServerOption.KAFKA_DEAD_LETTER_TOPIC),
        get(ServerOption.KAFKA_GROUP),
        get(ServerOption.KAFKA_MAX_POLL_INTERVAL),
        get(ServerOption.KAFKA_MAX_RECORD_SIZE),
        Optional.ofNullable((Path) values.get(ServerOption.KAFKA_CLIENT_PROPERTIES)));
  }

  private ScheduleConfig schedule() {
    return new ScheduleConfig(
        get(ServerOption.SCHEDULE_CRON),
        this.<ZoneId>get(ServerOption.SCHEDULE_TIME_ZONE),
        get(ServerOption.SCHEDULE_FOLDER),
        get(ServerOption.SCHEDULE_OUTBOX));
  }

  /** Only for options known to be there: each type's parser yields what the record takes. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T> T get(ServerOption option) {
    return (T) values.get(option);
  }
}
