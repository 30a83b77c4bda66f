package io.scriptorium.routes;

import static io.scriptorium.routes.OptionType.BROKERS;
import static io.scriptorium.routes.OptionType.COUNT;
import static io.scriptorium.routes.OptionType.COUNT_OR_NONE;
import static io.scriptorium.routes.OptionType.CRON;
import static io.scriptorium.routes.OptionType.DPI;
import static io.scriptorium.routes.OptionType.DURATION;
import static io.scriptorium.routes.OptionType.FILE;
import static io.scriptorium.routes.OptionType.FOLDER;
import static io.scriptorium.routes.OptionType.FORMATS;
import static io.scriptorium.routes.OptionType.MEMORY;
import static io.scriptorium.routes.OptionType.NAME;
import static io.scriptorium.routes.OptionType.PIXELS;
import static io.scriptorium.routes.OptionType.PROCESSES;
import static io.scriptorium.routes.OptionType.SIZE;
import static io.scriptorium.routes.OptionType.TIME_ZONE;
import static io.scriptorium.routes.OptionType.TOPIC;
import static io.scriptorium.routes.OptionType.YES_NO;

import java.util.Optional;
import java.util.stream.Stream;

/** Every option of {@code serve}; the reader and the reference in the documentation follow it. */
enum ServerOption {
  WORK_FOLDER(
      "work.folder",
      FOLDER,
      Need.REQUIRED,
      "Where the server keeps what it has in hand. For one server alone; on the file system of"
          + " `folder.inbox`, so that a file is claimed by a rename."),
  RENDER_DPI(
      "render.dpi",
      DPI,
      "200",
      "Resolution at which pages are drawn; small type gets up to twice as much."),
  RENDER_MAX_PIXELS(
      "render.max-pixels",
      PIXELS,
      "12845056",
      "Pixels a page may have; larger ones are drawn coarser."),
  RENDER_MIN_PIXELS(
      "render.min-pixels",
      PIXELS,
      Need.OPTIONAL,
      "Pixels a drawn page has at least; smaller ones are drawn finer. Without it, 3136, or"
          + " `render.max-pixels` if that is less."),
  RENDER_PASSWORD_FILE(
      "render.password-file",
      FILE,
      Need.OPTIONAL,
      "Passwords to try on protected PDFs, one a line, in a file of its own that only the server"
          + " can read. It is read once, at start."),
  RENDER_PAGE_TIMEOUT(
      "render.page-timeout",
      DURATION,
      "60s",
      "Longest time to render a page, or to open a document."),
  RENDER_DOCUMENT_TIMEOUT(
      "render.document-timeout",
      DURATION,
      "1h",
      "Longest time to render all pages of a document; it stands still while the model reads."),
  RENDER_PROCESSES(
      "render.processes",
      PROCESSES,
      Need.OPTIONAL,
      "Processes that render. Without it, one for each processor, up to 3."),
  RENDER_MEMORY("render.memory", MEMORY, "1GiB", "Memory that each of them may use for documents."),
  RENDER_PAGES_AHEAD(
      "render.pages-ahead",
      COUNT_OR_NONE,
      "2",
      "Pages of a document that are rendered before the model wants them; each waits in memory"
          + " with its pixels."),

  RETRY_ATTEMPTS(
      "retry.attempts",
      COUNT,
      "3",
      "Tries in all for a document whose surroundings fail, a full disk for instance. A document"
          + " that is itself at fault is tried once."),
  RETRY_FIRST_DELAY(
      "retry.first-delay",
      DURATION,
      "1s",
      "Wait after the first failed try; it doubles after each further one."),
  RETRY_LONGEST_DELAY("retry.longest-delay", DURATION, "1m", "Where that doubling ends."),
  SHUTDOWN_TIMEOUT(
      "shutdown.timeout",
      DURATION,
      "5m",
      "How long a stop waits for the document in hand. One that takes longer is begun again at the"
          + " next start."),

  RESULT_FORMAT(
      "result.format",
      FORMATS,
      "html,json",
      "Forms of a result: html, json, md, txt, pdf, alto, hocr, csv, parted by commas. html and"
          + " json are always written; what the others hold: [exports.md](exports.md). A Kafka"
          + " result has the two alone."),
  RESULT_CROPS(
      "result.crops",
      YES_NO,
      "no",
      "Whether each chart, formula and picture becomes a file of its own, linked from the HTML."),

  RESULT_KEYS(
      "result.keys",
      FILE,
      Need.OPTIONAL,
      "JSON object with the keys whose values the model is asked for on every page; they become"
          + " `key-values.json`, in a Kafka result `keyValues`. [exports.md](exports.md#key-values)"
          + " tells more. It is read once, at start."),

  FOLDER_INBOX("folder.inbox", FOLDER, Need.REQUIRED, "Where documents arrive."),
  FOLDER_OUTBOX("folder.outbox", FOLDER, Need.REQUIRED, "Where result folders appear."),
  FOLDER_DONE(
      "folder.done",
      FOLDER,
      Need.OPTIONAL,
      "Where parsed documents go. Without it, the folder `done` in the inbox, made at start."),
  FOLDER_FAILED(
      "folder.failed",
      FOLDER,
      Need.OPTIONAL,
      "Where refused documents go, each with a reason file. Without it, the folder `failed` in the"
          + " inbox, made at start."),
  FOLDER_POLL_INTERVAL(
      "folder.poll-interval", DURATION, "1s", "Time between two looks at the inbox."),
  FOLDER_SETTLE_TIME(
      "folder.settle-time",
      DURATION,
      "2s",
      "How long a file must stay unchanged before it is taken. Longer than the pauses of whoever"
          + " writes there."),

  KAFKA_BROKERS("kafka.brokers", BROKERS, Need.REQUIRED, "The brokers to begin with."),
  KAFKA_DOCUMENTS_TOPIC(
      "kafka.documents-topic",
      TOPIC,
      Need.REQUIRED,
      "What is read: the value of a record is a document, its key the client's own name for it."),
  KAFKA_RESULTS_TOPIC("kafka.results-topic", TOPIC, Need.REQUIRED, "Where results go."),
  KAFKA_DEAD_LETTER_TOPIC(
      "kafka.dead-letter-topic",
      TOPIC,
      Need.REQUIRED,
      "Where documents go that cannot be parsed, as they came, with the reason in headers."),
  KAFKA_GROUP("kafka.group", NAME, "scriptorium", "Consumer group, which owns the offsets."),
  KAFKA_MAX_POLL_INTERVAL(
      "kafka.max-poll-interval",
      DURATION,
      "6h",
      "Longest time for one document, waiting and retries included. After it the group gives the"
          + " document to another member, and it is parsed twice."),
  KAFKA_MAX_RECORD_SIZE(
      "kafka.max-record-size",
      SIZE,
      "16MiB",
      "Largest record to send. A larger result is refused as `RESULT_TOO_LARGE`. The topics need"
          + " `max.message.bytes` of the same size."),
  KAFKA_CLIENT_PROPERTIES(
      "kafka.client-properties",
      FILE,
      Need.OPTIONAL,
      "Further Kafka client settings such as TLS and SASL, in a file of its own that only the"
          + " server can read."),

  SCHEDULE_CRON(
      "schedule.cron",
      CRON,
      Need.REQUIRED,
      "When to digitise the tree: seconds, minutes, hours, day of month, month, day of week."),
  SCHEDULE_TIME_ZONE("schedule.time-zone", TIME_ZONE, "UTC", "Zone in which the cron is read."),
  SCHEDULE_FOLDER(
      "schedule.folder", FOLDER, Need.REQUIRED, "Root of the tree. It is read, never changed."),
  SCHEDULE_OUTBOX(
      "schedule.outbox",
      FOLDER,
      Need.REQUIRED,
      "Where results and reason files go, at the path that the document has in the tree.");

  private enum Need {
    REQUIRED,
    OPTIONAL
  }

  private final String key;
  private final OptionType type;
  private final Optional<String> standard;
  private final boolean required;
  private final String doc;

  ServerOption(String key, OptionType type, Need need, String doc) {
    this.key = key;
    this.type = type;
    this.standard = Optional.empty();
    this.required = need == Need.REQUIRED;
    this.doc = doc;
  }

  ServerOption(String key, OptionType type, String standard, String doc) {
    this.key = key;
    this.type = type;
    this.standard = Optional.of(standard);
    this.required = false;
    this.doc = doc;
  }

  String key() {
    return key;
  }

  OptionType type() {
    return type;
  }

  /** Value where the file has none. */
  Optional<String> standard() {
    return standard;
  }

  /** Whether its section cannot run without it. */
  boolean required() {
    return required;
  }

  String doc() {
    return doc;
  }

  /** The first word of the key: what the option belongs to. */
  String section() {
    return key.substring(0, key.indexOf('.'));
  }

  static Optional<ServerOption> of(String key) {
    return Stream.of(values()).filter(option -> option.key.equals(key)).findFirst();
  }

  static Stream<ServerOption> inSection(String section) {
    return Stream.of(values()).filter(option -> option.section().equals(section));
  }
}
