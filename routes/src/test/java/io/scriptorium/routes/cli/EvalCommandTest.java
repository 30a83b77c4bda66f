package io.scriptorium.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvalCommandTest {
  @TempDir private Path home;
  private Path truth;
  private Path results;
  private Path out;

  @BeforeEach
  void readOneOfTwoLetters() throws IOException {
    truth = Files.createDirectories(home.resolve("truth"));
    results = home.resolve("results");
    out = home.resolve("eval");
    Files.writeString(truth.resolve("a.html"), letter("Dear Ada"));
    Files.writeString(truth.resolve("b.html"), letter("Dear Ida"));
    Path result = Files.createDirectories(results.resolve("a.pdf"));
    Files.writeString(result.resolve("document.html"), letter("Dear Ida"));
    Files.writeString(
        result.resolve("document.json"),
        "{\"label\": \"a.pdf\", \"pages\": [{\"number\": 1, \"status\": \"DONE\"}]}");
  }

  @Test
  void printsTheFiguresAndWritesTheReport() {
    CommandLineRun run = eval();

    assertThat(run.exitCode).isZero();
    assertThat(run.outLines()).hasSize(2).first().asString().startsWith("kind").contains("CER");
    // One of 16 characters is wrong and 8 are missing.
    assertThat(run.outLines().get(1)).matches("unspecified +2 +0\\.5625 .*");
    assertThat(run.errLines())
        .contains("Documents without a result, which count as empty: 1", "  b")
        .contains("The report is in " + out + ".");
    assertThat(out.resolve("eval.json")).content().contains("\"cer\" : 0.5625");
    assertThat(out.resolve("eval.html")).content().contains("56.3");
  }

  @Test
  void exitsWith1IfTheFiguresAreNotGoodEnough() {
    CommandLineRun run = eval("--require", "cer=0.5,f1At50=0.1");

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.errLines())
        .contains("scriptorium: cer is 0.5625, the target is at most 0.5")
        .noneMatch(line -> line.contains("f1At50"));
    assertThat(eval("--require", "cer=0.6").exitCode).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--require cre=0.5", "--require cer", "--pages -1", "--pages 1001"})
  void exitsWith2IfAnOptionIsWrong(String option) {
    CommandLineRun run = eval(option.split(" "));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines()).singleElement().asString().startsWith("scriptorium: --");
    assertThat(out).doesNotExist();
  }

  @Test
  void exitsWith2IfThereIsNothingToCompare() {
    assertThat(CommandLineRun.of("eval", "--truth", results, "--results", truth).exitCode)
        .isEqualTo(2);
    assertThat(CommandLineRun.of("eval", "--truth", out, "--results", results).exitCode)
        .isEqualTo(2);
    assertThat(CommandLineRun.of("eval", "--truth", truth).exitCode).isEqualTo(2);
  }

  private CommandLineRun eval(String... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("eval", "--truth", truth, "--results", results, "--out", out));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray());
  }

  private static String letter(String text) {
    PageSize size = new PageSize(100, 100);
    Paragraph paragraph = new Paragraph(new BoundingBox(10, 10, 90, 20), text);
    return HtmlWriter.document(List.of(new Page(size, List.of(paragraph))));
  }
}
