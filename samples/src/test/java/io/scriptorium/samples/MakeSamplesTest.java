package io.scriptorium.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakeSamplesTest {
  @ParameterizedTest
  @ValueSource(strings = {"documents", "truth"})
  void makesTheCommittedFilesToTheByte(String folder, @TempDir Path out) throws IOException {
    MakeSamples.write(out);

    Path committed = Path.of(folder);
    assertThat(names(out.resolve(folder))).isEqualTo(names(committed)).isNotEmpty();
    for (String name : names(committed)) {
      assertThat(out.resolve(folder).resolve(name))
          .as("run MakeSamples again if the change of %s is meant", name)
          .hasSameBinaryContentAs(committed.resolve(name));
    }
  }

  @Test
  void writesOverFilesThatAreThere(@TempDir Path out) throws IOException {
    MakeSamples.write(out);
    Path scan = out.resolve("documents/scan.tif");
    long size = Files.size(scan);

    MakeSamples.write(out);

    assertThat(scan).hasSize(size);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
