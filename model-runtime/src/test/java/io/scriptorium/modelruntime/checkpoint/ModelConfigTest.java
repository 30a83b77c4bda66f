package io.scriptorium.modelruntime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelConfigTest {
  @TempDir Path folder;

  @Test
  void readsTheReleasedLayout() throws Exception {
    ConfigJson.released(ConfigJson.Size.B7).write(folder);

    assertThat(ModelConfig.read(folder))
        .isEqualTo(
            new ModelConfig(
                new VisionConfig(
                    32, 1280, 3420, 16, 3, 14, 2, 2, 112, List.of(7, 15, 23, 31), 3584, 2.0),
                new TextConfig(
                    152064,
                    3584,
                    18944,
                    28,
                    28,
                    4,
                    128,
                    1e-6,
                    1e6,
                    List.of(16, 24, 24),
                    false,
                    128000),
                new TokenIds(151655, 151656, 151652, 151653, List.of(151645), 151645)));
  }

  @ParameterizedTest
  @EnumSource
  void readsTheSameFromEveryLayout(ConfigJson.Size size) throws Exception {
    ConfigJson.released(size).write(folder);
    ModelConfig released = ModelConfig.read(folder);
    ConfigJson.nested(size).write(folder);
    ModelConfig nested = ModelConfig.read(folder);
    ConfigJson.withRopeParameters(size).write(folder);
    ModelConfig withRopeParameters = ModelConfig.read(folder);

    assertThat(nested).isEqualTo(released);
    assertThat(withRopeParameters).isEqualTo(released);
    assertThat(released.text().layers()).isEqualTo(size.layers);
    assertThat(released.text().tiedHead()).isEqualTo(size.tied);
  }

  @Test
  void readsAVisionConfigThatLeavesOutTheDefaults() throws Exception {
    ConfigJson.released(ConfigJson.Size.B7).write(folder);
    ModelConfig complete = ModelConfig.read(folder);
    ConfigJson.released(ConfigJson.Size.B7)
        .with(
            "vision_config",
            "{'hidden_size': 1280, 'in_chans': 3, 'spatial_patch_size': 14, 'tokens_per_second':"
                + " 2}")
        .write(folder);

    assertThat(ModelConfig.read(folder)).isEqualTo(complete);
  }

  @Test
  void derivesTheSizesOfPatchesHeadsAndWindows() throws Exception {
    ConfigJson.released(ConfigJson.Size.B3).write(folder);
    ModelConfig config = ModelConfig.read(folder);

    assertThat(config.vision().headDim()).isEqualTo(80);
    assertThat(config.vision().mergeUnit()).isEqualTo(4);
    assertThat(config.vision().patchValues()).isEqualTo(1176);
    assertThat(config.vision().windowUnits()).isEqualTo(4);
    assertThat(config.text().keyValueSize()).isEqualTo(256);
  }

  @Test
  void takesEndAndPadTokensFromTheGenerationConfig() throws Exception {
    ConfigJson.released(ConfigJson.Size.B3).write(folder);
    Files.writeString(
        folder.resolve("generation_config.json"),
        "{\"eos_token_id\": [151645, 151643], \"pad_token_id\": 151643}");

    TokenIds tokens = ModelConfig.read(folder).tokens();

    assertThat(tokens.endOfText()).containsExactly(151645, 151643);
    assertThat(tokens.pad()).isEqualTo(151643);
  }

  @Test
  void findsTheEndTokenAmongTheTextFields() throws Exception {
    ConfigJson.nested(ConfigJson.Size.B3)
        .with("eos_token_id", null)
        .with("text_config.eos_token_id", "17")
        .write(folder);

    assertThat(ModelConfig.read(folder).tokens().endOfText()).containsExactly(17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "model_type | 'qwen2_vl' | config.json: model_type is \"qwen2_vl\"; supported is"
            + " qwen2_5_vl",
        "use_sliding_window | true | config.json: use_sliding_window is true; supported is false",
        "hidden_act | 'gelu' | config.json: hidden_act is \"gelu\"; supported is silu",
        "vision_config.hidden_act | 'gelu' | config.json: vision_config.hidden_act is \"gelu\"",
        "rope_scaling.type | 'yarn' | config.json: rope_scaling.type is \"yarn\"",
        "rope_scaling.rope_type | 'linear' | config.json: rope_scaling.rope_type is \"linear\"",
        "rope_scaling.mrope_interleaved | true | config.json: rope_scaling.mrope_interleaved is",
        "layer_types | ['sliding_attention'] | config.json: layer_types is \"sliding_attention\"",
        "quantization_config | {'bits': 4} | config.json: quantization_config is not supported",
        "vision_config.in_chans | 4 | config.json: vision_config.in_chans is 4; supported is 3",
        "vision_config.spatial_patch_size | 16 | config.json: vision_config.spatial_patch_size is",
      })
  void refusesWhatItCannotRun(String path, String value, String message) {
    ConfigJson.released(ConfigJson.Size.B3).with(path, quoted(value)).write(folder);

    assertRefused(Code.CONFIG_UNSUPPORTED, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "hidden_size | 2050 | hidden_size (2050) is no multiple of num_attention_heads (16)",
        "hidden_size | 0 | hidden_size (0) is outside 1..1048576",
        "num_attention_heads | 0 | num_attention_heads (0) is outside 1..2048",
        "num_attention_heads | -3 | num_attention_heads (-3) is outside 1..2048",
        "num_key_value_heads | 3 | num_attention_heads (16) is no multiple of num_key_value_heads"
            + " (3)",
        "num_hidden_layers | 2000000000 | num_hidden_layers (2000000000) is outside 1..4096",
        "num_hidden_layers | 36.5 | num_hidden_layers is 36.5, not an integer",
        "num_hidden_layers | 4294967296 | num_hidden_layers is 4294967296, not an integer",
        "num_hidden_layers | '36' | num_hidden_layers is \"36\", not an integer",
        "head_dim | 64 | head_dim (64) times num_attention_heads (16) is not hidden_size (2048)",
        "rope_scaling.mrope_section | [16, 24, 25] | mrope_section [16, 24, 25] adds up to 65",
        "rope_scaling.mrope_section | [32, 32] | mrope_section [32, 32] has not 3 entries",
        "rope_scaling.mrope_section | [-16, 40, 40] | mrope_section entry (-16) is outside",
        "rope_theta | 0 | rope_theta (0.0) is not positive",
        "rms_norm_eps | -1e-6 | rms_norm_eps (-1.0E-6) is not positive",
        "rms_norm_eps | 'small' | rms_norm_eps is \"small\", not a number",
        "tie_word_embeddings | 1 | tie_word_embeddings is 1, not true or false",
        "vision_config.window_size | 100 | vision window_size (100) is no multiple of a merged",
        "vision_config.num_heads | 15 | vision hidden_size (1280) is no multiple of num_heads (15)",
        "vision_config.num_heads | 640 | vision head size (2) is no multiple of the rotary group"
            + " (4)",
        "vision_config.fullatt_block_indexes | [32] | fullatt_block_indexes entry (32) is outside"
            + " 0..31",
        "vision_config.out_hidden_size | 3584 | vision out_hidden_size (3584) is not hidden_size"
            + " (2048)",
        "vision_config | 7 | vision_config is 7, not an object",
        "image_token_id | 151936 | image_token_id (151936) is outside 0..151935",
        "image_token_id | 151656 | image_token_id and video_token_id are both 151656",
        "eos_token_id | [] | eos_token_id names no token",
        "eos_token_id | -1 | eos_token_id (-1) is outside",
      })
  void refusesNumbersThatContradictEachOther(String path, String value, String message) {
    ConfigJson.released(ConfigJson.Size.B3).with(path, quoted(value)).write(folder);

    assertRefused(Code.CHECKPOINT_INVALID, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model_type",
        "vocab_size",
        "rope_scaling",
        "rope_theta",
        "eos_token_id",
        "vision_config"
      })
  void namesAMissingField(String field) {
    ConfigJson.released(ConfigJson.Size.B3).with(field, null).write(folder);

    assertRefused(Code.CHECKPOINT_INVALID, "config.json: " + field + " is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a': 1, 'a': 2} | config.json is not valid JSON: Duplicate field 'a' (line 1, column 13)",
        "{'a': 1} {} | config.json is not valid JSON: Trailing token",
        "{'a': | config.json is not valid JSON: Unexpected end-of-input",
        "[] | config.json holds no JSON object",
        "'' | config.json holds no JSON object",
      })
  void refusesBrokenJson(String json, String message) throws IOException {
    Files.writeString(folder.resolve("config.json"), quoted(json));

    assertRefused(Code.CHECKPOINT_INVALID, message);
  }

  @Test
  void refusesJsonThatIsNotUtf8() throws IOException {
    Files.write(
        folder.resolve("config.json"),
        "{\"model_type\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(Code.CHECKPOINT_INVALID, "config.json is not UTF-8");
  }

  @Test
  void refusesAHugeConfig() throws IOException {
    Files.writeString(folder.resolve("config.json"), " ".repeat((1 << 20) + 1));

    assertRefused(Code.CHECKPOINT_INVALID, "config.json has 1048577 bytes; at most 1048576");
  }

  @Test
  void refusesDeepNesting() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"a\":" + "[".repeat(100_000));

    assertRefused(Code.CHECKPOINT_INVALID, "config.json is not valid JSON: Document nesting depth");
  }

  @Test
  void namesAMissingConfig() {
    assertRefused(Code.CHECKPOINT_MISSING, "config.json is missing from the checkpoint");
  }

  private void assertRefused(Code code, String message) {
    ModelException e = catchThrowableOfType(ModelException.class, () -> ModelConfig.read(folder));
    assertThat(e).isNotNull();
    assertThat(e).hasMessageContaining(message);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.getMessage()).doesNotContain(folder.toString());
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
