package io.scriptorium.modelruntime.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.savedmodel.CheckpointCopy;
import io.scriptorium.modelruntime.savedmodel.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ModelVerificationTest {
  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> agreesWithTheReferenceOnACheckpointOfTheNewStyle() throws Exception {
    return agrees(TestModels.newStyle(), 9);
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheReferenceOnACheckpointOfTheOldStyle() throws Exception {
    return agrees(TestModels.oldStyle(), 3);
  }

  private Stream<DynamicTest> agrees(Path folder, int cases) throws Exception {
    List<VerificationCase> results = run(folder);

    assertThat(results).as("cases of %s", folder.getFileName()).hasSize(cases);
    return results.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.name(),
                    () -> assertThat(result.passed()).as(result.figures()).isTrue()));
  }

  @Test
  void knowsEveryFolderOfAnswers() throws IOException {
    try (Stream<Path> folders = Files.list(TestModels.newStyle().resolveSibling("."))) {
      assertThat(folders)
          .extracting(folder -> folder.getFileName().toString())
          .containsExactlyInAnyOrder("new-style-float32", "old-style-bfloat16-shards");
    }
  }

  @Nested
  class Reports {
    private CheckpointCopy copy;

    @BeforeEach
    void copyTheSmallestFolder() throws IOException {
      copy = CheckpointCopy.of(TestModels.oldStyle(), scratch.resolve("answers"));
    }

    @Test
    void numbersThatDiffer() throws Exception {
      copy.put("cases.safetensors", "text_alone.logits", 3, 1000)
          .put("cases.safetensors", "partial_windows.decode_logits", 3, 1000)
          .put("cases.safetensors", "image_and_video.image_features", 3, 1000);

      assertFailures(
          Map.of(
              "text_alone", " logits 1.0e+03",
              "partial_windows", "first decode step 1.0e+03",
              "image_and_video", "features 1.0e+03"));
    }

    @Test
    void numbersThatAreNone() throws Exception {
      copy.put("cases.safetensors", "text_alone.logits", 0, Float.NaN)
          .put("cases.safetensors", "partial_windows.decode_logits", 0, Float.NaN)
          .put("cases.safetensors", "image_and_video.video_features", 0, Float.NaN);

      assertFailures(
          Map.of(
              "text_alone", " logits NaN",
              "partial_windows", "first decode step NaN",
              "image_and_video", "features NaN"));
    }

    @Test
    void positionsThatDiffer() throws Exception {
      change(
          "partial_windows",
          answer -> increment((ArrayNode) answer.path("position_ids").path(2), 1));
      change("image_and_video", answer -> answer.put("rope_delta", 0));

      assertFailures(
          Map.of(
              "partial_windows", "positions DIFFERENT",
              "image_and_video", "positions DIFFERENT"));
    }

    @Test
    void answersThatDiffer() throws Exception {
      change("text_alone", answer -> increment((ArrayNode) answer.path("generated_greedy"), 11));
      change(
          "partial_windows",
          answer -> increment((ArrayNode) answer.path("generated_repetition_penalty_1_05"), 11));
      change("image_and_video", answer -> answer.remove("generated_greedy"));

      assertFailures(
          Map.of(
              "text_alone", "greedy DIFFERENT, repetition penalty equal",
              "partial_windows", "greedy equal, repetition penalty DIFFERENT",
              "image_and_video", "greedy DIFFERENT, repetition penalty equal"));
    }

    @Test
    void aFolderWithoutCases() throws Exception {
      copy.edit("cases.json", json -> json.withObject("/cases").removeAll());

      assertRefused("cases.json has no cases");
    }

    @Test
    void numbersThatAreMissing() throws Exception {
      copy.edit(
          "cases.json",
          json -> {
            ObjectNode cases = json.withObject("/cases");
            cases.set("renamed", cases.remove("text_alone"));
          });

      assertRefused("cases.safetensors has no tensor renamed.logits");
    }

    private void change(String name, Consumer<ObjectNode> change) throws IOException {
      copy.edit("cases.json", json -> change.accept(json.withObject("/cases/" + name)));
    }

    private void increment(ArrayNode numbers, int index) {
      numbers.set(index, numbers.path(index).intValue() + 1);
    }

    private void assertFailures(Map<String, String> figures) throws Exception {
      List<VerificationCase> results = run(copy.folder());

      assertThat(results).hasSize(3);
      assertThat(results)
          .filteredOn(result -> !result.passed())
          .hasSize(figures.size())
          .allSatisfy(
              failure -> assertThat(failure.figures()).contains(figures.get(failure.name())));
    }

    private void assertRefused(String message) {
      ModelException refusal = catchThrowableOfType(ModelException.class, () -> run(copy.folder()));
      assertThat(refusal).hasMessageContaining(message);
      assertThat(refusal.code()).isEqualTo(Code.REFERENCE_INVALID);
    }
  }

  private List<VerificationCase> run(Path folder) throws ModelException {
    List<VerificationCase> results = new ArrayList<>();
    ModelVerification.run(folder, scratch, results::add);
    return results;
  }
}
