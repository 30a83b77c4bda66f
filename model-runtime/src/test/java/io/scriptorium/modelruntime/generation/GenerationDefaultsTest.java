package io.scriptorium.modelruntime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationDefaultsTest {
  @TempDir Path folder;

  @Test
  void areGreedyWithoutAFile() throws Exception {
    assertThat(GenerationDefaults.read(folder)).isEqualTo(GenerationOptions.GREEDY);
  }

  @Test
  void areGreedyWithThePenaltyWhereThePublishedTemperatureIsNearZero() throws Exception {
    write("{\"do_sample\": true, \"temperature\": 1e-6, \"repetition_penalty\": 1.05}");

    assertThat(GenerationDefaults.read(folder))
        .isEqualTo(GenerationOptions.GREEDY.withRepetitionPenalty(1.05));
  }

  @Test
  void areGreedyWhereNothingIsDrawn() throws Exception {
    write("{\"do_sample\": false, \"temperature\": 0.7, \"top_p\": null}");

    assertThat(GenerationDefaults.read(folder)).isEqualTo(GenerationOptions.GREEDY);
  }

  @Test
  void drawAsTheReferenceDoesWhereAFileLeavesValuesOut() throws Exception {
    write("{\"do_sample\": true}");

    assertThat(GenerationDefaults.read(folder))
        .isEqualTo(new GenerationOptions(4096, 1, 50, 1, 1, 0));
  }

  @Test
  void drawAsAFileSays() throws Exception {
    write("{\"do_sample\": true, \"temperature\": 0.1, \"top_k\": 1, \"top_p\": 0.001}");

    assertThat(GenerationDefaults.read(folder))
        .isEqualTo(new GenerationOptions(4096, 0.1, 1, 0.001, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "temperature, 1000, temperature (1000.0) must be in 0 … 100",
    "temperature, '\"hot\"', temperature is no number",
    "top_k, -1, topK (-1) must be 0 or more",
    "top_p, 0, topP (0.0) must be above 0 and at most 1",
    "repetition_penalty, 0, repetitionPenalty (0.0) must be above 0",
    "repetition_penalty, true, repetition_penalty is no number"
  })
  void refuseWhatIsOutOfRangeOrNoNumber(String field, String value, String message)
      throws Exception {
    write("{\"do_sample\": true, \"" + field + "\": " + value + "}");

    assertRefused(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"top_k\": }", "\u0000"})
  void refuseWhatIsNoJson(String text) throws Exception {
    write(text);

    assertRefused("generation_config.json is not valid JSON: ");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("generation_config.json"), text);
  }

  private void assertRefused(String message) {
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> GenerationDefaults.read(folder));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.code()).isEqualTo(Code.CHECKPOINT_INVALID);
  }
}
