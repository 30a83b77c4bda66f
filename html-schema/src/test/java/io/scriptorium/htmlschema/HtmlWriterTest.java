package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
  private static final PageSize SIZE = new PageSize(100, 200);
  private static final BoundingBox BOX = new BoundingBox(1, 2, 30, 40);

  @Test
  void writesTextBlocksAsTheModelDoes() {
    assertThat(
            page(
                new Heading(BOX, 2, "Invoice"),
                new Paragraph(BOX, "Dear Sir,\nhello"),
                new ListBlock(BOX, true, List.of(new ListItem(BOX, "one")))))
        .isEqualTo(
            """
            <html><body>
            <h2 data-bbox="1 2 30 40">Invoice</h2>
            <p data-bbox="1 2 30 40">Dear Sir,<br/>hello</p>
            <ol data-bbox="1 2 30 40">
            <li data-bbox="1 2 30 40">one</li>
            </ol>
            </body></html>\
            """);
  }

  @Test
  void numbersTablesAndWritesOnlySpansAboveOne() {
    Grid grid =
        new Grid(
            List.of(
                List.of(new Cell("Sum", 2, 1, true)),
                List.of(new Cell("a", 1, 1, false), new Cell("b", 1, 1, false))));

    assertThat(page(new Table(BOX, grid), new Table(BOX, Grid.EMPTY)))
        .isEqualTo(
            """
            <html><body>
            <table data-bbox="1 2 30 40" class="table1">
            <tr><th colspan="2">Sum</th></tr>
            <tr><td>a</td><td>b</td></tr>
            </table>
            <table data-bbox="1 2 30 40" class="table2"></table>
            </body></html>\
            """);
  }

  @Test
  void writesFiguresAsTheModelDoes() {
    Grid data = new Grid(List.of(List.of(new Cell("7", 1, 1, false))));

    assertThat(
            page(
                new Chart(BOX, data),
                new Formula(BOX, Formula.Kind.UNSPECIFIED, "x"),
                new Formula(BOX, Formula.Kind.PRINTED, "x"),
                new Formula(BOX, Formula.Kind.HANDWRITTEN, "x"),
                new Image(BOX),
                new Caption(BOX, "A cat"),
                new ImageText(BOX, "STOP"),
                new MusicSheet(BOX, "X:1\nK:C"),
                new ChemicalFormula(BOX, "CCO")))
        .isEqualTo(
            """
            <html><body>
            <div class="chart" B><img B/><table>
            <tr><td>7</td></tr>
            </table></div>
            <div class="formula" B><img B/><div>x</div></div>
            <div class="formula.machine_printed" B><img B/><div>x</div></div>
            <div class="formula.handwritten" B><img B/><div>x</div></div>
            <div class="image" B><img B/></div>
            <div class="image caption" B><img B/><p>A cat</p></div>
            <div class="image ocr" B><img B/><p>STOP</p></div>
            <div class="music sheet" format="abc notation" B><img B/><div>X:1
            K:C</div></div>
            <div class="chemical formula" format="smile" B><img B/><div>CCO</div></div>
            </body></html>\
            """
                .replace("B>", "data-bbox=\"1 2 30 40\">")
                .replace("B/>", "data-bbox=\"1 2 30 40\"/>"));
  }

  @Test
  void escapesMarkupInTexts() {
    assertThat(page(new Paragraph(BOX, "<script>alert(1)</script> & \"x\"")))
        .contains(">&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"x\"</p>");
  }

  @Test
  void writesADocumentWithASectionForEveryPage() {
    Page first = new Page(SIZE, List.of(new Image(BOX)));
    Page second = new Page(new PageSize(300, 400), List.of());

    assertThat(HtmlWriter.document(List.of(first, second)))
        .isEqualTo(
            """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8"/>
            <title>QwenVL HTML 1</title>
            </head>
            <body>
            <section class="page" data-page="1" data-size="100 200">
            <div class="image" data-bbox="1 2 30 40"><img data-bbox="1 2 30 40"/></div>
            </section>
            <section class="page" data-page="2" data-size="300 400">
            </section>
            </body>
            </html>
            """);
  }

  private static String page(Block... blocks) {
    return HtmlWriter.page(new Page(SIZE, List.of(blocks)));
  }
}
