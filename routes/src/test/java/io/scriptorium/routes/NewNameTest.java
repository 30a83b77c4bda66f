package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewNameTest {
  @TempDir Path root;

  @Test
  void numbersFilesOfOneNameBeforeTheExtension() throws IOException {
    for (String content : new String[] {"1", "2", "3"}) {
      NewName.move(Files.writeString(root.resolve("scan.pdf"), content), folder());
    }

    assertThat(folder().resolve("scan.pdf")).hasContent("1");
    assertThat(folder().resolve("scan.2.pdf")).hasContent("2");
    assertThat(folder().resolve("scan.3.pdf")).hasContent("3");
  }

  @Test
  void leavesTheLongestNamesRoomForASuffix() throws IOException {
    String longest = "é".repeat(125) + ".pdf";

    Path target = NewName.takeWithCompanion(Path.of(longest), folder(), ReasonFile.SUFFIX);

    assertThat(target.getFileName().toString()).endsWith("é.1.pdf");
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files)
          .containsExactly(target.resolveSibling(target.getFileName() + ".reason.json"));
    }
  }

  @Test
  void doesNotTakeANameWhoseCompanionIsADocument() throws IOException {
    Path document = Files.writeString(folder().resolve("a.pdf.reason.json"), "a document");

    Path target = NewName.takeWithCompanion(Path.of("a.pdf"), folder(), ReasonFile.SUFFIX);

    assertThat(target.getFileName()).hasToString("a.2.pdf");
    assertThat(document).hasContent("a document");
  }

  private Path folder() throws IOException {
    return Files.createDirectories(root.resolve("done"));
  }
}
