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
 * The model that comes with the program reads pieces of pages and whole letters that it has never
 * seen. They are set in the bundled typefaces alone, so every machine draws the same.
 */
class ReadingIT {
  private static final String PIECES = "12";
  private static final String LETTERS = "3";

  // What it reaches is better; a page read upside down or with wrong weights is far worse.
  private static final String BOUNDS_OF_PIECES = "cer=0.12,f1At50=0.6";
  private static final String BOUNDS_OF_LETTERS = "cer=0.1,f1At50=0.7";

  @TempDir static Path folder;

  private static Scriptorium scriptorium;

  @BeforeAll
  static void readPiecesAndLetters() throws Exception {
    scriptorium = Scriptorium.in(folder);
    drawPieces("pieces", "test");
    drawLetters("letters", "test");
    parse("pieces", ".png", PIECES);
    parse("letters", ".pdf", LETTERS);
  }

  @Test
  void readsWhatStandsOnPieces() throws Exception {
    assertThat(compare("pieces", "pieces", BOUNDS_OF_PIECES)).succeeded().spokePlainly();
  }

  @Test
  void readsWhatStandsOnLetters() throws Exception {
    assertThat(compare("letters", "letters", BOUNDS_OF_LETTERS)).succeeded().spokePlainly();
  }

  @Test
  void isNotTakenForAReaderOfOtherPieces() throws Exception {
    drawPieces("other-pieces", "validation");

    assertThat(compare("other-pieces", "pieces", BOUNDS_OF_PIECES)).exitedWith(1);
  }

  @Test
  void isNotTakenForAReaderOfOtherLetters() throws Exception {
    drawLetters("other-letters", "validation");

    assertThat(compare("other-letters", "letters", BOUNDS_OF_LETTERS)).exitedWith(1);
  }

  private static void parse(String drawn, String ending, String count) throws Exception {
    List<String> command = new ArrayList<>(List.of("parse", "--out", "read-" + drawn));
    try (Stream<Path> files = Files.list(scriptorium.path(drawn))) {
      files
          .map(Path::toString)
          .filter(file -> file.endsWith(ending))
          .sorted()
          .forEach(command::add);
    }
    assertThat(scriptorium.run(command.toArray(String[]::new)))
        .saidOnce("demonstration model", "comes with the program")
        .saidOnce(count + " documents parsed")
        .spokePlainly();
  }

  private static ProgramRun compare(String truth, String read, String bounds) throws Exception {
    return scriptorium.run(
        "eval",
        "--truth",
        truth,
        "--results",
        "read-" + read,
        "--out",
        "eval-" + truth,
        "--require",
        bounds);
  }

  private static void drawPieces(String name, String split) throws Exception {
    draw(name, PIECES, split, "--kind", "text,letter", "--clean", "--crop", "224x112");
  }

  private static void drawLetters(String name, String split) throws Exception {
    draw(name, LETTERS, split, "--kind", "letter", "--format", "pdf");
  }

  private static void draw(String name, String count, String split, String... options)
      throws Exception {
    Path noFonts = Files.createDirectories(scriptorium.path("no-fonts"));
    List<String> command =
        new ArrayList<>(List.of("synth", "--out", name, "--count", count, "--split", split));
    command.addAll(List.of("--fonts", noFonts.toString()));
    command.addAll(List.of(options));
    assertThat(scriptorium.run(command.toArray(String[]::new))).succeeded();
  }
}
