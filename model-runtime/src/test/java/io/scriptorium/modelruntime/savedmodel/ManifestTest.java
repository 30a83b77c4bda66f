package io.scriptorium.modelruntime.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.graph.Storage;
import io.scriptorium.modelruntime.savedmodel.Manifest.FileEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @TempDir Path parent;
  private Path folder;
  private Path graph;
  private Path weights;
  private Path manifest;

  @BeforeEach
  void writeAFolder() throws IOException {
    folder = Files.createDirectory(parent.resolve("model"));
    Files.createDirectory(folder.resolve("variables"));
    graph = Files.writeString(folder.resolve("saved_model.pb"), "graph");
    weights = Files.writeString(folder.resolve("variables/variables.index"), "weights");
    manifest = folder.resolve("manifest.json");
    new Manifest(
            Manifest.FORMAT,
            "letters",
            Storage.FLOAT32,
            List.of(new FileEntry("model.safetensors", 12, SHA256)),
            Manifest.describe(folder))
        .write(folder);
  }

  @Test
  void vouchesForAFolderThatIsAsItWas() throws Exception {
    Manifest read = Manifest.read(folder);

    assertThatCode(() -> read.check(folder)).doesNotThrowAnyException();
    assertThat(read.name()).isEqualTo("letters");
    assertThat(read.files())
        .extracting(FileEntry::path)
        .containsExactly("saved_model.pb", "variables/variables.index");
    assertThat(read.source()).containsExactly(new FileEntry("model.safetensors", 12, SHA256));
  }

  @Test
  void tellsAConvertedModelFromACheckpoint() {
    assertThat(Manifest.isIn(folder)).isTrue();
    assertThat(Manifest.isIn(folder.resolve("variables"))).isFalse();
  }

  @Test
  void hasAFingerprintThatChangesWithAFile() throws Exception {
    String before = Manifest.read(folder).fingerprint();
    Files.writeString(graph, "other");
    Files.delete(manifest);
    new Manifest(Manifest.FORMAT, "letters", Storage.FLOAT32, List.of(), Manifest.describe(folder))
        .write(folder);

    assertThat(before).hasSize(64);
    assertThat(Manifest.read(folder).fingerprint()).isNotEqualTo(before);
  }

  @Nested
  class Folders {
    @Test
    void areRefusedWithAChangedByte() throws Exception {
      Files.writeString(weights, "Weights");

      assertRefused("variables/variables.index has SHA-256 ");
    }

    @Test
    void areRefusedWithAFileOfAnotherLength() throws Exception {
      Files.writeString(graph, "graphs");

      assertRefused("saved_model.pb has 6 bytes, its manifest says 5");
    }

    @Test
    void areRefusedWithoutAFile() throws Exception {
      Files.delete(weights);

      assertRefused("variables/variables.index is missing from ");
    }

    @Test
    void areRefusedWithAFileMore() throws Exception {
      Files.writeString(folder.resolve("variables/more"), "");

      assertRefused("variables/more is not listed in the manifest");
    }

    @Test
    void areRefusedWithALinkToTheVeryFile() throws Exception {
      Path elsewhere = Files.move(weights, parent.resolve("elsewhere"));
      Files.createSymbolicLink(weights, elsewhere);

      assertRefused("variables/variables.index is a link or a device, not a file");
    }

    @Test
    void areRefusedWithALinkToAFolder() throws Exception {
      Path elsewhere = Files.move(folder.resolve("variables"), parent.resolve("elsewhere"));
      Files.createSymbolicLink(folder.resolve("variables"), elsewhere);

      assertRefused("variables is not listed in the manifest");
    }

    private void assertRefused(String message) throws Exception {
      Manifest read = Manifest.read(folder);
      ModelException refusal = catchThrowableOfType(ModelException.class, () -> read.check(folder));
      assertThat(refusal).hasMessageContaining(message);
      assertThat(refusal.code()).isEqualTo(Code.SAVED_MODEL_INVALID);
    }
  }

  @Nested
  class Texts {
    @Test
    void areRefusedWhereThereIsNone() throws Exception {
      Files.delete(manifest);

      assertRefused("cannot read " + manifest);
    }

    @Test
    void areRefusedWhenTheyAreCutShort() throws Exception {
      String whole = Files.readString(manifest);
      for (int length : new int[] {1, whole.length() / 2, whole.length() - 2}) {
        Files.writeString(manifest, whole.substring(0, length));

        assertRefused(manifest + " is no manifest");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{} {}"})
    void areRefusedWhenTheyHoldNoObject(String text) throws Exception {
      Files.writeString(manifest, text);

      assertRefused(manifest + " is no manifest");
    }

    @Test
    void areRefusedInAnotherFormatWhateverItsFields() throws Exception {
      Files.writeString(manifest, "{\"format\": 1, \"shards\": {}}");

      assertRefused("has format 1, this version reads 2; convert the checkpoint again");
    }

    @Test
    void areRefusedWithoutAFormat() throws Exception {
      replace("\"format\" : 2,", "");

      assertRefused("has format 0, this version reads 2");
    }

    @Test
    void areRefusedWithAFieldThatIsNullMissingOrUnknown() throws Exception {
      replace("\"saved_model.pb\"", "null");
      assertRefused(manifest + " is no manifest");

      Files.writeString(manifest, "{\"format\": 2, \"name\": \"letters\"}");
      assertRefused(manifest + " is no manifest");

      Files.writeString(manifest, "{\"format\": 2, \"colour\": \"red\"}");
      assertRefused(manifest + " is no manifest");
    }

    @Test
    void areRefusedWithADigestThatIsNone() throws Exception {
      replace(SHA256, "abc");

      assertRefused("model.safetensors has a SHA-256 that is none");
    }

    @Test
    void areRefusedWhenTheyAreALink() throws Exception {
      Path elsewhere = Files.move(manifest, parent.resolve("elsewhere"));
      Files.createSymbolicLink(manifest, elsewhere);

      assertRefused("manifest.json is a link or a device, not a file");
    }

    @Test
    void areRefusedWhenTheyAreTooLong() throws Exception {
      Files.write(manifest, new byte[(1 << 20) + 1]);

      assertRefused("has 1048577 bytes, over 1048576");
    }

    private void replace(String text, String by) throws IOException {
      String whole = Files.readString(manifest);
      assertThat(whole).contains(text);
      Files.writeString(manifest, whole.replace(text, by));
    }

    private void assertRefused(String message) {
      ModelException refusal =
          catchThrowableOfType(ModelException.class, () -> Manifest.read(folder));
      assertThat(refusal).hasMessageContaining(message);
      assertThat(refusal.code()).isEqualTo(Code.SAVED_MODEL_INVALID);
    }
  }

  @Test
  void rejectsEntriesThatDescribeNoFile() {
    assertThatThrownBy(() -> new FileEntry(" ", 1, SHA256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a path has 1 characters");
    assertThatThrownBy(() -> new FileEntry("a", -1, SHA256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a has -1 bytes");
  }
}
