package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.FolderContents;
import io.scriptorium.fixtures.FolderCopy;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.ProgramRun;
import io.scriptorium.fixtures.TestImages;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that were damaged on their way here. None may be used, or leave anything in the cache. */
class BadModelIT {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path checkpoint;
  private static Path savedModel;

  private Scriptorium scriptorium;
  private Path model;

  @BeforeAll
  static void makeModels() throws Exception {
    Scriptorium maker = Scriptorium.in(shared);
    checkpoint = maker.path("checkpoint");
    savedModel = maker.path("saved-model");
    assertThat(maker.run("model", "random", "--shape", "tiny", "checkpoint")).succeeded();
    assertThat(maker.run("model", "convert", "checkpoint", "saved-model")).succeeded();
  }

  @BeforeEach
  void install() throws IOException {
    scriptorium = Scriptorium.in(folder);
    model = scriptorium.path("model");
    Files.write(
        scriptorium.path("page.png"), ImageFiles.png(TestImages.plain(56, 56, Color.WHITE)));
  }

  @Test
  void refusesACheckpointWhoseWeightsAreCutOff() throws Exception {
    Path weights = FolderCopy.of(checkpoint, model).resolve("model.safetensors");
    Files.write(weights, Damage.truncated(Files.readAllBytes(weights), 0.9));

    assertRefused("TENSOR_INVALID: ", "model.safetensors: tensor model.layers.2.");
  }

  @Test
  void refusesACheckpointWhoseHeaderHasAnotherLength() throws Exception {
    Path weights = FolderCopy.of(checkpoint, model).resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[5] ^= 1;
    Files.write(weights, bytes);

    assertRefused("CHECKPOINT_INVALID: ", "model.safetensors");
  }

  @Test
  void refusesACheckpointWithoutOneOfItsShards() throws Exception {
    FolderCopy.of(Repository.golden().resolve("old-style-bfloat16-shards/checkpoint"), model);
    Files.delete(model.resolve("model-00002-of-00003.safetensors"));

    assertRefused("CHECKPOINT_MISSING: ", "model-00002-of-00003.safetensors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"saved_model.pb", "variables/variables.data-00000-of-00012"})
  void refusesASavedModelWithOneOtherByte(String file) throws Exception {
    Path spoilt = FolderCopy.of(savedModel, model).resolve(file);
    byte[] bytes = Files.readAllBytes(spoilt);
    bytes[bytes.length / 2] ^= 1;
    Files.write(spoilt, bytes);

    assertRefused("SAVED_MODEL_INVALID: ", file);
  }

  @Test
  void refusesASavedModelWithAnotherTokenizer() throws Exception {
    Path tokenizer = FolderCopy.of(savedModel, model).resolve("tokenizer.json");
    Files.writeString(tokenizer, "\n", StandardOpenOption.APPEND);

    assertRefused("SAVED_MODEL_INVALID: ", "tokenizer.json");
  }

  @Test
  void refusesAFolderThatHoldsNoModel() throws Exception {
    Files.createDirectory(model);

    assertRefused("CHECKPOINT_MISSING: ", "model");
  }

  private void assertRefused(String code, String... named) throws Exception {
    ProgramRun run = scriptorium.run("parse", "--model", "model", "page.png");

    assertThat(run).exitedWith(1).printed().saidOnce(code, named).spokePlainly();
    assertThat(FolderContents.names(scriptorium.path("out"))).isEmpty();
    if (Files.exists(scriptorium.cache())) {
      assertThat(FolderContents.of(scriptorium.cache()).keySet())
          .isSubsetOf("models", "conversions.lock");
    }
  }
}
