package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static io.scriptorium.fixtures.ResultFolderAssert.assertThatResult;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.fixtures.FolderContents;
import io.scriptorium.fixtures.FolderCopy;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.ProgramRun;
import io.scriptorium.fixtures.TestImages;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way of a model from a checkpoint to answers, and the proof that the answers are right. */
class ModelCommandsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private Scriptorium scriptorium;

  @BeforeEach
  void install() throws IOException {
    scriptorium = Scriptorium.in(folder);
    Files.write(
        scriptorium.path("page.png"), ImageFiles.png(TestImages.plain(56, 56, Color.WHITE)));
  }

  @Test
  void convertsACheckpointOnceAndUsesItEverAfter() throws Exception {
    assertThat(scriptorium.run("model", "random", "--shape", "tiny", "tiny")).succeeded();
    assertThat(scriptorium.run("model", "info", "tiny"))
        .succeeded()
        .printedLineWith("kind", "checkpoint, not converted")
        .printedLineWith("parameters", "460,928");

    assertThat(parse("first", "tiny")).succeeded().saidOnce("Converting tiny").spokePlainly();
    SortedMap<String, String> cache = FolderContents.of(scriptorium.cache());
    assertThat(parse("second", "tiny")).succeeded().saidNothingOf("Converting");

    assertThat(FolderContents.of(scriptorium.cache())).isEqualTo(cache);
    assertThat(FolderContents.names(scriptorium.cache().resolve("models"))).hasSize(1);
    assertThatResult(scriptorium.path("first/page.png"))
        .isCompleteWithPages(1)
        .tellsThatItComesFrom(scriptorium.path("page.png"));
    assertThat(FolderContents.of(scriptorium.path("second")))
        .isEqualTo(FolderContents.of(scriptorium.path("first")));
  }

  @Test
  void convertsACheckpointToAPlaceOfTheUsersChoice() throws Exception {
    assertThat(scriptorium.run("model", "random", "--shape", "tiny", "tiny")).succeeded();
    assertThat(scriptorium.run("model", "convert", "tiny", "models/own"))
        .succeeded()
        .printed()
        .saidOnce("converted 100 %");
    SortedMap<String, String> converted = FolderContents.of(scriptorium.path("models"));

    assertThat(scriptorium.run("model", "convert", "tiny", "models/own"))
        .exitedWith(1)
        .printed()
        .saidOnce("OUTPUT_NOT_WRITTEN: ", "models/own exists already")
        .spokePlainly();
    assertThat(FolderContents.of(scriptorium.path("models"))).isEqualTo(converted);

    assertThat(scriptorium.run("model", "info", "models/own"))
        .succeeded()
        .printedLineWith("kind", "SavedModel")
        .printedLineWith("matrices", "bfloat16");
    assertThat(parse("out", "models/own")).succeeded().saidOnce("Model: tiny on ");
    assertThatResult(scriptorium.path("out/page.png")).isCompleteWithPages(1);
    assertThat(scriptorium.cache()).doesNotExist();
  }

  static List<Path> goldenFolders() throws IOException {
    try (Stream<Path> folders = Files.list(Repository.golden())) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenFolders")
  void answersAsTheReferenceImplementationDoes(Path golden) throws Exception {
    List<String> expected = new ArrayList<>();
    cases(golden).fieldNames().forEachRemaining(name -> expected.add("ok   " + name));

    ProgramRun run = scriptorium.run("model", "verify", golden.toString());

    assertThat(run).succeeded().spokePlainly();
    assertThat(run.outputLines()).last().isEqualTo("All equal.");
    assertThat(run.outputLines().stream().filter(line -> line.contains(": ")))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .isNotEmpty()
        .containsExactlyElementsOf(expected);
  }

  @Test
  void noticesAnAnswerThatIsNotTheReferences() throws Exception {
    Path golden =
        FolderCopy.of(
            Repository.golden().resolve("old-style-bfloat16-shards"), scriptorium.path("golden"));
    JsonNode root = JSON.readTree(golden.resolve("cases.json").toFile());
    ObjectNode spoilt = (ObjectNode) root.path("cases").path("text_alone");
    spoilt.put("next_token", spoilt.path("next_token").asInt() + 1);
    Files.write(golden.resolve("cases.json"), JSON.writeValueAsBytes(root));

    assertThat(scriptorium.run("model", "verify", "golden"))
        .exitedWith(1)
        .printedLineWith("FAIL text_alone: ", "greedy DIFFERENT")
        .printedLineWith("ok   partial_windows: ")
        .printedLineWith("1 differ.")
        .spokePlainly();
  }

  private ProgramRun parse(String out, String model) throws Exception {
    return scriptorium.run(
        "parse", "--model", model, "--out", out, "--max-tokens", "8", "page.png");
  }

  private static JsonNode cases(Path golden) throws IOException {
    return JSON.readTree(golden.resolve("cases.json").toFile()).path("cases");
  }
}
