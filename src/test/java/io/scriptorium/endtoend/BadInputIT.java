package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static io.scriptorium.fixtures.ResultFolderAssert.assertThatResult;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.FolderContents;
import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.ProgramRun;
import io.scriptorium.fixtures.TestImages;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people give the program that it cannot take, or that a lesser program would trip over. */
class BadInputIT {
  private static final byte[] PICTURE = ImageFiles.png(TestImages.plain(56, 56, Color.WHITE));

  @TempDir Path folder;

  private Scriptorium scriptorium;
  private Path scans;

  @BeforeEach
  void install() throws IOException {
    scriptorium = Scriptorium.in(folder);
    scans = Files.createDirectory(scriptorium.path("scans"));
  }

  @Test
  void saysInOneLineWhatIsWrongWithEachDocumentAndDoesTheOthers() throws Exception {
    byte[] pdf = aPdf().pages(1).bytes();
    Files.write(scans.resolve("empty.pdf"), new byte[0]);
    Files.write(scans.resolve("headless.pdf"), Damage.truncated(pdf, 0.05));
    Files.write(
        scans.resolve("cut.pdf"),
        Damage.truncated(Files.readAllBytes(Repository.samples().resolve("invoice.pdf")), 0.02));
    Files.write(scans.resolve("cut.png"), Damage.truncated(PICTURE, 0.5));
    Files.writeString(scans.resolve("note.pdf"), "Dear reader, this is no PDF.\n");
    aPdf().pages(1).protectedBy("owner", "user", 256).write(scans.resolve("locked.pdf"));
    Files.write(scans.resolve("good.png"), PICTURE);

    ProgramRun run = parse("scans", "missing.pdf");

    assertThat(run)
        .exitedWith(1)
        .printed("out/good.png")
        .saidOnce("note.pdf: skipped: FORMAT_UNSUPPORTED: ")
        .saidOnce("empty.pdf: FILE_EMPTY: ")
        .saidOnce("headless.pdf: FILE_DAMAGED: ")
        .saidOnce("cut.pdf: PAGE_DAMAGED: ")
        .saidOnce("cut.png: FILE_DAMAGED: ")
        .saidOnce("locked.pdf: PDF_ENCRYPTED: ")
        .saidOnce("missing.pdf: FILE_MISSING: ")
        .saidOnce("1 document parsed", "6 failed", "1 skipped")
        .spokePlainly()
        .saidNothingOf("Dear reader");
    assertThat(FolderContents.names(scriptorium.path("out"))).containsExactly("good.png");
    assertThatResult(scriptorium.path("out/good.png"))
        .isCompleteWithPages(1)
        .hasPageSizes("56x56")
        .tellsThatItComesFrom(scans.resolve("good.png"));
  }

  @Test
  void failsForANamedFileOfAnotherKind() throws Exception {
    Files.writeString(scans.resolve("note.txt"), "Dear reader, this is no PDF.\n");

    assertThat(parse("scans/note.txt"))
        .exitedWith(1)
        .printed()
        .saidOnce("note.txt: FORMAT_UNSUPPORTED: ")
        .spokePlainly()
        .saidNothingOf("Dear reader");
    assertThat(scriptorium.path("out")).isEmptyDirectory();
  }

  /** The plain locale is the one of most services; Java takes it for ASCII. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void takesFilesOfAnyNameInUtf8(String locale) throws Exception {
    scriptorium = scriptorium.withEnvironment("LC_ALL", locale);
    // The shell, since the tests themselves may run in a plain locale.
    Files.write(scans.resolve("-x.pdf"), PICTURE);
    Installation.writeProgram(
        folder.resolve("copy"),
        """
        copy() { cp ./-x.pdf "$(printf "$1")"; }
        copy 'two  words.png'
        copy 'line\\nbreak.png'
        copy 'red\\033[31m.png'
        copy '\\360\\237\\230\\200 \\303\\251.png'
        copy 'latin1\\351.png'
        """);
    Process copy =
        new ProcessBuilder(folder.resolve("copy").toString()).directory(scans.toFile()).start();
    assertThat(copy.waitFor()).isZero();

    ProgramRun run = parse("scans");

    assertThat(run)
        .exitedWith(1)
        .saidOnce("latin1\uFFFD.png: FILE_UNREADABLE: ", "rename")
        .saidOnce("5 documents parsed", "1 failed")
        .printed(
            "out/-x.pdf",
            "out/line\\u{000a}break.png",
            "out/red\\u{001b}[31m.png",
            "out/two  words.png",
            "out/\uD83D\uDE00 \u00E9.png")
        .spokePlainly();
    try (Stream<Path> results = Files.list(scriptorium.path("out"))) {
      assertThat(results)
          .hasSize(5)
          .allSatisfy(result -> assertThatResult(result).isCompleteWithPages(1));
    }
  }

  @Test
  void takesAFileWhoseNameLooksLikeAnOption() throws Exception {
    Files.write(scriptorium.path("-x.pdf"), PICTURE);

    assertThat(parse("scans", "-x.pdf"))
        .exitedWith(2)
        .printed()
        .saidOnce("Unknown option: '-x.pdf'");
    assertThat(parse("--", "-x.pdf")).succeeded().printed("out/-x.pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "parse --max-token 4 scans, Unknown option: '--max-token', --max-tokens",
    "parse --modle here scans, Unknown option: '--modle', --model",
    "modl info here, 'modl', scriptorium model",
    "model convrt here there, 'convrt', model convert",
  })
  void suggestsWhatWasMeant(String command, String complaint, String suggestion) throws Exception {
    assertThat(scriptorium.run(command.split(" ")))
        .exitedWith(2)
        .printed()
        .saidOnce(complaint)
        .saidOnce(suggestion)
        .spokePlainly();
    assertThat(scriptorium.workingFolder()).isDirectoryNotContaining("glob:**/out");
  }

  private ProgramRun parse(String... documents) throws Exception {
    String[] command = {"parse", "--out", "out", "--max-tokens", "2"};
    String[] all = new String[command.length + documents.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(documents, 0, all, command.length, documents.length);
    return scriptorium.run(all);
  }
}
