package io.scriptorium.modelruntime.savedmodel;

import static io.scriptorium.fixtures.SafetensorsBuilder.safetensors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.fixtures.SafetensorsBuilder;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.Checkpoint;
import io.scriptorium.modelruntime.checkpoint.CheckpointTensor;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.graph.ModelVariables;
import io.scriptorium.modelruntime.graph.Storage;
import io.scriptorium.modelruntime.graph.VariableSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelConverterTest {
  @TempDir static Path shared;
  private static Path checkpoint;
  private static Path model;

  @TempDir Path folder;
  private Path out;

  @BeforeAll
  static void convertOnce() throws Exception {
    checkpoint = TestModels.randomCheckpoint(shared.resolve("invoices-7b"), Dtype.BF16);
    model = TestModels.convert(checkpoint, shared.resolve("model"));
  }

  @BeforeEach
  void nameTheOutput() {
    out = folder.resolve("out");
  }

  @Test
  void writesTheGraphTheVariablesAndWhatElseTheModelNeeds() throws Exception {
    List<String> names = filesBelow(model);

    assertThat(names)
        .contains(
            "config.json",
            "generation_config.json",
            "manifest.json",
            "preprocessor_config.json",
            "saved_model.pb",
            "tokenizer.json",
            "variables/variables.index");
    assertThat(names)
        .filteredOn(name -> name.startsWith("variables/"))
        .as("no group is left over")
        .allMatch(name -> name.startsWith("variables/variables."));
    assertThat(foldersBelow(model)).containsExactly("variables");
  }

  @Test
  void saysInTheManifestWhereTheModelComesFrom() throws Exception {
    Manifest manifest = Manifest.read(model);

    assertThat(manifest.name()).isEqualTo("invoices-7b");
    assertThat(manifest.format()).isEqualTo(Manifest.FORMAT);
    assertThat(manifest.matrices()).isEqualTo(Storage.BFLOAT16);
    assertThat(manifest.source())
        .extracting(Manifest.FileEntry::path)
        .contains("model.safetensors");
    assertThat(manifest.files())
        .extracting(Manifest.FileEntry::path)
        .containsExactlyInAnyOrderElementsOf(
            filesBelow(model).stream().filter(name -> !name.equals("manifest.json")).toList());
  }

  @Test
  void countsTheFilesOfTheTokenizerAsSource() throws Exception {
    Path copy = CheckpointCopy.of(checkpoint, folder.resolve("copy")).folder();
    Files.writeString(copy.resolve("tokenizer_config.json"), "{}");

    TestModels.convert(copy, out);

    assertThat(Manifest.read(out).source())
        .extracting(Manifest.FileEntry::path)
        .contains("tokenizer.json", "tokenizer_config.json");
  }

  @Test
  void writesTheSameBytesEachTime() throws Exception {
    TestModels.convert(checkpoint, out);

    for (String name : filesBelow(model)) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(model.resolve(name));
    }
    assertThat(Manifest.read(out).fingerprint()).isEqualTo(Manifest.read(model).fingerprint());
  }

  @Test
  void keepsBfloat16AsItIsOnDisk() throws Exception {
    assertThat(variableBytes(model)).isEqualTo(bytes(Storage.BFLOAT16));

    TestModels.convert(TestModels.randomCheckpoint(folder.resolve("wide"), Dtype.F32), out);

    assertThat(variableBytes(out)).isEqualTo(bytes(Storage.FLOAT32));
    assertThat(Manifest.read(out).matrices()).isEqualTo(Storage.FLOAT32);
  }

  @Test
  void widensFloat16ToTheSameNumbersInFloat32() throws Exception {
    Path half = rewritten("half", "F16");
    Path whole = rewritten("whole", "F32");

    TestModels.convert(half, out);
    Path ofWhole = TestModels.convert(whole, folder.resolve("of-whole"));

    assertThat(Manifest.read(out).matrices()).isEqualTo(Storage.FLOAT32);
    for (String name : filesBelow(ofWhole)) {
      if (name.startsWith("variables/")) {
        assertThat(out.resolve(name)).hasSameBinaryContentAs(ofWhole.resolve(name));
      }
    }
  }

  @Test
  void tellsHowFarItHasCome() throws Exception {
    List<Long> done = new ArrayList<>();

    ModelConverter.convert(
        checkpoint,
        out,
        (bytes, total) -> {
          assertThat(total).isEqualTo(bytes(Storage.BFLOAT16));
          done.add(bytes);
        });

    assertThat(done).startsWith(0L).endsWith(bytes(Storage.BFLOAT16)).isSorted();
    assertThat(done).hasSizeGreaterThan(5);
  }

  @Test
  void leavesAnExistingOutputAsItIs() throws Exception {
    Files.writeString(out, "mine");

    assertRefused(checkpoint, Code.OUTPUT_NOT_WRITTEN, "out exists already");

    assertThat(out).hasContent("mine");
  }

  @Test
  void leavesALinkThatPointsNowhereAsItIs() throws Exception {
    Files.createSymbolicLink(out, folder.resolve("nowhere"));

    assertRefused(checkpoint, Code.OUTPUT_NOT_WRITTEN, "out exists already");

    assertThat(out).isSymbolicLink();
  }

  @Test
  void leavesNothingWhenItIsStopped() {
    Progress stopping =
        (done, total) -> {
          if (done > total / 2) {
            throw new IllegalStateException("stopped");
          }
        };

    assertThatThrownBy(() -> ModelConverter.convert(checkpoint, out, stopping))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("stopped");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesNothingWhenTheDiskDoesNotTakeTheVariables() {
    Progress vanishing =
        (done, total) -> {
          if (done > 0) {
            removePartialOutput();
          }
        };

    ModelException failure =
        catchThrowableOfType(
            ModelException.class, () -> ModelConverter.convert(checkpoint, out, vanishing));

    assertThat(failure.code()).isEqualTo(Code.OUTPUT_NOT_WRITTEN);
    assertThat(failure).hasMessageContaining("cannot write " + out);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesNothingWhenTheCheckpointIsNotWhole() throws Exception {
    Path broken = CheckpointCopy.of(checkpoint, folder.resolve("broken")).folder();
    safetensors().write(broken.resolve("model.safetensors"));

    assertRefused(broken, Code.TENSOR_MISSING, "is missing from the checkpoint");

    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(broken));
  }

  private void removePartialOutput() {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The checkpoint with its numbers cut to what both formats can hold, in one of them. */
  private Path rewritten(String name, String dtype) throws Exception {
    Path copy = CheckpointCopy.of(checkpoint, folder.resolve(name)).folder();
    SafetensorsBuilder builder = safetensors();
    try (Checkpoint source = Checkpoint.open(checkpoint)) {
      for (CheckpointTensor tensor : source.tensors()) {
        builder.tensor(tensor.name(), dtype, tensor.shape(), numbers(tensor, dtype));
      }
    }
    builder.write(copy.resolve("model.safetensors"));
    return copy;
  }

  // The exponents in the middle of float16: what is smaller or larger becomes one of the two.
  private static byte[] numbers(CheckpointTensor tensor, String dtype) throws ModelException {
    int elements = Math.toIntExact(tensor.elements());
    ByteBuffer from = ByteBuffer.allocate(2 * elements).order(ByteOrder.LITTLE_ENDIAN);
    tensor.read(0, from);
    from.flip();
    boolean half = dtype.equals("F16");
    ByteBuffer to = ByteBuffer.allocate((half ? 2 : 4) * elements).order(ByteOrder.LITTLE_ENDIAN);
    while (from.hasRemaining()) {
      int bits = from.getShort() & 0xFFFF; // 1 sign, 8 exponent, 7 fraction
      int exponent = Math.min(Math.max(((bits >> 7) & 0xFF) - 127, -14), 15);
      int sign = bits >> 15;
      int fraction = bits & 0x7F;
      if (half) {
        to.putShort((short) ((sign << 15) | ((exponent + 15) << 10) | (fraction << 3)));
      } else {
        to.putInt((sign << 31) | ((exponent + 127) << 23) | (fraction << 16));
      }
    }
    return to.array();
  }

  private void assertRefused(Path source, Code code, String message) {
    ModelException refusal =
        catchThrowableOfType(
            ModelException.class, () -> ModelConverter.convert(source, out, Progress.SILENT));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.code()).isEqualTo(code);
  }

  private static long bytes(Storage storage) {
    return ModelVariables.groups(ModelShapes.tiny(), storage).stream()
        .flatMap(List::stream)
        .mapToLong(VariableSpec::bytes)
        .sum();
  }

  private static long variableBytes(Path model) throws IOException {
    long bytes = 0;
    for (String name : filesBelow(model)) {
      if (name.startsWith("variables/variables.data")) {
        bytes += Files.size(model.resolve(name));
      }
    }
    return bytes;
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    return below(folder).filter(name -> !Files.isDirectory(folder.resolve(name))).toList();
  }

  private static List<String> foldersBelow(Path folder) throws IOException {
    return below(folder).filter(name -> Files.isDirectory(folder.resolve(name))).toList();
  }

  private static Stream<String> below(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk
          .filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList()
          .stream();
    }
  }
}
