package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResultFoldersTest {
  private static final Path OUT = Path.of("/out");
  private static final Path ROOT = Path.of("/in");

  @Test
  void repeatsThePathOfTheFileWithItsEnding() {
    assertThat(folderFor("a.pdf")).isEqualTo(Path.of("/out/a.pdf"));
    assertThat(folderFor("a.tif")).isEqualTo(Path.of("/out/a.tif"));
    assertThat(folderFor("2026/may/a.PDF")).isEqualTo(Path.of("/out/2026/may/a.PDF"));
  }

  @Test
  void cutsLongNamesWithoutLettingThemCollide() {
    String start = "é".repeat(120);

    Path first = folderFor(start + "1.pdf");
    Path second = folderFor(start + "2.pdf");

    assertThat(first).isNotEqualTo(second).isEqualTo(folderFor(start + "1.pdf"));
    assertThat(first.getFileName().toString()).startsWith("ééé").contains("~");
    assertThat(first.getFileName().toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void refusesFilesOutsideTheRoot() {
    assertThatThrownBy(() -> folderFor("../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not below /in");
  }

  private static Path folderFor(String file) {
    return ResultFolders.folderFor(OUT, ROOT, ROOT.resolve(file));
  }
}
