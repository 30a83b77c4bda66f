package io.scriptorium.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.HtmlValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SynthCommandTest {
  @TempDir private Path home;
  private Path noFonts;

  @BeforeEach
  void useNoFontsOfThisMachine() throws IOException {
    noFonts = Files.createDirectory(home.resolve("fonts"));
  }

  @ParameterizedTest
  @CsvSource({"pdf, --clean", "png, --scan"})
  void writesDocumentsWithTheirTruthAndDescription(String format, String look) throws IOException {
    Path out = home.resolve("out");

    CommandLineRun run =
        synth("--out", out.toString(), "--format", format, look, "--kind", "text", "--count", "2");

    assertThat(run.exitCode).isZero();
    assertThat(run.errLines()).containsExactly("fonts e3b0c44298fc1c14: 2 families, 1 typewriters");
    assertThat(files(out))
        .containsOnlyKeys(
            "text-000000." + format,
            "text-000000.html",
            "text-000000.json",
            "text-000001." + format,
            "text-000001.html",
            "text-000001.json");
    String truth = Files.readString(out.resolve("text-000001.html"));
    assertThat(HtmlValidator.validate(truth).violations()).isEmpty();
    assertThat(out.resolve("text-000001.json"))
        .content()
        .startsWith("{\"kind\":\"text\",\"language\":\"")
        .contains("\"split\":\"train\",\"index\":1,", "\"degradations\":{", "\"values\":{}}");
  }

  @Test
  void writesTheSameBytesWhateverTheNumberOfThreads() throws IOException {
    synth("--out", home.resolve("one").toString(), "--threads", "1", "--count", "6");
    synth("--out", home.resolve("many").toString(), "--threads", "4", "--count", "6");

    Map<String, String> one = files(home.resolve("one"));
    assertThat(one).hasSize(18).isEqualTo(files(home.resolve("many")));
  }

  @Test
  void goesOnWhereAnotherRunEnded() throws IOException {
    synth("--out", home.resolve("whole").toString(), "--count", "3");
    synth("--out", home.resolve("rest").toString(), "--first", "2", "--count", "1");

    Map<String, String> rest = files(home.resolve("rest"));
    assertThat(rest).hasSize(3);
    assertThat(files(home.resolve("whole"))).containsAllEntriesOf(rest);
  }

  @Test
  void drawsOtherPagesForAnotherSeedOrPurpose() throws IOException {
    List<Map<String, String>> runs = new ArrayList<>();
    for (String[] options :
        List.of(
            new String[] {"--seed", "1"},
            new String[] {"--seed", "2"},
            new String[] {"--split", "validation"},
            new String[] {"--split", "test"})) {
      Path out = home.resolve("out" + runs.size());
      synth("--out", out.toString(), "--count", "1", options[0], options[1]);
      runs.add(files(out));
    }

    assertThat(runs).doesNotHaveDuplicates();
  }

  @Test
  void streamsRawPagesAsTar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int exitCode = stream(bytes, "--count", "2", "--crop", "448x224", "--clean");

    assertThat(exitCode).isZero();
    String archive = bytes.toString(StandardCharsets.ISO_8859_1);
    assertThat(archive)
        .containsPattern("00000000\\.p[gp]m\\u0000")
        .contains("00000000.html\0", "00000000.json\0", "00000000.glyphs\0", "00000001.html\0")
        .containsPattern("P[56]\n448 224\n255\n")
        .contains("<html><body>\n")
        .endsWith("\0".repeat(1024));
  }

  @Test
  void streamsThePiecesThatParseWouldReadInPlaceOfPages() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int exitCode =
        stream(
            bytes,
            "--count=1",
            "--pieces=1344x224",
            "--longer-side=2000-2400",
            "--max-pixels=6000000");

    assertThat(exitCode).isZero();
    assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
        .contains("00000000.json\0", "00000000.html\0", "00000000.glyphs\0")
        .containsPattern("00000000\\.0\\.p[gp]m\\u0000")
        .containsPattern("00000000\\.1\\.p[gp]m\\u0000")
        .containsPattern("P[56]\n\\d+ 224\n255\n")
        .containsPattern("\"(width|height)\":2\\d\\d\\d,")
        .containsPattern(
            "\"pieces\":\\[\\{\"left\":-?\\d+,\"top\":-?\\d+,\"width\":\\d+,\"height\":\\d+,"
                + "\"slope\":[^,]+,\"goes_on\":false,\"shown\":\\[\\d+,\\d+,\\d+,\\d+]}");
  }

  @Test
  void endsWhenNobodyReadsTheStreamAnyMore() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(stream(closed, "--count", "0")).isEqualTo(1);
  }

  @Test
  void namesTheKindsWhenOneIsUnknown() {
    CommandLineRun run = synth("--out", home.toString(), "--kind", "text,poem");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("scriptorium: --kind: there is no kind 'poem'; there are text");
  }

  @ParameterizedTest
  @CsvSource({
    "--crop, 448, is not a size such as 448x448",
    "--crop, 450x448, are not both multiples of 28",
    "--pieces, 1344, is not a size such as 1344x224",
    "--pieces, 1344x224, pieces of pages need --stream",
    "--longer-side, 2000, is not a range as 700-1280",
    "--longer-side, 2000-700, are not a range between 448 and 8192",
    "--max-pixels, 1000, are not between",
    "--threads, 0, is not 1 to 1024",
    "--count, 0, pages without end need --stream",
    "--count, -1, cannot be negative",
    "--language, it, for option '--language'"
  })
  void saysWhichOptionIsWrong(String option, String value, String problem) {
    CommandLineRun run = synth("--out", home.resolve("out").toString(), option, value);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines()).first().asString().contains(problem);
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void rejectsToCutPagesInTwoWays() {
    CommandLineRun run = synth("--stream", "--crop", "448x448", "--pieces", "1344x224");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly("scriptorium: --pieces and --crop exclude each other");
  }

  @Test
  void rejectsToMakeScansOfPdfs() {
    CommandLineRun run = synth("--out", home.toString(), "--format", "pdf", "--scan");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines()).first().asString().contains("use --format png");
  }

  @Test
  void rejectsAFolderThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    CommandLineRun run = synth("--out", file.resolve("out").toString());

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines()).first().asString().contains("--out: cannot write to");
  }

  @Test
  void rejectsAFolderOfFontsThatIsNotThere() {
    CommandLineRun run =
        CommandLineRun.of("synth", "--out", home, "--fonts", home.resolve("missing"));

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.errLines()).first().asString().contains("--fonts: there is no folder");
  }

  private CommandLineRun synth(String... options) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("synth", "--fonts", noFonts), Stream.of(options)).toArray());
  }

  private int stream(OutputStream out, String... options) {
    SynthCommand command = new SynthCommand(out, new PrintWriter(new StringWriter()));
    return new CommandLine(command)
        .execute(
            Stream.concat(
                    Stream.of("--stream", "--fonts", noFonts.toString(), "--kind", "text"),
                    Stream.of(options))
                .toArray(String[]::new));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        files.put(file.getFileName().toString(), content);
      }
    }
    return files;
  }
}
