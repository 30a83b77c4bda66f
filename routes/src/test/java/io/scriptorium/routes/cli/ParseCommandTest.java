package io.scriptorium.routes.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.renderer.PngFile;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {
  @TempDir private Path home;
  private Path scans;
  private Path out;
  private Path model;

  @BeforeEach
  void makeFolders() throws IOException {
    scans = Files.createDirectory(home.resolve("my scans"));
    model = Files.createDirectory(home.resolve("tiny"));
    out = home.resolve("out");
  }

  @Test
  void printsTheResultFolderAndASummary() throws IOException {
    Path scan = picture("a.png", 30);

    CommandLineRun run = parse(scan);

    assertThat(run.exitCode).isZero();
    assertThat(run.outLines()).containsExactly(out.resolve("a.png").toString());
    assertThat(run.errLines())
        .hasSize(2)
        .contains("a.png: page 1 of 1 done")
        .last()
        .asString()
        .startsWith("1 document parsed; 1 page in 0:");
    assertThat(out.resolve("a.png/document.html")).content().contains("width 30");
    assertThat(run.model.isClosed()).isTrue();
  }

  @Test
  void writesTheFormsThatAreAskedFor() throws IOException {
    Path scan = picture("a.png", 30);

    CommandLineRun run = parse("--format", "md,pdf", "--crops", scan);

    assertThat(run.exitCode).isZero();
    assertThat(out.resolve("a.png/document.md")).content().contains("width 30");
    assertThat(out.resolve("a.png/document.pdf")).content(ISO_8859_1).startsWith("%PDF-");
    assertThat(out.resolve("a.png/document.html")).exists();
    assertThat(out.resolve("a.png/document.txt")).doesNotExist();
  }

  @Test
  void asksEveryDocumentForTheSameKeys() throws IOException {
    Path scan = picture("a.png", 30);
    Path keys = Files.writeString(home.resolve("keys.json"), "{\"total\": \"\"}");

    CommandLineRun run = parse("--keys", keys, scan);

    assertThat(run.exitCode).isZero();
    assertThat(out.resolve("a.png/key-values.json")).content().contains("\"total\" : \"30\"");
  }

  @Test
  void tellsDocumentsOfOneNameApartByTheirFolders() throws IOException {
    picture("2023/a.png", 30);
    picture("2024/a.png", 40);
    Path keys = Files.createDirectories(home.resolve("keys/2024")).getParent();
    Files.writeString(keys.resolve("a.json"), "{\"total\": \"\"}");
    Files.writeString(keys.resolve("2024/a.json"), "{\"name\": \"\"}");

    parse("--keys", keys, scans);

    assertThat(out.resolve("2023/a.png/key-values.json")).content().contains("\"total\" : \"30\"");
    assertThat(out.resolve("2024/a.png/key-values.json")).content().contains("\"name\" : \"40\"");
  }

  @Test
  void refusesAFolderOfKeysThatFitsNoDocument() throws IOException {
    picture("a.png", 30);
    Path keys = Files.createDirectory(home.resolve("keys"));
    Files.writeString(keys.resolve("a.png.json"), "{\"total\": \"\"}");

    CommandLineRun run = parse("--keys", keys, scans);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines())
        .contains(
            "scriptorium: --keys: "
                + keys
                + " has no keys for any document; those of a.png would be in a.json");
  }

  @Test
  void asksEachDocumentForItsOwnKeysAndOneWithoutForNone() throws IOException {
    picture("a.png", 30);
    picture("b.png", 40);
    picture("c.png", 50);
    Path keys = Files.createDirectory(home.resolve("keys"));
    Files.writeString(keys.resolve("a.json"), "{\"total\": \"\"}");
    Files.writeString(keys.resolve("b.json"), "{\"name\": \"\"}");

    CommandLineRun run = parse("--keys", keys, scans);

    assertThat(run.exitCode).isZero();
    assertThat(out.resolve("a.png/key-values.json")).content().contains("\"total\" : \"30\"");
    assertThat(out.resolve("b.png/key-values.json")).content().contains("\"name\" : \"40\"");
    assertThat(out.resolve("c.png/document.html")).exists();
    assertThat(out.resolve("c.png/key-values.json")).doesNotExist();
  }

  @Test
  void refusesKeysThatNobodyCanBeAskedForBeforeAnythingElse() throws IOException {
    Path scan = picture("a.png", 30);
    Path keys = Files.writeString(home.resolve("keys.json"), "total");

    CommandLineRun run = parse("--keys", keys, scan);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines())
        .contains("scriptorium: --keys: " + keys + " is not JSON: see line 1, column 6");
    assertThat(out).doesNotExist();
  }

  @Test
  void namesAllFormatsWhereOneIsUnknown() throws IOException {
    Path scan = picture("a.png", 30);

    CommandLineRun run = parse("--format", "html,docx", scan);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines())
        .contains(
            "scriptorium: --format: 'html,docx' may only name formats of"
                + " html,json,md,txt,pdf,alto,hocr,csv");
    assertThat(out).doesNotExist();
  }

  @Test
  void parsesAFolderInTheOrderOfNames() throws IOException {
    picture("b.png", 30);
    picture("a/z.png", 30);
    picture("a.png", 30);

    CommandLineRun run = parse(scans);

    assertThat(run.outLines())
        .containsExactly(
            out.resolve("a.png").toString(),
            out.resolve("a/z.png").toString(),
            out.resolve("b.png").toString());
  }

  @Test
  void leavesOutHiddenFilesLinksAndItsOwnResults() throws IOException {
    picture("a.png", 30);
    picture(".hidden.png", 30);
    picture(".hidden/b.png", 30);
    Files.createSymbolicLink(scans.resolve("link.png"), scans.resolve("a.png"));
    Path inside = scans.resolve("results");
    out = scans.resolve("old results");
    parse(scans);
    out = inside;

    CommandLineRun run = parse(scans);

    assertThat(run.outLines()).containsExactly(inside.resolve("a.png").toString());
    assertThat(run.exitCode).isZero();
  }

  @Test
  void goesOnAfterADocumentThatFails() throws IOException {
    Path broken = Files.writeString(scans.resolve("broken.pdf"), "no document");
    Path scan = picture("c.png", 30);

    CommandLineRun run = parse(broken, scans.resolve("missing.pdf"), scan);

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.outLines()).containsExactly(out.resolve("c.png").toString());
    assertThat(run.errLines())
        .anyMatch(line -> line.startsWith("broken.pdf: FORMAT_UNSUPPORTED: "))
        .anyMatch(line -> line.startsWith("missing.pdf: FILE_MISSING: "))
        .anyMatch(line -> line.startsWith("1 document parsed, 2 failed; 1 page in "));
  }

  @Test
  void skipsWhatIsNoDocumentInAFolder() throws IOException {
    picture("a.png", 30);
    Files.writeString(scans.resolve("README.txt"), "About these scans");

    CommandLineRun run = parse(scans);

    assertThat(run.exitCode).isZero();
    assertThat(run.errLines())
        .anyMatch(line -> line.startsWith("README.txt: skipped: FORMAT_UNSUPPORTED: "))
        .anyMatch(line -> line.startsWith("1 document parsed, 1 skipped; "));
    assertThat(out.resolve("README.txt")).doesNotExist();
  }

  @Test
  void survivesABrokenModelWithoutTellingContent() throws IOException {
    CommandLineRun run =
        parse(picture("bad.png", EchoModel.UNLUCKY_WIDTH), picture("good.png", 30));

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.errLines())
        .contains("bad.png: INTERNAL_ERROR: IllegalStateException while asking the model");
    assertThat(run.err.toString()).doesNotContain("content of the page").doesNotContain("\tat ");
    assertThat(run.outLines()).hasSize(1);
  }

  @Test
  void showsTracesToWhoWantsThem() throws IOException {
    CommandLineRun run = parse("--verbose", picture("bad.png", EchoModel.UNLUCKY_WIDTH));

    assertThat(run.err.toString()).contains("bad.png: INTERNAL_ERROR").contains("\tat ");
  }

  @Test
  void refusesTwoDocumentsForOneResultFolder() throws IOException {
    Path one = picture("one/a.png", 30);
    Path other = picture("other/a.png", 30);

    CommandLineRun run = parse(one, other);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("would share the result folder");
    assertThat(run.modelCalls).isEmpty();
  }

  @Test
  void refusesAResultInsideAnotherResult() throws IOException {
    Path one = picture("one/x", 30);
    picture("other/x/a.png", 30);

    CommandLineRun run = parse(one, scans.resolve("other"));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("would share the result folder");
  }

  @Test
  void parsesAFileOnceThatIsNamedTwice() throws IOException {
    Path scan = picture("a.png", 30);

    assertThat(parse(scan, scans).outLines()).hasSize(1);
  }

  @Test
  void keepsControlCharactersFromTheTerminal() throws IOException {
    Path scan = Files.writeString(scans.resolve("\u001b[2J\nevil\u202E.pdf"), "no document");

    CommandLineRun run = parse(scan);

    assertThat(run.errLines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("\\u{001b}[2J\\u{000a}evil\\u{202e}.pdf: FORMAT_UNSUPPORTED");
  }

  @Test
  void saysSoWhenThereIsNothingToParse() {
    CommandLineRun run = parse(scans);

    assertThat(run.exitCode).isZero();
    assertThat(run.errLines()).singleElement().asString().startsWith("0 documents parsed; ");
    assertThat(run.modelCalls).isEmpty();
  }

  @Test
  void takesTheBuiltInModelIfNoneIsNamed() throws IOException {
    CommandLineRun run = CommandLineRun.of("parse", "--out", out, picture("a.png", 30));

    assertThat(run.exitCode).isZero();
    assertThat(run.modelCalls).containsExactly("load the built-in");
  }

  @Test
  void handsTheLimitOfTokensToTheModel() throws IOException {
    CommandLineRun run = parse("--max-tokens", 77, picture("a.png", 30));

    assertThat(run.modelCalls).containsExactly("load tiny 77");
  }

  @Test
  void handsTheSizeOfPiecesToTheModel() throws IOException {
    CommandLineRun run = parse("--pieces", "896x224", picture("a.png", 30));

    assertThat(run.modelCalls).containsExactly("load tiny", "in pieces of 896x224");
  }

  @Test
  void saysWhatTheSizeOfPiecesShouldLookLike() throws IOException {
    CommandLineRun run = parse("--pieces", "896", picture("a.png", 30));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("--pieces: '896' is not a size such as 1344x224");
  }

  @Test
  void handsTheNumberOfReadingsToTheModel() throws IOException {
    CommandLineRun run = parse("--readings", 2, picture("a.png", 30));

    assertThat(run.modelCalls).containsExactly("load tiny", "up to 2 readings");
  }

  @Test
  void refusesMoreReadingsThanThereAre() throws IOException {
    CommandLineRun run = parse("--readings", 5, picture("a.png", 30));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("--readings: 5 is more than 4");
  }

  @Test
  void handsTheLimitsToTheRenderer() throws IOException {
    Path passwords = Files.writeString(home.resolve("passwords"), "\uFEFFopen\r\nsesame\n");

    CommandLineRun run =
        parse(
            "--dpi=300",
            "--max-pixels=5000000",
            "--min-pixels=4000",
            "--password-file=" + passwords,
            "--page-timeout=9s",
            "--document-timeout=8m",
            "--render-processes=7",
            "--render-memory=2GiB",
            "--pages-ahead=6",
            picture("a.png", 30));

    assertThat(run.rendering)
        .containsExactly(
            RenderOptions.DEFAULTS
                .withDpi(300)
                .withMaxPixels(5_000_000)
                .withMinPixels(4000)
                .withPasswords(List.of("open", "sesame")));
    assertThat(run.pools)
        .containsExactly(
            new PoolOptions(7, 6, Duration.ofSeconds(9), Duration.ofMinutes(8), 100, 2L << 30));
  }

  @Test
  void refusesLimitsThatMakeNoSense() throws IOException {
    Path scan = picture("a.png", 30);

    assertThat(parse("--dpi", -1, scan).exitCode).isEqualTo(2);
    assertThat(parse("--max-pixels", 0, scan).exitCode).isEqualTo(2);
    assertThat(parse("--min-pixels", 0, scan).exitCode).isEqualTo(2);
    assertThat(parse("--max-pixels", 100, "--min-pixels", 200, scan).exitCode).isEqualTo(2);
    assertThat(parse("--pages-ahead", -1, scan).exitCode).isEqualTo(2);
    assertThat(parse("--max-tokens", 0, scan).exitCode).isEqualTo(2);
    assertThat(parse("--pieces", "896x225", scan).exitCode).isEqualTo(2);
    assertThat(parse("--readings", 0, scan).exitCode).isEqualTo(2);
    assertThat(parse("--render-processes", 0, scan).exitCode).isEqualTo(2);
    assertThat(parse("--render-memory", "1MiB", scan).exitCode).isEqualTo(2);
    assertThat(parse("--document-timeout", "0s", scan).exitCode).isEqualTo(2);
  }

  @Test
  void saysWhatALimitShouldLookLike() throws IOException {
    CommandLineRun run = parse("--page-timeout", "soon", picture("a.png", 30));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("--page-timeout: soon is not a duration such as");
  }

  @Test
  void refusesAModelFolderThatIsMissing() throws IOException {
    model = home.resolve("nowhere");

    CommandLineRun run = parse(picture("a.png", 30));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("--model: there is no folder " + model);
  }

  @Test
  void refusesAnOutputFolderThatIsAFile() throws IOException {
    Files.createFile(out);

    CommandLineRun run = parse(picture("a.png", 30));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("--out: cannot write to");
  }

  @Test
  void neverPrintsAPassword() throws IOException {
    Path passwords = Files.write(home.resolve("passwords"), List.of("sesame-1", "sesame-2"));
    Path broken = Files.writeString(scans.resolve("broken.pdf"), "no document");

    CommandLineRun run = parse("--verbose", "--password-file", passwords, broken);

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.err.toString() + run.out).doesNotContain("sesame");
  }

  private CommandLineRun parse(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("parse", "--model", model, "--out", out));
    all.addAll(List.of(arguments));
    return CommandLineRun.of(all.toArray());
  }

  private Path picture(String name, int width) throws IOException {
    Path file = scans.resolve(name);
    Files.createDirectories(file.getParent());
    PngFile.write(new RasterImage(width, 20, new byte[width * 20 * 3]), file);
    return file;
  }
}
