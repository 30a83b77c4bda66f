package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.renderer.PngFile;
import io.scriptorium.renderer.RasterImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {
  private static final String HOSTILE =
      "</div><script>alert(1)</script><img src=x onerror='alert(2)'>\"onload=\u202Eevil";
  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|src|action|data|poster|srcset)\\s*=\\s*[\"']?([^\"'> ]*)");

  @TempDir private Path home;
  private EvaluationFolders folders;

  @BeforeEach
  void prepareFolders() {
    folders = new EvaluationFolders(home);
  }

  @Test
  void showsThePageWithItsBoxesAndWords() throws Exception {
    folders.truth("a", page("Dear Ada", 10)).result("a.pdf", page("Dear Ida", 12));
    Path picture = folders.results.resolve("a.pdf/pages/0001.png");
    Files.createDirectories(picture.getParent());
    PngFile.write(new RasterImage(40, 40, new byte[40 * 40 * 3]), picture);

    String html = html();

    assertThat(html)
        .contains("href=\"data:image/jpeg;base64,/9j/")
        .contains("<rect class=\"found\" x=\"100.0\" y=\"100.0\" width=\"800.0\"")
        .contains("<rect class=\"right\" x=\"100.0\" y=\"120.0\" width=\"800.0\"")
        .contains("Dear <del>Ada</del><ins>Ida</ins>")
        .contains("12.5");
  }

  @Test
  void isTextWhateverTheResultsHold() throws Exception {
    folders
        .truth(HOSTILE.replace("/", ""), page(HOSTILE, 10))
        .details(HOSTILE.replace("/", ""), "{'kind': '<script>alert(3)</script>'}")
        .result("x<script>", page(HOSTILE, 10))
        .truth("b", page("Dear Ada", 10))
        .result("b.pdf", page(HOSTILE, 10, new Formula(box(80), Formula.Kind.PRINTED, HOSTILE)));

    String html = html();

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "<img", "\u202E")
        .doesNotContainPattern("<[^>]*\\son\\w+\\s*=");
  }

  @Test
  void loadsNothing() throws Exception {
    folders.truth("a", page("Dear Ada", 10)).result("a.pdf", page("https://example.org/x", 10));

    String html = html();

    assertThat(html).contains("Content-Security-Policy\" content=\"default-src 'none';");
    assertThat(ADDRESS.matcher(html.replace("https://example.org/x", "")).results())
        .allMatch(address -> address.group(1).startsWith("data:"));
    assertThat(html).doesNotContain("@import", "url(", "<link", "<iframe");
  }

  @Test
  void showsPagesWhosePictureCannotBeRead() throws Exception {
    folders.truth("a", page("Dear Ada", 10), page("Dear Bob", 10)).result("a.pdf", page("x", 10));
    Path picture = folders.results.resolve("a.pdf/pages/0001.png");
    Files.createDirectories(picture.getParent());
    Files.writeString(picture, "no picture");

    assertThat(html()).doesNotContain("<image").contains("<del>Dear Bob</del>");
  }

  @Test
  void tellsProgramsWhatItTellsPeople() throws Exception {
    folders.truth("a", page("Dear Ada", 10)).result("a.pdf", page("Dear Ida", 10));
    Path out = report(Target.parse("cer=0.1,clean.teds=0.9"));

    JsonNode json = new ObjectMapper().readTree(out.resolve(EvaluationReport.JSON).toFile());

    assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.at("/all/metrics/cer").asDouble()).isEqualTo(0.125);
    assertThat(json.at("/all/metrics/teds").isNull()).isTrue();
    assertThat(json.at("/kinds/unspecified/characterErrors").asInt()).isEqualTo(1);
    assertThat(json.at("/all/blocks/paragraph/at75/f1").asDouble()).isEqualTo(1);
    assertThat(json.at("/targets/0/met").asBoolean(true)).isFalse();
    assertThat(json.at("/targets/1/reached").isNull()).isTrue();
    assertThat(json.at("/pages/0/document").asText()).isEqualTo("a");
    assertThat(json.at("/pages/0/metrics/editDistance").asDouble()).isEqualTo(0.125);
  }

  @Test
  void writesTheSameBytesEachTime() throws Exception {
    folders.truth("a", page("Dear Ada", 10)).result("a.pdf", page("Dear Ida", 10));
    byte[] first = Files.readAllBytes(report(Target.DEFAULTS).resolve(EvaluationReport.JSON));

    assertThat(report(Target.DEFAULTS).resolve(EvaluationReport.JSON)).hasBinaryContent(first);
  }

  private String html() throws EvaluationException, IOException {
    return Files.readString(report(Target.DEFAULTS).resolve(EvaluationReport.HTML));
  }

  private Path report(List<Target> targets) throws EvaluationException, IOException {
    Path out = home.resolve("eval");
    new EvaluationReport(folders.evaluate(), targets).write(out);
    return out;
  }

  private static Page page(String text, int top, Block... more) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(new BoundingBox(10, top, 90, top + 40), text));
    blocks.addAll(List.of(more));
    return new Page(new PageSize(100, 100), blocks);
  }

  private static BoundingBox box(int top) {
    return new BoundingBox(10, top, 90, top + 10);
  }
}
