package io.scriptorium.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "parse",
        "serve",
        "model",
        "model convert",
        "model verify",
        "model info",
        "model random",
        "validate",
        "eval",
        "synth"
      })
  void helpsWithAnExampleForEveryCommand(String command) {
    CommandLineRun run = CommandLineRun.of((Object[]) (command + " --help").strip().split(" "));

    assertThat(run.exitCode).isZero();
    assertThat(run.outLines())
        .anyMatch(line -> line.startsWith("Usage: scriptorium " + command))
        .contains("Example:")
        .last()
        .asString()
        .startsWith("  scriptorium " + command)
        .hasSizeGreaterThan(("  scriptorium " + command + " ").length());
  }

  @Test
  void tellsItsVersion() {
    assertThat(CommandLineRun.of("--version").outLines())
        .singleElement()
        .asString()
        .matches("scriptorium \\d+\\..*");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    CommandLineRun run = CommandLineRun.of("pars", "a.pdf");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString()).contains("'pars'").contains("scriptorium parse");
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    CommandLineRun run = CommandLineRun.of("parse", "--model", home, "--max-token", "3", "a.pdf");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.err.toString())
        .contains("--max-tokens")
        .contains("Try 'scriptorium parse --help'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "parse",
        "parse a.pdf --dpi x",
        "model",
        "model convert one",
        "validate",
        "serve"
      })
  void exitsWith2IfItIsUsedWrongly(String arguments) {
    Object[] words = arguments.isEmpty() ? new Object[0] : arguments.split(" ");

    CommandLineRun run = CommandLineRun.of(words);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines()).isNotEmpty().noneMatch(line -> line.startsWith("\tat "));
    assertThat(run.out.toString()).isEmpty();
  }

  @Test
  void keepsControlCharactersOfArgumentsFromTheTerminal() {
    CommandLineRun run = CommandLineRun.of("parse", "--model", home, "--\u001b[2J", "a.pdf");

    assertThat(run.err.toString()).contains("\\u{001b}[2J").doesNotContain("\u001b");
  }

  @Test
  void servesWithTheConfigurationAndTheModel() throws IOException {
    Path config = Files.createFile(home.resolve("serve.properties"));

    CommandLineRun run = CommandLineRun.of("serve", "--model", home, "--config", config);

    assertThat(run.exitCode).isZero();
    assertThat(run.modelCalls)
        .containsExactly("load " + home.getFileName(), "serve serve.properties");
    assertThat(run.model.isClosed()).isTrue();
  }

  @Test
  void rendersAsTheConfigurationSaysUnlessTheCommandLineSaysOtherwise() throws IOException {
    Path config = Files.createFile(home.resolve("serve.properties"));

    CommandLineRun plain = CommandLineRun.of("serve", "--model", home, "--config", config);
    CommandLineRun other =
        CommandLineRun.of(
            "serve", "--model", home, "--config", config, "--dpi", 150, "--pages-ahead", 0);

    assertThat(plain.rendering).containsExactly(RenderOptions.DEFAULTS.withDpi(300));
    assertThat(plain.pools)
        .containsExactly(PoolOptions.DEFAULTS.withProcesses(1).withPagesAhead(5));
    assertThat(other.rendering).containsExactly(RenderOptions.DEFAULTS.withDpi(150));
    assertThat(other.pools)
        .containsExactly(PoolOptions.DEFAULTS.withProcesses(1).withPagesAhead(0));
  }

  @Test
  void tellsAllThatIsWrongWithAConfigurationBeforeLoadingTheModel() throws IOException {
    Path config = Files.createFile(home.resolve("wrong.properties"));

    CommandLineRun run = CommandLineRun.of("serve", "--model", home, "--config", config);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly("scriptorium: unknown key inbx", "scriptorium: port is -1");
    assertThat(run.modelCalls).isEmpty();
  }

  @Test
  void drivesTheModelCommands() {
    CommandLineRun run = new CommandLineRun();
    run.run("model", "convert", "checkpoint", "out");
    run.run("model", "random", "--shape", "tiny", "--seed", "7", "out");
    run.run("model", "verify", "golden");
    run.run("model", "info", "folder");

    assertThat(run.exitCode).isZero();
    assertThat(run.modelCalls)
        .containsExactly("convert checkpoint out", "random tiny 7 out", "verify golden");
    assertThat(run.outLines()).containsExactly("info folder");
  }

  @Test
  void exitsWith1IfAModelAnswersDifferently() {
    CommandLineRun run = new CommandLineRun();
    run.verified = false;
    run.run("model", "verify", "golden");

    assertThat(run.exitCode).isEqualTo(1);
  }

  @Test
  void printsViolationsWithTheirPlace() throws IOException {
    Page page = new Page(new PageSize(9, 9), List.of(new Image(new BoundingBox(1, 2, 3, 4))));
    String html = HtmlWriter.document(List.of(page));
    Path good = Files.writeString(home.resolve("good.html"), html);
    Path bad = Files.writeString(home.resolve("bad.html"), html.replace("1 2 3 4", "1 2 3 99"));

    CommandLineRun run = CommandLineRun.of("validate", good, bad);

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.outLines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith(bad + ":9:").contains(" BOX_"));
    assertThat(CommandLineRun.of("validate", good).exitCode).isZero();
  }

  @Test
  void printsViolationsInTheOrderOfTheirPlaces() throws IOException {
    Path bad = Files.writeString(home.resolve("bad.html"), "<p>x<script>1</script>\n<b");

    assertThat(CommandLineRun.of("validate", bad).outLines())
        .hasSizeGreaterThan(2)
        .last()
        .asString()
        .startsWith(bad + ":2:");
  }

  @Test
  void exitsWith2IfAFileToValidateCannotBeRead() throws IOException {
    Path latin1 = Files.write(home.resolve("latin1.html"), new byte[] {(byte) 0xE9});

    assertThat(CommandLineRun.of("validate", home.resolve("missing.html")).exitCode).isEqualTo(2);
    assertThat(CommandLineRun.of("validate", latin1).exitCode).isEqualTo(2);
  }
}
