package io.scriptorium.parser;

import static io.scriptorium.parser.ScriptedModel.answering;
import static io.scriptorium.parser.ScriptedModel.failing;
import static io.scriptorium.parser.ScriptedModel.json;
import static io.scriptorium.parser.ScriptedModel.jsonCutOff;
import static io.scriptorium.parser.ScriptedModel.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.ParsedDocument.Status;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentKeyValuesTest {
  private static final KeyTemplate INVOICE =
      KeyTemplate.parse("{\"number\": \"\", \"total\": \"\", \"items\": [{\"what\": \"\"}]}");

  @TempDir private Path home;
  private Path scan;
  private Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    scan = Files.writeString(home.resolve("scan.tif"), "scan");
    folder = home.resolve("out/scan.tif");
  }

  @Test
  void joinsTheKeyValuesOfAllPages() throws Exception {
    ScriptedModel model =
        answering(text("one"), text("two"))
            .extracting(
                json("{\"number\": \"A-7\", \"items\": [{\"what\": \"nail\"}]}"),
                json(
                    "{\"number\": \"page 2\", \"total\": \"9\", \"items\": [{\"what\":"
                        + " \"hook\"}]}"));

    ParsedDocument parsed = parse(ScriptedPages.ofPages(2), model);

    assertThat(parsed.status()).isEqualTo(Status.DONE);
    assertThat(folder.resolve("key-values.json"))
        .hasContent(
            """
            {
              "schemaVersion" : 1,
              "asked" : {
                "number" : "",
                "total" : "",
                "items" : [
                  {
                    "what" : ""
                  }
                ]
              },
              "values" : {
                "number" : "A-7",
                "items" : [
                  {
                    "what" : "nail"
                  },
                  {
                    "what" : "hook"
                  }
                ],
                "total" : "9"
              }
            }
            """);
    assertThat(metadata().at("/exports/keyValues").asText()).isEqualTo("key-values.json");
    assertThat(metadata().at("/pages/1/keyValues/tokens").asInt()).isEqualTo(5);
    assertThat(folder.resolve("document.html")).content().contains("one").contains("two");
  }

  @Test
  void describesItsMetadataByTheSchema() throws Exception {
    parse(ScriptedPages.ofPages(1), answering(text("one")).extracting(jsonCutOff("{\"total\": ")));
    String document = Files.readString(folder.resolve("document.json"));

    assertThat(MetadataSchema.faults(document)).isEmpty();
    assertThat(MetadataSchema.faults(document.replace("key-values.json", "../values.json")))
        .isNotEmpty();
  }

  @Test
  void asksNothingAboutBlankPages() throws Exception {
    ScriptedModel model = answering(text("two")).extracting(json("{\"total\": \"9\"}"));

    parse(ScriptedPages.ofPages(2).blankAt(1), model);

    assertThat(values()).hasToString("{\"total\":\"9\"}");
    assertThat(metadata().at("/pages/0").has("keyValues")).isFalse();
  }

  @Test
  void keepsThePageAndWhatWasFoundWhereAnAnswerIsCutOff() throws Exception {
    ScriptedModel model =
        answering(text("one")).extracting(jsonCutOff("{\"number\": \"A-7\", \"total\": \"12"));

    ParsedDocument parsed = parse(ScriptedPages.ofPages(1), model);

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(values()).hasToString("{\"number\":\"A-7\"}");
    assertThat(warnings())
        .containsExactly("KEY_VALUES_TRUNCATED: 1 of 1 answers with key values were cut off");
    assertThat(folder.resolve("document.html")).content().contains("one");
  }

  @Test
  void tellsOfAnAnswerThatIsNoJson() throws Exception {
    ParsedDocument parsed =
        parse(
            ScriptedPages.ofPages(1), answering(text("one")).extracting(text("I see no invoice")));

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(values()).isEmpty();
    assertThat(warnings())
        .containsExactly(
            "KEY_VALUES_UNREADABLE: 1 of 1 answers with key values are not JSON to their end");
  }

  @Test
  void keepsThePageWhereTheModelCannotAnswerAboutIt() throws Exception {
    ScriptedModel model =
        answering(text("one"), text("two"))
            .extracting(failing("PROMPT_TOO_LONG", Kind.MODEL), json("{\"total\": \"9\"}"));

    ParsedDocument parsed = parse(ScriptedPages.ofPages(2), model);

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(warnings()).containsExactly("PROMPT_TOO_LONG: the model gave up");
    assertThat(values()).hasToString("{\"total\":\"9\"}");
  }

  @Test
  void triesTheDocumentAgainWhereTheModelFailsForTheMoment() {
    ScriptedModel model = answering(text("one")).extracting(failing("BUSY", Kind.TRANSIENT));

    ParseException failure =
        catchThrowableOfType(ParseException.class, () -> parse(ScriptedPages.ofPages(1), model));

    assertThat(failure.code()).isEqualTo("BUSY");
    assertThat(folder).doesNotExist();
  }

  @Test
  void tellsOfTheTokensOfBothQuestionsOnePageLong() throws Exception {
    List<Integer> counts = new ArrayList<>();
    ParseProgress progress =
        new ParseProgress() {
          @Override
          public void tokenEmitted(int number, int tokens) {
            counts.add(tokens);
          }
        };

    parser(ScriptedPages.ofPages(1), answering(text("one")).extracting(json("{}")))
        .parse(new DocumentSource(scan, "scan.tif"), folder, progress);

    assertThat(counts).containsExactly(1, 5 + 1);
  }

  private ParsedDocument parse(ScriptedPages pages, ScriptedModel model) throws ParseException {
    return parser(pages, model)
        .parse(new DocumentSource(scan, "scan.tif"), folder, ParseProgress.SILENT);
  }

  private static DocumentParser parser(ScriptedPages pages, ScriptedModel model) {
    return new DocumentParser((Path file) -> pages, RenderOptions.DEFAULTS, model)
        .withExports(Exports.DEFAULTS.withKeys(Optional.of(INVOICE)));
  }

  private JsonNode metadata() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("document.json").toFile());
  }

  private JsonNode values() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("key-values.json").toFile()).get("values");
  }

  private List<String> warnings() throws IOException {
    List<String> warnings = new ArrayList<>();
    for (JsonNode warning : metadata().at("/pages/0/warnings")) {
      warnings.add(warning.get("code").asText() + ": " + warning.get("message").asText());
    }
    return warnings;
  }
}
