package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model that comes with the program reads pieces of pages that it has never seen. They are set
 * in the bundled typefaces alone, so every machine draws the same.
 */
class ReadingIT {
  private static final String PIECES = "12";

  // What it reaches is better; a page read upside down or with wrong weights is far worse.
  private static final String BOUNDS = "cer=0.3,f1At50=0.4";

  @TempDir static Path folder;

  private static Scriptorium scriptorium;

  @BeforeAll
  static void readPiecesOfPages() throws Exception {
    scriptorium = Scriptorium.in(folder);
    draw("drawn", "test");
    List<String> parse = new ArrayList<>(List.of("parse", "--out", "out"));
    parse.addAll(pictures("drawn"));
    assertThat(scriptorium.run(parse.toArray(String[]::new)))
        .saidOnce("demonstration model", "comes with the program")
        .saidOnce(PIECES + " documents parsed")
        .spokePlainly();
  }

  @Test
  void readsWhatStandsThere() throws Exception {
    assertThat(compareWith("drawn")).succeeded().spokePlainly();
  }

  @Test
  void isNotTakenForAReaderOfOtherPages() throws Exception {
    draw("others", "validation");

    assertThat(compareWith("others")).exitedWith(1);
  }

  private static ProgramRun compareWith(String truth) throws Exception {
    return scriptorium.run(
        "eval",
        "--truth",
        truth,
        "--results",
        "out",
        "--out",
        "eval-" + truth,
        "--require",
        BOUNDS);
  }

  private static void draw(String name, String split) throws Exception {
    Path noFonts = Files.createDirectories(scriptorium.path("no-fonts"));
    assertThat(
            scriptorium.run(
                "synth",
                "--out",
                name,
                "--count",
                PIECES,
                "--split",
                split,
                "--kind",
                "text,letter",
                "--clean",
                "--crop",
                "224x112",
                "--fonts",
                noFonts.toString()))
        .succeeded();
  }

  private static List<String> pictures(String name) throws Exception {
    try (Stream<Path> files = Files.list(scriptorium.path(name))) {
      return files.map(Path::toString).filter(file -> file.endsWith(".png")).sorted().toList();
    }
  }
}
