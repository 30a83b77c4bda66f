package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static io.scriptorium.fixtures.ResultFolderAssert.assertThatResult;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.FolderContents;
import io.scriptorium.fixtures.ProgramRun;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first thing that people try: the samples, with the model that comes with the program. */
class ParseSamplesIT {
  private static final String[] SAMPLES = {"article.pdf", "form.pdf", "invoice.pdf", "scan.tif"};
  private static final String LETTER = "1700x2200";

  @TempDir static Path folder;

  private static Scriptorium scriptorium;
  private static ProgramRun parsed;

  @BeforeAll
  static void parseAll() throws Exception {
    scriptorium = Scriptorium.in(folder);
    parsed = scriptorium.run("parse", Repository.samples().toString(), "--out", "out");
  }

  @Test
  void printsTheResultFolderOfEachSample() {
    assertThat(parsed)
        .succeeded()
        .printed("out/article.pdf", "out/form.pdf", "out/invoice.pdf", "out/scan.tif")
        .saidOnce("demonstration model", "comes with the program")
        .saidOnce("4 documents parsed", "6 pages")
        .spokePlainly();
    assertThat(FolderContents.names(scriptorium.path("out"))).containsExactly(SAMPLES);
    assertThat(FolderContents.names(Repository.samples())).containsExactly(SAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"article.pdf", "form.pdf", "invoice.pdf"})
  void givesEachPdfAResultOfOnePage(String sample) {
    assertThatResult(scriptorium.path("out").resolve(sample))
        .isCompleteWithPages(1)
        .hasPageSizes(LETTER)
        .tellsThatItComesFrom(Repository.samples().resolve(sample));
  }

  @Test
  void givesTheScanAResultOfThreePages() {
    assertThatResult(scriptorium.path("out/scan.tif"))
        .isCompleteWithPages(3)
        .hasPageSizes(LETTER, LETTER, LETTER)
        .tellsThatItComesFrom(Repository.samples().resolve("scan.tif"));
  }

  @Test
  void publishesHtmlThatValidates() throws Exception {
    assertThat(
            scriptorium.run(
                "validate",
                "out/article.pdf/document.html",
                "out/form.pdf/document.html",
                "out/invoice.pdf/document.html",
                "out/scan.tif/document.html"))
        .succeeded()
        .printed();
  }

  @Test
  void givesResultsThatCanBeComparedWithTheTruth() throws Exception {
    assertThat(
            scriptorium.run("eval", "--truth", Repository.truth().toString(), "--results", "out"))
        .succeeded()
        .printedLineWith("unspecified", "6")
        .saidNothingOf("without")
        .spokePlainly();
    assertThat(FolderContents.names(scriptorium.path("eval")))
        .containsExactly("eval.html", "eval.json");
  }

  @Test
  void givesTheSameBytesAgainWhereverItRuns() throws Exception {
    Scriptorium abroad =
        scriptorium.withEnvironment(
            "SCRIPTORIUM_JAVA_OPTS",
            "-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Tokyo"
                + " -Dfile.encoding=ISO-8859-1");

    assertThat(abroad.run("parse", Repository.samples().toString(), "--out", "again")).succeeded();
    assertThat(FolderContents.of(scriptorium.path("again")))
        .isEqualTo(FolderContents.of(scriptorium.path("out")));
  }
}
