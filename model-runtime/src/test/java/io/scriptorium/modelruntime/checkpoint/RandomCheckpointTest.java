package io.scriptorium.modelruntime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RandomCheckpointTest {
  private static final ShardPlan.Limits SMALL_FILES = new ShardPlan.Limits(1000, 50_000);

  @TempDir Path parent;

  @Test
  void writesACheckpointThatIsValid() throws Exception {
    tiny(1, Dtype.BF16).write(folder("out"), RandomCheckpoint.Progress.SILENT);

    assertThat(names("out"))
        .containsExactly(
            "config.json",
            "generation_config.json",
            "model.safetensors",
            "preprocessor_config.json",
            "tokenizer.json");
    try (Checkpoint checkpoint = Checkpoint.open(folder("out"))) {
      assertThat(checkpoint.config()).isEqualTo(ModelShapes.tiny());
      assertThat(checkpoint.validate()).isEmpty();
      assertThat(checkpoint.tensors()).allMatch(tensor -> tensor.dtype() == Dtype.BF16);
    }
  }

  @Test
  void splitsTheTensorsOverFilesWithAnIndex() throws Exception {
    tiny(1, Dtype.F32).write(folder("single"), RandomCheckpoint.Progress.SILENT);
    tiny(1, Dtype.F32).write(folder("split"), RandomCheckpoint.Progress.SILENT, SMALL_FILES, 2);

    assertThat(names("split"))
        .contains("model.safetensors.index.json", "model-00001-of-00031.safetensors")
        .doesNotContain("model.safetensors");
    try (Checkpoint single = Checkpoint.open(folder("single"));
        Checkpoint split = Checkpoint.open(folder("split"))) {
      assertThat(split.validate()).isEmpty();
      for (CheckpointTensor tensor : single.tensors()) {
        assertThat(floats(split.tensor(tensor.name()))).as(tensor.name()).isEqualTo(floats(tensor));
      }
    }
  }

  @Test
  void writesTheSameWhateverTheNumberOfThreads() throws Exception {
    tiny(5, Dtype.BF16).write(folder("one"), RandomCheckpoint.Progress.SILENT, SMALL_FILES, 1);
    tiny(5, Dtype.BF16).write(folder("many"), RandomCheckpoint.Progress.SILENT, SMALL_FILES, 7);
    tiny(6, Dtype.BF16).write(folder("other"), RandomCheckpoint.Progress.SILENT, SMALL_FILES, 7);

    assertThat(digest("many")).isEqualTo(digest("one"));
    assertThat(digest("many").fingerprint()).isEqualTo(digest("one").fingerprint());
    assertThat(digest("other").fingerprint()).isNotEqualTo(digest("one").fingerprint());
  }

  @Test
  void writesALargeTensorPartByPart() throws Exception {
    TextConfig text = ModelShapes.tiny().text();
    TextConfig wide =
        new TextConfig(
            40_000,
            text.hiddenSize(),
            text.intermediateSize(),
            1,
            text.heads(),
            text.keyValueHeads(),
            text.headDim(),
            text.rmsNormEps(),
            text.ropeTheta(),
            text.mropeSection(),
            true,
            text.maxPositions());
    ModelConfig config =
        new ModelConfig(ModelShapes.tiny().vision(), wide, ModelShapes.tiny().tokens());
    new RandomCheckpoint(config, 3, Dtype.F32)
        .write(folder("out"), RandomCheckpoint.Progress.SILENT);

    TensorSpec embedding =
        TensorSpec.of("model.language_model.embed_tokens.weight", wide.vocabSize(), 64);
    RandomTensor expected = new RandomTensor(3, embedding);
    try (Checkpoint checkpoint = Checkpoint.open(folder("out"))) {
      float[] found = floats(checkpoint.tensor(embedding.name()));
      assertThat(found).hasSize(wide.vocabSize() * 64);
      for (int i = 0; i < found.length; i++) {
        if (found[i] != expected.value(i)) {
          assertThat(found[i]).as("number %d", i).isEqualTo(expected.value(i));
        }
      }
    }
  }

  @Test
  void roundsToTheNearestBfloat16() throws Exception {
    tiny(1, Dtype.F32).write(folder("exact"), RandomCheckpoint.Progress.SILENT);
    tiny(1, Dtype.BF16).write(folder("rounded"), RandomCheckpoint.Progress.SILENT);

    try (Checkpoint exact = Checkpoint.open(folder("exact"));
        Checkpoint rounded = Checkpoint.open(folder("rounded"))) {
      String name = "model.visual.blocks.0.attn.qkv.weight";
      float[] expected = floats(exact.tensor(name));
      float[] found = floats(rounded.tensor(name));
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(Math.abs(expected[i]) / 256));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.00390625, 3F80",
    "1.01171875, 3F82",
    "1.0078125, 3F81",
    "1.00390637, 3F81",
    "-1.00390637, BF81",
    "0, 0000"
  })
  void roundsTiesToEven(float value, String bits) {
    assertThat(RandomTensor.bfloat16(value)).isEqualTo((short) Integer.parseInt(bits, 16));
  }

  @ParameterizedTest
  @CsvSource({
    "model.language_model.embed_tokens.weight, 0, 0.5",
    "model.language_model.layers.0.mlp.gate_proj.weight, 0, 0.15",
    "model.visual.patch_embed.proj.weight, 0, 0.0349927",
    "model.visual.blocks.1.mlp.up_proj.bias, 0, 0.1",
    "model.visual.blocks.1.norm2.weight, 1, 0.2",
    "model.visual.merger.ln_q.weight, 1, 0.2",
    "model.language_model.norm.weight, 1, 0.2",
  })
  void spreadsNumbersAsTheirLayerNeeds(String name, double mean, double deviation)
      throws Exception {
    tiny(1, Dtype.F32).write(folder("out"), RandomCheckpoint.Progress.SILENT);

    try (Checkpoint checkpoint = Checkpoint.open(folder("out"))) {
      float[] values = floats(checkpoint.tensor(name));
      double error = deviation / Math.sqrt(values.length);
      double foundMean = stream(values).average().orElseThrow();
      assertThat(foundMean).isCloseTo(mean, within(4 * error));
      double variance =
          stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
      assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(4 * error));
    }
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    List<Long> written = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    tiny(1, Dtype.BF16)
        .write(
            folder("out"),
            (bytes, total) -> {
              written.add(bytes);
              totals.add(total);
            },
            SMALL_FILES,
            3);

    long total = TensorCatalogue.of(ModelShapes.tiny()).parameters() * 2;
    assertThat(written).isSorted().last().isEqualTo(total);
    assertThat(totals).containsOnly(total);
  }

  @ParameterizedTest
  @EnumSource
  void describesEveryPublishedSizeSoThatItReadsBack(ConfigJson.Size size) throws Exception {
    ModelConfig config = ModelShapes.resolve(size.name().substring(1) + "B");
    PublishedFiles files = new PublishedFiles(config);
    Files.writeString(parent.resolve("config.json"), files.config(Dtype.BF16).toString());
    Files.writeString(
        parent.resolve("generation_config.json"), files.generationConfig().toString());

    assertThat(ModelConfig.read(parent)).isEqualTo(config);
    ConfigJson.released(size).write(parent);
    assertThat(ModelConfig.read(parent)).isEqualTo(config);
  }

  @Test
  void takesItsShapeFromAConfiguration() throws Exception {
    ConfigJson.nested(ConfigJson.Size.B7).write(parent);

    ModelConfig config = ModelConfig.read(parent);
    assertThat(ModelShapes.resolve(parent.toString())).isEqualTo(config);
    assertThat(ModelShapes.resolve(parent.resolve("config.json").toString())).isEqualTo(config);
  }

  @Test
  void namesTheShapesItKnows() {
    assertThatThrownBy(() -> ModelShapes.resolve("13b"))
        .isInstanceOf(ModelException.class)
        .hasMessage("13b is neither a shape (tiny, 3b, 7b, 32b, 72b) nor a config.json");
  }

  @Test
  void doesNotOverwrite() throws Exception {
    Files.createDirectory(folder("out"));

    assertNotWritten(tiny(1, Dtype.BF16), Code.OUTPUT_NOT_WRITTEN, "out exists already");
    assertThat(names("out")).isEmpty();
  }

  @Test
  void saysWhenTheDiskIsTooSmall() throws Exception {
    TextConfig text =
        new TextConfig(
            512, 1 << 20, 1 << 20, 4096, 1 << 13, 1, 128, 1e-6, 1e6, List.of(16, 24, 24), true, 1);
    VisionConfig vision = new VisionConfig(1, 64, 64, 1, 3, 14, 2, 2, 112, List.of(), 1 << 20, 2);
    ModelConfig huge = new ModelConfig(vision, text, ModelShapes.tiny().tokens());

    assertNotWritten(
        new RandomCheckpoint(huge, 1, Dtype.BF16),
        Code.OUTPUT_NOT_WRITTEN,
        "the checkpoint needs 45038222684009216 bytes; the disk has ");
    assertThat(names(".")).isEmpty();
  }

  @Test
  void leavesNothingBehindWhenItFails() throws Exception {
    assertThatThrownBy(
            () ->
                tiny(1, Dtype.BF16)
                    .write(
                        folder("out"),
                        (written, total) -> {
                          throw new IllegalStateException("stop");
                        }))
        .hasMessage("stop");
    assertThat(names(".")).isEmpty();
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() throws Exception {
    Thread.currentThread().interrupt();
    try {
      assertNotWritten(
          tiny(1, Dtype.BF16), Code.OUTPUT_NOT_WRITTEN, "writing the checkpoint was stopped");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(names(".")).isEmpty();
  }

  @Test
  void refusesTokenIdsThatAreThoseOfBytes() throws Exception {
    ModelConfig tiny = ModelShapes.tiny();
    TokenIds tokens = new TokenIds(501, 502, 499, 255, List.of(498), 496);

    assertNotWritten(
        new RandomCheckpoint(new ModelConfig(tiny.vision(), tiny.text(), tokens), 1, Dtype.F32),
        Code.TOKENIZER_INVALID,
        "token <|vision_end|> has id 255, which is that of a byte");
    assertThat(names(".")).isEmpty();
  }

  @Test
  void writesNoOtherFormats() {
    assertThatThrownBy(() -> tiny(1, Dtype.I64))
        .hasMessage("random weights are F32 or BF16, not I64");
  }

  private void assertNotWritten(RandomCheckpoint checkpoint, Code code, String message) {
    ModelException e =
        catchThrowableOfType(
            ModelException.class,
            () -> checkpoint.write(folder("out"), RandomCheckpoint.Progress.SILENT));
    assertThat(e).isNotNull().hasMessageContaining(message);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.getMessage()).doesNotContain(parent.toString());
  }

  private static RandomCheckpoint tiny(long seed, Dtype dtype) {
    return new RandomCheckpoint(ModelShapes.tiny(), seed, dtype);
  }

  private Path folder(String name) {
    return parent.resolve(name);
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private SourceDigest digest(String name) throws ModelException {
    try (Checkpoint checkpoint = Checkpoint.open(folder(name))) {
      return checkpoint.digest();
    }
  }

  private static DoubleStream stream(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  private static float[] floats(CheckpointTensor tensor) throws ModelException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(tensor.byteSize())).order(ByteOrder.LITTLE_ENDIAN);
    tensor.read(0, bytes);
    float[] values = new float[Math.toIntExact(tensor.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          tensor.dtype() == Dtype.F32
              ? bytes.getFloat(i * 4)
              : Float.intBitsToFloat(bytes.getShort(i * 2) << 16);
    }
    return values;
  }
}
