package io.scriptorium.modelruntime.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.files.Folders;
import io.scriptorium.modelruntime.savedmodel.BundledModel.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {
  @TempDir Path parent;
  private Path folder;
  private Path checkpoint;
  private ModelCache cache;

  @BeforeEach
  void writeACheckpoint() throws Exception {
    folder = parent.resolve("not/yet/there");
    checkpoint = TestModels.randomCheckpoint(parent.resolve("checkpoint"), Dtype.F32);
    cache = new ModelCache(folder);
  }

  @Test
  void takesAConvertedModelAsItIs() throws Exception {
    Path converted = TestModels.convert(checkpoint, parent.resolve("converted"));

    assertThat(cache.resolve(converted, Progress.SILENT)).isEqualTo(converted);
    assertThat(folder).doesNotExist();
  }

  @Test
  void convertsACheckpointOnce() throws Exception {
    List<Long> heard = new ArrayList<>();
    Path converted = cache.resolve(checkpoint, (done, total) -> heard.add(done));
    assertThat(heard).isNotEmpty();
    heard.clear();

    assertThat(cache.resolve(checkpoint, (done, total) -> heard.add(done))).isEqualTo(converted);
    assertThat(heard).isEmpty();
    LoadedModel.load(converted, TestModels.FLOAT32).close();
  }

  @Test
  void knowsACheckpointAgainBehindALink() throws Exception {
    Path link = Files.createSymbolicLink(parent.resolve("link"), checkpoint);

    assertThat(cache.resolve(link, Progress.SILENT))
        .isEqualTo(cache.resolve(checkpoint, Progress.SILENT));
  }

  @Test
  void convertsAChangedCheckpointAnew() throws Exception {
    Path before = cache.resolve(checkpoint, Progress.SILENT);
    Files.setLastModifiedTime(checkpoint.resolve("config.json"), FileTime.fromMillis(1_000));

    assertThat(cache.resolve(checkpoint, Progress.SILENT)).isNotEqualTo(before);
  }

  @Test
  void givesAllWhoAskAtATimeTheSameModel() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Path>> found = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        found.add(threads.submit(() -> cache.resolve(checkpoint, Progress.SILENT)));
      }
      Path converted = found.get(0).get();
      assertThat(found.get(1).get()).isEqualTo(converted);
      assertThat(found.get(2).get()).isEqualTo(converted);
      assertThat(names(converted.getParent()))
          .as("nothing is left of slower conversions")
          .containsExactly(converted.getFileName().toString());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void removesWhatAKilledConversionLeft() throws Exception {
    Path converted = cache.resolve(checkpoint, Progress.SILENT);
    Path leftover = converted.resolveSibling("." + converted.getFileName() + ".4711.partial");
    Path ofAnother = converted.resolveSibling(".another.4711.partial");
    Files.createDirectories(leftover.resolve("variables"));
    Files.createDirectories(ofAnother);
    Folders.delete(converted);

    assertThat(cache.resolve(checkpoint, Progress.SILENT)).isEqualTo(converted);

    assertThat(leftover).doesNotExist();
    assertThat(ofAnother).exists();
  }

  @Test
  void unpacksAndConvertsTheBundledModelOnce() throws Exception {
    List<Long> heard = new ArrayList<>();
    Path first = cache.bundledForReading((done, total) -> heard.add(done));
    assertThat(heard).isNotEmpty();
    heard.clear();

    assertThat(cache.bundledForReading((done, total) -> heard.add(done))).isEqualTo(first);
    assertThat(heard).isEmpty();
    assertThat(names(folder))
        .as("nothing is left of the unpacking")
        .filteredOn(name -> name.contains("scriptorium-small"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .isEqualTo(Manifest.read(first).name());
  }

  @Test
  void bundlesNoMoreThanAFewMegabytes() throws Exception {
    Files.createDirectories(folder);
    long bytes = 0;
    for (Task task : Task.values()) {
      bytes += Files.size(BundledModel.read(task).unpackedIn(folder).resolve("model.safetensors"));
    }

    assertThat(bytes).isLessThan(40_000_000);
  }

  @Test
  void tellsThatTheBundledModelCannotBeUnpacked() throws Exception {
    Files.createDirectories(folder);
    BundledModel bundled = BundledModel.read(Task.READING);
    Files.writeString(folder.resolve(bundled.name()), "a file is in the way");

    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> bundled.unpackedIn(folder));

    assertThat(refusal.code()).isEqualTo(Code.OUTPUT_NOT_WRITTEN);
    assertThat(names(folder)).containsExactly(bundled.name());
  }

  @Test
  void refusesAFolderThatHoldsNoModel() throws Exception {
    Path empty = Files.createDirectory(parent.resolve("empty"));

    assertRefused(empty, Code.CHECKPOINT_MISSING, "is neither a converted model");
  }

  @Test
  void keepsNothingOfACheckpointThatCannotBeConverted() throws Exception {
    Files.writeString(checkpoint.resolve("model.safetensors"), "no tensors");

    assertRefused(checkpoint, Code.CHECKPOINT_INVALID, "model.safetensors");
    assertThat(names(folder.resolve("models"))).isEmpty();
  }

  @Test
  void tellsThatItsFolderCannotBeMade() throws Exception {
    Files.writeString(parent.resolve("not"), "a file is in the way");

    assertRefused(checkpoint, Code.OUTPUT_NOT_WRITTEN, "cannot create the cache");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void assertRefused(Path model, Code code, String message) {
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> cache.resolve(model, Progress.SILENT));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.code()).isEqualTo(code);
  }
}
