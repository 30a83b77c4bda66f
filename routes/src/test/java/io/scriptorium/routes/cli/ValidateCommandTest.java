package io.scriptorium.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private static final String HTML =
      HtmlWriter.document(
          List.of(
              new Page(
                  new PageSize(90, 90),
                  List.of(new Paragraph(new BoundingBox(1, 2, 30, 40), "Grüße")))));

  @TempDir Path folder;
  private Path good;
  private Path bad;

  @BeforeEach
  void write() throws IOException {
    good = Files.writeString(folder.resolve("good.html"), HTML);
    bad = Files.writeString(folder.resolve("bad.html"), HTML.replace("1 2 30 40", "1 2 30 400"));
  }

  @Test
  void printsWhatItRepaired() {
    CommandLineRun run = CommandLineRun.of("validate", "--repair", good, bad);

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0)).startsWith(bad + ":9:1 BOX_OUTSIDE ");
    assertThat(run.outLines().get(1))
        .startsWith(bad + " repaired: BOX_CLAMPED ")
        .endsWith(" (page 1, block 1 (p))");
  }

  @Test
  void isSilentAboutAValidFileThatNeedsNoRepair() {
    CommandLineRun run = CommandLineRun.of("validate", "--repair", good);

    assertThat(run.exitCode).isZero();
    assertThat(run.outLines()).isEmpty();
  }

  @Test
  void writesTheRepairedFile() throws IOException {
    Path out = folder.resolve("out.html");

    assertThat(CommandLineRun.of("validate", "--out", out, bad).exitCode).isEqualTo(1);

    assertThat(out).content().isEqualTo(HTML.replace("1 2 30 40", "1 2 30 90"));
    assertThat(CommandLineRun.of("validate", out).exitCode).isZero();
  }

  @Test
  void writesNothingButTheRepairedFileToStandardOutput() {
    CommandLineRun run = CommandLineRun.of("validate", "--out", "-", bad);

    assertThat(run.out).hasToString(HTML.replace("1 2 30 40", "1 2 30 90"));
    assertThat(run.errLines()).anySatisfy(line -> assertThat(line).contains("BOX_CLAMPED"));
  }

  @Test
  void printsJsonALineForEachFile() throws IOException {
    CommandLineRun run = CommandLineRun.of("validate", "--json", "--repair", good, bad);

    assertThat(run.exitCode).isEqualTo(1);
    JsonNode first = new ObjectMapper().readTree(run.outLines().get(0));
    JsonNode second = new ObjectMapper().readTree(run.outLines().get(1));
    assertThat(first.at("/file").asText()).isEqualTo(good.toString());
    assertThat(first.at("/valid").asBoolean()).isTrue();
    assertThat(first.at("/repairs")).isEmpty();
    assertThat(second.at("/valid").asBoolean()).isFalse();
    assertThat(second.at("/violations/0/code").asText()).isEqualTo("BOX_OUTSIDE");
    assertThat(second.at("/violations/0/line").asInt()).isEqualTo(9);
    assertThat(second.at("/repairs/0/code").asText()).isEqualTo("BOX_CLAMPED");
  }

  @Test
  void refusesToWriteSeveralFilesIntoOne() {
    CommandLineRun run = CommandLineRun.of("validate", "--out", folder.resolve("x"), good, bad);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines().get(0)).contains("--out takes one file, not 2");
  }

  @Test
  void saysThatItCannotWrite() {
    CommandLineRun run =
        CommandLineRun.of("validate", "--out", folder.resolve("missing/out.html"), good);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines().get(0)).contains("cannot write ");
  }
}
