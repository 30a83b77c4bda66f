package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.fixtures.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The models that come with the program find the key values of an invoice and a form that they have
 * never seen. They are set in the bundled typefaces alone, so every machine draws the same.
 */
class KeyValuesIT {
  // What it reaches is better; values that belong to other keys are far worse.
  private static final String BOUND = "keyValues=0.5";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Scriptorium scriptorium;

  @BeforeAll
  static void findKeyValues() throws Exception {
    scriptorium = Scriptorium.in(folder);
    draw("invoice");
    draw("form");
    Path keys = Files.createDirectories(scriptorium.path("keys"));
    for (Path facts : files("drawn", ".json")) {
      JSON.writeValue(
          keys.resolve(facts.getFileName()).toFile(), JSON.readTree(facts.toFile()).get("values"));
    }
    assertThat(scriptorium.run("parse", "--out", "read", "--keys", "keys", "drawn"))
        .saidOnce("2 documents parsed")
        .spokePlainly();
  }

  @Test
  void areTheTrueOnesMoreOftenThanNot() throws Exception {
    assertThat(compare("drawn")).succeeded().spokePlainly();
  }

  @Test
  void areNotThoseOfOtherDocuments() throws Exception {
    Path swapped = Files.createDirectories(scriptorium.path("swapped"));
    List<Path> facts = files("drawn", ".json");
    for (int i = 0; i < facts.size(); i++) {
      Path other = facts.get((i + 1) % facts.size());
      Files.copy(other, swapped.resolve(facts.get(i).getFileName()));
      Files.copy(html(other), swapped.resolve(html(facts.get(i)).getFileName()));
    }

    assertThat(compare("swapped")).exitedWith(1);
  }

  @Test
  void standInTheTextThatWasRead() throws Exception {
    for (Path found : files("read", "key-values.json")) {
      String text = Files.readString(found.resolveSibling("document.html"));
      JsonNode values = JSON.readTree(found.toFile()).get("values");

      assertThat(values.isEmpty()).isFalse();
      assertThat(texts(values))
          .allSatisfy(
              value -> assertThat(text).contains(value.replace("&", "&amp;").split("[\n\t]")[0]));
    }
  }

  private static Stream<String> texts(JsonNode values) {
    return values.isTextual()
        ? Stream.of(values.asText())
        : values.properties().stream().flatMap(entry -> texts(entry.getValue()));
  }

  private static Path html(Path facts) {
    return facts.resolveSibling(facts.getFileName().toString().replace(".json", ".html"));
  }

  private static List<Path> files(String place, String ending) throws Exception {
    try (Stream<Path> files = Files.walk(scriptorium.path(place))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static ProgramRun compare(String truth) throws Exception {
    return scriptorium.run(
        "eval",
        "--truth",
        truth,
        "--results",
        "read",
        "--out",
        "eval-" + truth,
        "--require",
        BOUND);
  }

  private static void draw(String kind) throws Exception {
    Path noFonts = Files.createDirectories(scriptorium.path("no-fonts"));
    assertThat(
            scriptorium.run(
                "synth",
                "--out",
                "drawn",
                "--count",
                "1",
                "--kind",
                kind,
                "--split",
                "test",
                "--clean",
                "--fonts",
                noFonts.toString()))
        .succeeded();
  }
}
