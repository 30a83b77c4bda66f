package io.scriptorium.htmlschema;

import static io.scriptorium.htmlschema.Reading.BOX;
import static io.scriptorium.htmlschema.Reading.WHOLE;
import static io.scriptorium.htmlschema.Reading.blocks;
import static io.scriptorium.htmlschema.Reading.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelOutputReaderTest {
  @Test
  void readsWhatQwenEmitsWithoutARepair() {
    PageReading reading =
        ModelOutputReader.read(
            """
            ```html
            <html><body>
            <h2 data-bbox="310 94 658 132">Qwen2.5 Technical Report</h2>\s
             <p data-bbox="427 154 542 182">Qwen Team</p>\s
             <div class="image" data-bbox="262 195 708 272"><img data-bbox="262 195 708 272"/></div>\s
            <ol data-bbox="1 300 9 400"><li data-bbox="1 300 9 340">one</li></ol>
            <table data-bbox="1 400 90 500" class="table7"><tr><td rowspan="1">a &amp; b</td></tr></table>
            </body></html>
            ```\
            """,
            new PageSize(1008, 1540),
            new PageSize(1008, 1540));

    assertThat(reading.repairs()).isEmpty();
    assertThat(blocks(reading))
        .containsExactly(
            new Heading(new BoundingBox(310, 94, 658, 132), 2, "Qwen2.5 Technical Report"),
            new Paragraph(new BoundingBox(427, 154, 542, 182), "Qwen Team"),
            new Image(new BoundingBox(262, 195, 708, 272)),
            new ListBlock(
                new BoundingBox(1, 300, 9, 400),
                true,
                List.of(new ListItem(new BoundingBox(1, 300, 9, 340), "one"))),
            new Table(
                new BoundingBox(1, 400, 90, 500),
                new Grid(List.of(List.of(new Cell("a & b", 1, 1, false))))));
  }

  @Test
  void toleratesEndTagsInTheOrderOfTheReport() {
    PageReading reading = Reading.of("<html><body><p data-bbox='1 2 30 40'>x</p></html></body>");

    assertThat(blocks(reading)).containsExactly(new Paragraph(BOX, "x"));
    assertThat(reading.repairs()).isEmpty();
  }

  @Test
  void readsBlocksWithoutHtmlAndBody() {
    assertThat(blocks(Reading.of("<p data-bbox='1 2 30 40'>x</p>")))
        .containsExactly(new Paragraph(BOX, "x"));
  }

  @Test
  void readsAFenceThatNeverCloses() {
    PageReading reading = Reading.of("```html\n<p data-bbox='1 2 30 40'>x</p>");

    assertThat(blocks(reading)).containsExactly(new Paragraph(BOX, "x"));
    assertThat(codes(reading)).containsExactly("FENCE_UNCLOSED");
  }

  @Test
  void keepsRemarksAroundTheFence() {
    PageReading reading =
        Reading.of("Here it is:\n```html\n<p data-bbox='1 2 30 40'>x</p>\n```\nAnything else?");

    assertThat(blocks(reading))
        .containsExactly(
            new Paragraph(WHOLE, "Here it is:"),
            new Paragraph(BOX, "x"),
            new Paragraph(WHOLE, "Anything else?"));
    assertThat(codes(reading)).containsExactly("BOX_MISSING");
  }

  @Test
  void keepsTextThatIsNoHtmlAsOneParagraph() {
    PageReading reading = Reading.of("zx <|im_start|> 3 < 4 &amp <<< \n\n ¶ 漢");

    assertThat(blocks(reading))
        .containsExactly(new Paragraph(WHOLE, "zx <|im_start|> 3 < 4 & <<< ¶ 漢"));
    assertThat(codes(reading)).containsExactly("TAG_AS_TEXT", "NOT_HTML");
  }

  @Test
  void givesAnEmptyPageForAnEmptyAnswer() {
    PageReading reading = Reading.of(" ```html\n``` ");

    assertThat(blocks(reading)).isEmpty();
    assertThat(codes(reading)).containsExactly("OUTPUT_EMPTY");
  }

  @Test
  void dropsRemarksThatStartWithAHash() {
    PageReading reading = Reading.ofBody("\n# paragraph\n<p B># 1 in stock</p>\n# end");

    assertThat(blocks(reading)).containsExactly(new Paragraph(BOX, "# 1 in stock"));
    assertThat(codes(reading)).containsExactly("COMMENT_DROPPED");
  }

  @Test
  void dropsAStyleSheetBeforeATable() {
    PageReading reading =
        Reading.ofBody("<style>table1 td { color: red }</style><table B class=table1></table>");

    assertThat(blocks(reading)).containsExactly(new Table(BOX, Grid.EMPTY));
    assertThat(reading.repairs())
        .containsExactly(
            new Repair("STYLE_DROPPED", "block 1 (style)", "a style sheet was dropped"));
  }

  @Test
  void dropsActiveContentAndKeepsItsSurroundings() {
    PageReading reading =
        Reading.ofBody(
            "<script>alert('<p B>no</p>')</script><form><p B onclick=x>a</p><input></form>"
                + "<iframe src=//evil></iframe><svg><script>1</script><text>t</text></svg>"
                + "<a href='javascript:x' B>b</a><!-- secret -->");

    assertThat(blocks(reading)).containsExactly(new Paragraph(BOX, "a"), new Paragraph(BOX, "b"));
    assertThat(codes(reading))
        .containsExactlyInAnyOrder(
            "ELEMENT_DROPPED",
            "ELEMENT_UNKNOWN",
            "ATTRIBUTES_DROPPED",
            "COMMENT_DROPPED",
            "BOX_DERIVED");
  }

  @Test
  void keepsTheTextOfUnknownElements() {
    PageReading reading =
        Reading.ofBody("<header B>Page 1</header><div B>a <b>b</b><p>c</p></div><note>d</note>");

    assertThat(blocks(reading))
        .containsExactly(
            new Paragraph(BOX, "Page 1"),
            new Paragraph(BOX, "a b"),
            new Paragraph(BOX, "c"),
            new Paragraph(WHOLE, "d"));
    assertThat(codes(reading))
        .containsExactly("ELEMENT_UNKNOWN", "BOX_DERIVED", "MARKUP_FLATTENED", "BOX_MISSING");
  }

  @Test
  void givesABlockWithoutABoxTheWholePage() {
    PageReading reading = Reading.ofBody("<p>lost</p>");

    assertThat(blocks(reading)).containsExactly(new Paragraph(WHOLE, "lost"));
    assertThat(reading.repairs())
        .containsExactly(
            new Repair(
                "BOX_MISSING", "block 1 (p)", "no usable box; the block has the whole page"));
  }

  @Test
  void dropsABlockWithNeitherTextNorBox() {
    PageReading reading = Reading.ofBody("<p> </p><ul></ul><p B></p>");

    assertThat(blocks(reading)).containsExactly(new Paragraph(BOX, ""));
    assertThat(codes(reading)).containsExactly("BLOCK_EMPTY");
  }

  @Test
  void flattensMarkupInsideATextAndKeepsItsLines() {
    PageReading reading = Reading.ofBody("<p B>H<sub>2</sub>O<br>is\nwater</p>");

    assertThat(blocks(reading)).containsExactly(new Paragraph(BOX, "H2O\nis water"));
    assertThat(codes(reading)).containsExactly("MARKUP_FLATTENED");
  }

  @Test
  void separatesBlocksThatStandInAnUnclosedOne() {
    PageReading reading = Reading.ofBody("<h1 B>Title<p B>one</p><h2 B>two</h2>");

    assertThat(blocks(reading))
        .containsExactly(
            new Heading(BOX, 1, "Title"), new Paragraph(BOX, "one"), new Heading(BOX, 2, "two"));
  }

  @Test
  void replacesForbiddenCharacters() {
    PageReading reading = Reading.ofBody("<p B>a\u0000b&#x202E;c</p>");

    assertThat(blocks(reading)).containsExactly(new Paragraph(BOX, "a\uFFFDbc"));
    assertThat(codes(reading)).containsExactly("CHARACTERS_REPLACED");
  }

  @Test
  void listsAtMostALimitOfRepairs() {
    PageReading reading = Reading.ofBody("<p>x</p>".repeat(RepairLog.MAX_REPAIRS + 7));

    assertThat(reading.repairs()).hasSize(RepairLog.MAX_REPAIRS + 1);
    assertThat(reading.repairs().get(RepairLog.MAX_REPAIRS))
        .isEqualTo(new Repair("REPAIRS_OMITTED", "text", "7 more repairs are not listed"));
  }

  @Test
  void neverQuotesTheDocumentInARepair() {
    PageReading reading =
        Reading.ofBody(
            "<secret secret='secret' B>secret</secret><p secret>secret</p><!-- secret"
                + " --><x-secret>");

    assertThat(reading.repairs())
        .isNotEmpty()
        .allSatisfy(repair -> assertThat(repair.toString()).doesNotContain("secret"));
  }
}
