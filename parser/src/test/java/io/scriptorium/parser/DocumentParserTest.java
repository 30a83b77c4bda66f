package io.scriptorium.parser;

import static io.scriptorium.parser.ScriptedModel.answering;
import static io.scriptorium.parser.ScriptedModel.cutOff;
import static io.scriptorium.parser.ScriptedModel.failing;
import static io.scriptorium.parser.ScriptedModel.html;
import static io.scriptorium.parser.ScriptedModel.looped;
import static io.scriptorium.parser.ScriptedModel.text;
import static io.scriptorium.renderer.RenderException.Code.PAGE_DAMAGED;
import static io.scriptorium.renderer.RenderException.Code.PAGE_TOO_LARGE;
import static io.scriptorium.renderer.RenderException.Code.PDF_ENCRYPTED;
import static io.scriptorium.renderer.RenderException.Code.RENDERER_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.ParsedDocument.Status;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentParserTest {

  @TempDir private Path home;
  private Path scan;
  private Path out;
  private Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    scan = Files.writeString(home.resolve("scan.tif"), "scan");
    out = home.resolve("out");
    folder = out.resolve("scan.tif");
  }

  @Test
  void publishesHtmlMetadataAndPageImages() throws Exception {
    ParsedDocument parsed = parse(ScriptedPages.ofPages(2), answering(text("one"), text("two")));

    assertThat(parsed.status()).isEqualTo(Status.DONE);
    assertThat(parsed.pages()).isEqualTo(2);
    assertThat(filesOf(folder))
        .containsExactly("document.html", "document.json", "pages/0001.png", "pages/0002.png");
    assertThat(folder.resolve("document.html")).content().contains("one").contains("two");
    assertThat(namesIn(out)).containsExactly("scan.tif");
  }

  @Test
  void knowsTheDocumentByTheHashOfItsBytes() throws Exception {
    ParsedDocument parsed = parse(ScriptedPages.ofPages(1), answering(text("one")));

    assertThat(parsed.id()).isEqualTo(Sha256.hex(Files.readAllBytes(scan)));
    JsonNode metadata = metadata();
    assertThat(metadata.at("/id").asText()).isEqualTo(parsed.id());
    assertThat(metadata.at("/provenance/source/sha256").asText()).isEqualTo(parsed.id());
    assertThat(metadata.at("/provenance/source/bytes").asLong()).isEqualTo(4);
  }

  @Test
  void writesTheSameBytesForTheSameDocument() throws Exception {
    parse(ScriptedPages.ofPages(3), answering(text("one"), cutOff("two"), text("three")));
    Path second = out.resolve("again");
    parser(ScriptedPages.ofPages(3), answering(text("one"), cutOff("two"), text("three")))
        .parse(source(), second, ParseProgress.SILENT);

    for (String file : filesOf(folder)) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
  }

  @Test
  void marksAPageThatCannotBeRenderedAndGoesOn() throws Exception {
    ScriptedPages pages = ScriptedPages.ofPages(3).failingAt(2, PAGE_TOO_LARGE);

    ParsedDocument parsed = parse(pages, answering(text("one"), text("three")));

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(filesOf(folder)).contains("pages/0003.png").doesNotContain("pages/0002.png");
    assertThat(statusOfPages()).containsExactly("DONE", "FAILED", "DONE");
    assertThat(metadata().at("/failures/0/page").asInt()).isEqualTo(2);
    assertThat(metadata().at("/failures/0/code").asText()).isEqualTo("PAGE_TOO_LARGE");
    assertThat(folder.resolve("document.html")).content().contains("data-page=\"3\"");
  }

  @Test
  void publishesABlankPageAsEmptyWithoutAskingTheModel() throws Exception {
    ScriptedPages pages = ScriptedPages.ofPages(3).blankAt(2);

    ParsedDocument parsed = parse(pages, answering(text("one"), text("three")));

    assertThat(parsed.status()).isEqualTo(Status.DONE);
    assertThat(statusOfPages()).containsExactly("DONE", "BLANK", "DONE");
    assertThat(metadata().at("/pages/1/blocks")).isEmpty();
    assertThat(metadata().at("/pages/1/warnings/0/code").asText()).isEqualTo("PAGE_BLANK");
    assertThat(metadata().at("/pages/1/tokens").isMissingNode()).isTrue();
    assertThat(filesOf(folder)).contains("pages/0002.png");
    assertThat(folder.resolve("document.html"))
        .content()
        .contains("three")
        .contains("data-page=\"3\"");
  }

  @Test
  void publishesADocumentOfBlankPages() throws Exception {
    ParsedDocument parsed = parse(ScriptedPages.ofPages(1).blankAt(1), answering(text("none")));

    assertThat(parsed.status()).isEqualTo(Status.DONE);
    assertThat(folder.resolve("document.html")).content().doesNotContain("none");
  }

  @Test
  void listsWhatADocumentHoldsBesidesItsPages() throws Exception {
    parse(ScriptedPages.ofPages(1), answering(text("one")));

    assertThat(metadata().at("/xfa").asBoolean()).isTrue();
    assertThat(metadata().at("/attachments/0/label").asText()).isEqualTo("terms.txt");
    assertThat(metadata().at("/attachments/0/bytes").asInt()).isEqualTo(12);
  }

  @Test
  void keepsTheImageOfAPageThatTheModelCannotRead() throws Exception {
    ScriptedModel model = answering(failing("PAGE_TOO_LONG", Kind.MODEL), text("two"));

    ParsedDocument parsed = parse(ScriptedPages.ofPages(2), model);

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(metadata().at("/pages/0/image").asText()).isEqualTo("pages/0001.png");
    assertThat(folder.resolve("pages/0001.png")).isNotEmptyFile();
    assertThat(metadata().at("/failures/0/code").asText()).isEqualTo("PAGE_TOO_LONG");
  }

  @Test
  void marksAnAnswerThatTheTokenLimitCutOff() throws Exception {
    ParsedDocument parsed = parse(ScriptedPages.ofPages(1), answering(cutOff("one")));

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(statusOfPages()).containsExactly("TRUNCATED");
    assertThat(metadata().at("/pages/0/warnings/0/code").asText()).isEqualTo("ANSWER_TRUNCATED");
  }

  @Test
  void marksAnAnswerThatWentRoundInALoop() throws Exception {
    ParsedDocument parsed = parse(ScriptedPages.ofPages(1), answering(looped("one")));

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(statusOfPages()).containsExactly("TRUNCATED");
    assertThat(metadata().at("/pages/0/warnings/0/code").asText()).isEqualTo("ANSWER_LOOPED");
    assertThat(folder.resolve("document.html")).content().contains("one");
  }

  @Test
  void warnsOfAFormulaWhoseBracesDoNotMatch() throws Exception {
    String formula = "<div class='formula' data-bbox='1 2 3 4'><img/><div>\\frac{1}{2</div></div>";

    ParsedDocument parsed = parse(ScriptedPages.ofPages(1), answering(html(formula)));

    assertThat(parsed.status()).isEqualTo(Status.DONE);
    assertThat(metadata().at("/pages/0/warnings/0/code").asText()).isEqualTo("LATEX_UNBALANCED");
    assertThat(metadata().at("/pages/0/blocks/0/latex").asText()).isEqualTo("\\frac{1}{2");
  }

  @Test
  void tellsHowSureTheModelWasOfABlock() throws Exception {
    parse(ScriptedPages.ofPages(2), answering(text("one", 0.75), text("two")));

    assertThat(metadata().at("/pages/0/blocks/0/confidence").asDouble()).isEqualTo(0.75);
    assertThat(metadata().at("/pages/1/blocks/0").has("confidence")).isFalse();
    assertThat(folder.resolve("document.html")).content().contains(" data-confidence=\"0.75\"");
  }

  @Test
  void marksRunningMatterAndJoinsTablesOverPages() throws Exception {
    String page =
        "<p data-bbox='5 1 50 4'>Annual report</p>"
            + "<table data-bbox='5 %d 55 %d'><tr><th>Item</th><th>Price</th></tr>"
            + "<tr><td>%s</td><td>%d</td></tr></table>"
            + "<p data-bbox='25 37 30 39'>%d</p>";

    parse(
        ScriptedPages.ofPages(2),
        answering(
            html(page.formatted(8, 36, "Ink", 3, 1)), html(page.formatted(6, 20, "Pen", 4, 2))));

    String html = Files.readString(folder.resolve("document.html"));
    assertThat(html).containsOnlyOnce("data-continues=\"down 1 1\"");
    assertThat(html.split("data-role=\"header\"", -1)).hasSize(3);
    assertThat(html.split("data-role=\"page-number\"", -1)).hasSize(3);
    assertThat(metadata().at("/pages/1/blocks/0/role").asText()).isEqualTo("header");
    assertThat(metadata().at("/pages/1/blocks/1/continues/page").asInt()).isEqualTo(1);
    assertThat(metadata().at("/joinedTables/0/rows")).hasSize(3);
    assertThat(metadata().at("/joinedTables/0/parts/1").toString())
        .isEqualTo(
            "{\"page\":2,\"block\":2,\"box\":[5,6,55,20],\"row\":2,\"column\":0,"
                + "\"headRows\":1,\"labelColumns\":0}");
  }

  @Test
  void warnsOfADoubtfulReadingOrder() throws Exception {
    String text = "A long line of running text that nobody could take for a field. ".repeat(2);
    String paragraph = "<p data-bbox='5 %d 55 %d'>" + text + "</p>";

    parse(
        ScriptedPages.ofPages(1),
        answering(html(paragraph.formatted(20, 30) + paragraph.formatted(5, 15))));

    assertThat(metadata().at("/pages/0/warnings/0/code").asText())
        .isEqualTo("READING_ORDER_DOUBTFUL");
  }

  @Test
  void survivesAPageThatBreaksTheRendererWithoutTellingItsText() throws Exception {
    ScriptedPages pages =
        ScriptedPages.ofPages(2).failingAt(1, new IllegalStateException("content of the page"));

    parse(pages, answering(text("two")));

    assertThat(metadata().at("/failures/0/code").asText()).isEqualTo("INTERNAL_ERROR");
    assertThat(folder.resolve("document.json")).content().doesNotContain("content of the page");
  }

  @Test
  void failsWithTheCodeOfTheFirstPageIfNoPageCanBeRead() {
    ScriptedPages pages =
        ScriptedPages.ofPages(2).failingAt(1, PAGE_DAMAGED).failingAt(2, PAGE_TOO_LARGE);

    ParseException failure = failureOf(pages, answering(text("never")));

    assertThat(failure.code()).isEqualTo("PAGE_DAMAGED");
    assertThat(failure.kind()).isEqualTo(Kind.BAD_INPUT);
    assertThat(failure).hasMessageContaining("none of 2 pages").hasMessageContaining("page 1");
    assertThat(namesIn(out)).isEmpty();
    assertThat(pages.isClosed()).isTrue();
  }

  @Test
  void failsWithTheCodeOfTheRendererIfTheDocumentDoesNotOpen() {
    DocumentParser parser =
        new DocumentParser(
            (Path file) -> {
              throw new RenderException(PDF_ENCRYPTED, "it needs a password");
            },
            RenderOptions.DEFAULTS,
            answering(text("never")));

    ParseException failure =
        catchThrowableOfType(
            ParseException.class, () -> parser.parse(source(), folder, ParseProgress.SILENT));

    assertThat(failure.code()).isEqualTo("PDF_ENCRYPTED");
    assertThat(failure.kind()).isEqualTo(Kind.BAD_INPUT);
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesADocumentWithoutPages() {
    ParseException failure = failureOf(ScriptedPages.ofPages(0), answering(text("never")));

    assertThat(failure.code()).isEqualTo("NO_PAGES");
    assertThat(out).doesNotExist();
  }

  @Test
  void endsTheDocumentWhenTryingAgainMayHelp() {
    ScriptedModel model = answering(text("one"), failing("OUT_OF_MEMORY", Kind.TRANSIENT));

    ParseException failure = failureOf(ScriptedPages.ofPages(3), model);

    assertThat(failure.code()).isEqualTo("OUT_OF_MEMORY");
    assertThat(namesIn(out)).isEmpty();
  }

  @Test
  void endsTheDocumentWhenTheRendererIsNotThere() {
    ScriptedPages pages = ScriptedPages.ofPages(3).failingAt(2, RENDERER_UNAVAILABLE);

    ParseException failure = failureOf(pages, answering(text("one"), text("three")));

    assertThat(failure.code()).isEqualTo("RENDERER_UNAVAILABLE");
    assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(namesIn(out)).isEmpty();
  }

  @Test
  void leavesNothingBehindWhenTheDiskFailsInMidDocument() {
    ScriptedModel.Step breakTheDisk =
        () -> {
          Path pages = partialOf(folder).resolve("pages");
          FileTrees.deleteIfExists(pages);
          Files.createFile(pages);
        };
    ScriptedModel model = answering(text("one").after(breakTheDisk), text("two"));

    ParseException failure = failureOf(ScriptedPages.ofPages(2), model);

    assertThat(failure.code()).isEqualTo("RESULT_NOT_WRITTEN");
    assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(failure.getMessage()).doesNotContain(home.toString());
    assertThat(namesIn(out)).isEmpty();
  }

  @Test
  void keepsTheEarlierResultWhenTheNewOneFails() throws Exception {
    parse(ScriptedPages.ofPages(1), answering(text("earlier")));

    failureOf(ScriptedPages.ofPages(1), answering(failing("BROKEN", Kind.MODEL)));

    assertThat(folder.resolve("document.html")).content().contains("earlier");
    assertThat(namesIn(out)).containsExactly("scan.tif");
  }

  @Test
  void replacesAnEarlierResultAsAWhole() throws Exception {
    parse(ScriptedPages.ofPages(2), answering(text("earlier")));

    parse(ScriptedPages.ofPages(1), answering(text("newer")));

    assertThat(folder.resolve("document.html")).content().contains("newer");
    assertThat(filesOf(folder)).doesNotContain("pages/0002.png");
    assertThat(namesIn(out)).containsExactly("scan.tif");
  }

  @Test
  void neverReplacesAFolderThatIsNoResult() throws Exception {
    Path letter = Files.writeString(Files.createDirectories(folder).resolve("letter.txt"), "dear");

    ParseException failure = failureOf(ScriptedPages.ofPages(1), answering(text("one")));

    assertThat(failure.code()).isEqualTo("RESULT_NOT_WRITTEN");
    assertThat(failure).hasMessageContaining("no result folder");
    assertThat(letter).content().isEqualTo("dear");
  }

  @Test
  void refusesASourceThatChangedWhileItWasParsed() {
    ScriptedModel model =
        answering(text("one").after(() -> Files.writeString(scan, "another scan")));

    ParseException failure = failureOf(ScriptedPages.ofPages(1), model);

    assertThat(failure.code()).isEqualTo("SOURCE_CHANGED");
    assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(namesIn(out)).isEmpty();
  }

  @Test
  void stopsBeforeTheNextPageWhenInterrupted() {
    ScriptedModel model =
        answering(text("one").after(() -> Thread.currentThread().interrupt()), text("two"));

    ParseException failure = failureOf(ScriptedPages.ofPages(2), model);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.code()).isEqualTo("INTERRUPTED");
    assertThat(failure).hasMessageContaining("page 2 of 2");
    assertThat(namesIn(out)).isEmpty();
  }

  @Test
  void stopsBeforePublishingWhenInterruptedOnTheLastPage() {
    ScriptedModel model = answering(text("one").after(() -> Thread.currentThread().interrupt()));

    ParseException failure = failureOf(ScriptedPages.ofPages(1), model);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.code()).isEqualTo("INTERRUPTED");
    assertThat(namesIn(out)).isEmpty();
  }

  @Test
  void tellsEachStep() throws Exception {
    List<String> steps = new ArrayList<>();
    ScriptedPages pages = ScriptedPages.ofPages(2).failingAt(2, PAGE_DAMAGED);

    parser(pages, answering(text("one"))).parse(source(), folder, new Recorder(steps));

    assertThat(steps)
        .containsExactly(
            "opened 2",
            "started 1",
            "token 1/1",
            "finished 1 DONE",
            "started 2",
            "finished 2 FAILED");
  }

  private record Recorder(List<String> steps) implements ParseProgress {
    @Override
    public void documentOpened(DocumentSource source, int pages) {
      steps.add("opened " + pages);
    }

    @Override
    public void pageStarted(int number) {
      steps.add("started " + number);
    }

    @Override
    public void tokenEmitted(int number, int tokensOfPage) {
      steps.add("token " + number + "/" + tokensOfPage);
    }

    @Override
    public void pageFinished(int number, PageStatus status) {
      steps.add("finished " + number + " " + status);
    }
  }

  private ParsedDocument parse(PageSource pages, PageModel model) throws ParseException {
    return parser(pages, model).parse(source(), folder, ParseProgress.SILENT);
  }

  private ParseException failureOf(PageSource pages, PageModel model) {
    return catchThrowableOfType(ParseException.class, () -> parse(pages, model));
  }

  private static DocumentParser parser(PageSource pages, PageModel model) {
    return new DocumentParser((Path file) -> pages, RenderOptions.DEFAULTS, model);
  }

  private DocumentSource source() {
    return new DocumentSource(scan, "scan.tif");
  }

  private JsonNode metadata() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("document.json").toFile());
  }

  private List<String> statusOfPages() throws IOException {
    return metadata().at("/pages").findValuesAsText("status");
  }

  private static Path partialOf(Path folder) throws IOException {
    try (Stream<Path> siblings = Files.list(folder.getParent())) {
      return siblings
          .filter(path -> path.toString().endsWith(".partial"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> namesIn(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }

  private static List<String> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
