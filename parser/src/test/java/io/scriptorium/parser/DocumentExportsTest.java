package io.scriptorium.parser;

import static io.scriptorium.parser.ScriptedModel.answering;
import static io.scriptorium.parser.ScriptedModel.html;
import static io.scriptorium.parser.ScriptedModel.text;
import static io.scriptorium.renderer.RenderException.Code.DOCUMENT_TOO_COSTLY;
import static io.scriptorium.renderer.RenderException.Code.PAGE_DAMAGED;
import static io.scriptorium.renderer.RenderException.Code.RENDERER_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.fixtures.FolderContents;
import io.scriptorium.htmlschema.HtmlValidator;
import io.scriptorium.parser.ParsedDocument.Status;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentExportsTest {
  private static final Exports ALL = Exports.of(EnumSet.allOf(ExportFormat.class), true);
  private static final String PAGE =
      """
      <h1 data-bbox="2 3 30 20">Tea</h1>
      <p data-bbox="2 3 30 20">a &amp; b</p>
      <ul data-bbox="2 3 30 20"><li data-bbox="2 3 30 9">one</li></ul>
      <table data-bbox="2 3 32 23" class="table1"><tr><th>x</th><td>=1</td></tr></table>
      <div class="chart" data-bbox="1 2 11 7"><img data-bbox="1 2 11 7"/><table><tr><td>5</td></tr></table></div>
      <div class="formula" data-bbox="1 2 9 8"><img data-bbox="1 2 9 8"/><div>x^2</div></div>
      <div class="image" data-bbox="1 2 9 8"><img data-bbox="1 2 9 8"/></div>
      <div class="image caption" data-bbox="1 2 9 8"><img data-bbox="1 2 9 8"/><p>Figure</p></div>
      <div class="image ocr" data-bbox="1 2 9 8"><img data-bbox="1 2 9 8"/><p>STOP</p></div>
      <div class="music sheet" format="abc notation" data-bbox="1 2 9 8"><img data-bbox="1 2 9 8"/><div>CDE</div></div>
      <div class="chemical formula" format="smile" data-bbox="1 2 9 8"><img data-bbox="1 2 9 8"/><div>CCO</div></div>
      """;

  @TempDir private Path home;
  private Path scan;
  private Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    scan = Files.writeString(home.resolve("scan.tif"), "scan");
    folder = home.resolve("out/scan.tif");
  }

  @Test
  void writesNothingElseUnasked() throws Exception {
    parse(ScriptedPages.ofPages(1), Exports.DEFAULTS, html(PAGE));

    assertThat(files()).containsExactly("document.html", "document.json", "pages/0001.png");
    assertThat(metadata().has("exports")).isFalse();
  }

  @Test
  void writesTheFormsThatAreAskedFor() throws Exception {
    parse(
        ScriptedPages.ofPages(2),
        Exports.of(ExportFormat.parse("csv, md"), false),
        html(PAGE),
        text("two"));

    assertThat(files())
        .containsExactly(
            "document.html",
            "document.json",
            "document.md",
            "pages/0001.png",
            "pages/0002.png",
            "tables/0001-004.csv",
            "tables/0001-005.csv");
    assertThat(folder.resolve("tables/0001-004.csv")).content().isEqualTo("x,'=1\r\n");
    assertThat(folder.resolve("document.md")).content().contains("# Tea", "<!-- page 2 -->", "two");
    assertThat(metadata().get("exports").toString())
        .isEqualTo("{\"md\":\"document.md\",\"csv\":\"tables\"}");
  }

  @Test
  void writesAllForms() throws Exception {
    ParsedDocument parsed = parse(ScriptedPages.ofPages(2).blankAt(2), ALL, html(PAGE));

    assertThat(parsed.status()).isEqualTo(Status.DONE);
    assertThat(files())
        .contains(
            "alto/0001.xml",
            "alto/0002.xml",
            "document.hocr",
            "document.md",
            "document.pdf",
            "document.txt",
            "tables/0001-004.csv");
    assertThat(folder.resolve("document.txt")).content().startsWith("Tea\na & b\none\nx\t=1\n5\n");
    assertThat(folder.resolve("alto/0001.xml")).content().contains("pages/0001.png");
    assertThat(folder.resolve("document.hocr")).content().contains("image &quot;pages/0002.png");
  }

  @Test
  void givesTheTextOfBlocksItemsAndCellsToTheSearchablePdf() throws Exception {
    parse(ScriptedPages.ofPages(1), ALL, html(PAGE));

    assertThat(folder.resolve("document.pdf"))
        .content()
        .contains(
            "page 1: TextArea[x1=2, y1=3, x2=30, y2=20, text=a & b]",
            "page 1: TextArea[x1=2, y1=3, x2=30, y2=9, text=one]",
            "page 1: TextArea[x1=3, y1=4, x2=15, y2=21, text=x]",
            "page 1: TextArea[x1=18, y1=4, x2=30, y2=21, text==1]");
  }

  @Test
  void linksThePicturesOfFigures() throws Exception {
    parse(ScriptedPages.ofPages(1), Exports.of(Set.of(ExportFormat.MD), true), html(PAGE));

    assertThat(files().stream().filter(name -> name.startsWith("crops/")))
        .hasSize(7)
        .contains("crops/0001-005.png", "crops/0001-011.png");
    assertThat(ImageIO.read(folder.resolve("crops/0001-005.png").toFile()))
        .matches(image -> image.getWidth() == 10 && image.getHeight() == 5);
    String document = Files.readString(folder.resolve("document.html"));
    assertThat(document).contains("src=\"crops/0001-005.png\"");
    assertThat(HtmlValidator.validate(document).violations()).isEmpty();
    assertThat(folder.resolve("document.md")).content().contains("![](crops/0001-007.png)");
    assertThat(metadata().at("/pages/0/blocks/4/crop").asText()).isEqualTo("crops/0001-005.png");
  }

  @Test
  void boundsThePicturesOfAPage() throws Exception {
    String whole = "<div class=\"image\" data-bbox=\"0 0 60 40\"><img/></div>";
    String small = "<div class=\"image\" data-bbox=\"0 0 2 2\"><img/></div>";

    parse(
        ScriptedPages.ofPages(2),
        Exports.of(Set.of(), true),
        html(String.join("", Collections.nCopies(5, whole))),
        html(String.join("", Collections.nCopies(CropWriter.MOST_OF_PAGE + 3, small))));

    assertThat(files().stream().filter(name -> name.startsWith("crops/0001"))).hasSize(2);
    assertThat(files().stream().filter(name -> name.startsWith("crops/0002")))
        .hasSize(CropWriter.MOST_OF_PAGE);
    assertThat(metadata().at("/pages/0/warnings/0/code").asText()).isEqualTo("CROPS_LEFT_OUT");
    assertThat(metadata().at("/pages/1/warnings/0/message").asText()).endsWith(": 3");
  }

  @Test
  void aFormThatCannotBeWrittenLeavesTheOthers() throws Exception {
    ParsedDocument parsed =
        parse(ScriptedPages.ofPages(1).failingAsPdf(DOCUMENT_TOO_COSTLY), ALL, html(PAGE));

    assertThat(parsed.status()).isEqualTo(Status.PARTIAL);
    assertThat(files()).contains("document.md").doesNotContain("document.pdf");
    assertThat(metadata().at("/failures/0/export").asText()).isEqualTo("pdf");
    assertThat(metadata().at("/failures/0/code").asText()).isEqualTo("DOCUMENT_TOO_COSTLY");
    assertThat(metadata().at("/exports/pdf").isMissingNode()).isTrue();
  }

  @Test
  void aRendererThatIsNotThereEndsTheDocument() {
    ParseException failure =
        catchThrowableOfType(
            ParseException.class,
            () ->
                parse(
                    ScriptedPages.ofPages(1).failingAsPdf(RENDERER_UNAVAILABLE), ALL, html(PAGE)));

    assertThat(failure.kind()).isEqualTo(ParseException.Kind.TRANSIENT);
    assertThat(folder).doesNotExist();
  }

  @Test
  void writesTheSameBytesForTheSameDocument() throws Exception {
    parse(ScriptedPages.ofPages(2), ALL, html(PAGE), text("two"));
    var first = FolderContents.of(folder);

    parse(ScriptedPages.ofPages(2), ALL, html(PAGE), text("two"));

    assertThat(FolderContents.of(folder)).isEqualTo(first);
  }

  @Test
  void describesItsMetadataByASchema() throws Exception {
    parse(
        ScriptedPages.ofPages(4).blankAt(2).failingAt(3, PAGE_DAMAGED).failingAsPdf(PAGE_DAMAGED),
        ALL,
        html(PAGE),
        text("four"));
    String document = Files.readString(folder.resolve("document.json"));

    assertThat(MetadataSchema.faults(document)).isEmpty();
    for (String wrong :
        List.of(
            document.replace("\"kind\" : \"paragraph\"", "\"kind\" : \"poem\""),
            document.replace("\"status\" : \"BLANK\"", "\"status\" : \"WHITE\""),
            document.replace("\"number\" : 4", "\"number\" : \"4\""),
            document.replace("\"latex\"", "\"tex\""),
            document.replace("crops/0001", "../0001"))) {
      assertThat(wrong).isNotEqualTo(document);
      assertThat(MetadataSchema.faults(wrong)).isNotEmpty();
    }
  }

  @Test
  void namesAllFormatsWhereOneIsUnknown() {
    assertThat(ExportFormat.parse("pdf,md"))
        .containsExactlyInAnyOrder(ExportFormat.PDF, ExportFormat.MD);
    for (String wrong : List.of("docx", "", "md,,txt", "MD", "md;txt")) {
      assertThatThrownBy(() -> ExportFormat.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("may only name formats of html,json,md,txt,pdf,alto,hocr,csv");
    }
  }

  private ParsedDocument parse(
      ScriptedPages pages, Exports exports, ScriptedModel.Answer... answers) throws ParseException {
    return new DocumentParser((Path file) -> pages, RenderOptions.DEFAULTS, answering(answers))
        .withExports(exports)
        .parse(new DocumentSource(scan, "scan.tif"), folder, ParseProgress.SILENT);
  }

  private JsonNode metadata() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("document.json").toFile());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
