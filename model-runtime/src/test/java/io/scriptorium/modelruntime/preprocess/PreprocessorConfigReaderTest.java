package io.scriptorium.modelruntime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessorConfigReaderTest {

  private static final String PUBLISHED =
      """
      {"image_processor_type": "Qwen2VLImageProcessor",
       "min_pixels": 3136, "max_pixels": 12845056,
       "patch_size": 14, "temporal_patch_size": 2, "merge_size": 2,
       "image_mean": [0.48145466, 0.4578275, 0.40821073],
       "image_std": [0.26862954, 0.26130258, 0.27577711]}
      """;

  @TempDir Path folder;

  @Test
  void readsThePublishedLayout() throws Exception {
    PreprocessorConfig config = read(PUBLISHED);

    assertThat(config.minPixels()).isEqualTo(3136);
    assertThat(config.maxPixels()).isEqualTo(12_845_056);
    assertThat(config.factor()).isEqualTo(28);
    assertThat(config.patchLength()).isEqualTo(1176);
    assertThat(config.mean()).containsExactly(0.48145466, 0.4578275, 0.40821073);
  }

  @Test
  void readsAreasFromTheNewerSizeObject() throws Exception {
    PreprocessorConfig config =
        read(
            PUBLISHED.replace(
                "\"min_pixels\": 3136, \"max_pixels\": 12845056",
                "\"size\": {\"shortest_edge\": 6272, \"longest_edge\": 1003520}"));

    assertThat(config.minPixels()).isEqualTo(6272);
    assertThat(config.maxPixels()).isEqualTo(1_003_520);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"patch_size\": 14, | | patch_size is missing",
        "\"patch_size\": 14 | \"patch_size\": \"14\" | patch_size is not an integer",
        "\"patch_size\": 14 | \"patch_size\": 0 | patchSize (0) is not between 1 and 256",
        "\"min_pixels\": 3136, | | min_pixels or size.shortest_edge is missing",
        "12845056 | 99 | maxPixels (99) is less than minPixels (3136)",
        "12845056 | 12845056000 | max_pixels is not an integer",
        ", 0.27577711] | ] | image_std has 2 numbers instead of 3",
        "0.27577711 | 0 | is not three numbers above 0",
        "0.27577711 | \"x\" | image_std is not a list of numbers",
        "Qwen2VLImageProcessor | CLIPImageProcessor | \"CLIPImageProcessor\" is not one of",
        "\"merge_size\": 2 | \"merge_size\": 2, \"resample\": 2 | only 3 (bicubic)",
        "\"merge_size\": 2 | \"merge_size\": 2, \"do_resize\": false | do_resize is false",
        "\"merge_size\": 2 | \"merge_size\": 2, \"rescale_factor\": 1 | rescale_factor is 1",
        "\"merge_size\": 2 | \"merge_size\": 2, \"merge_size\": 3 | Duplicate field 'merge_size'",
        "0.27577711]} | 0.27577711] | is not valid JSON"
      })
  void refusesWhatItDoesNotUnderstand(String found, String replacement, String problem) {
    String broken = PUBLISHED.replace(found, replacement == null ? "" : replacement);

    assertThat(broken).isNotEqualTo(PUBLISHED);
    assertInvalid(() -> read(broken), problem);
  }

  @Test
  void saysThatTheFileIsMissing() {
    assertInvalid(
        () -> PreprocessorConfigReader.read(folder), "preprocessor_config.json is missing");
  }

  @Test
  void refusesAFileThatIsNoObject() {
    assertInvalid(() -> read("[]"), "holds no JSON object");
  }

  private PreprocessorConfig read(String json) throws IOException, ModelException {
    Files.writeString(folder.resolve("preprocessor_config.json"), json);
    return PreprocessorConfigReader.read(folder);
  }

  private static void assertInvalid(ThrowingCallable reading, String problem) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.PREPROCESSOR_INVALID))
        .hasMessageContaining(problem);
  }
}
