package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlValidatorTest {
  private static final String BOX = "data-bbox=\"1 2 30 40\"";

  @Test
  void acceptsWhatTheWriterWrites() {
    for (long seed = 1; seed <= 100; seed++) {
      List<Page> pages = List.of(new RandomPages(seed).page(), new RandomPages(-seed).page());

      assertThat(HtmlValidator.validate(HtmlWriter.document(pages)).violations()).isEmpty();
      assertThat(HtmlValidator.validate(HtmlWriter.page(new RandomPages(seed).page())).violations())
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>x</p>                                      | BOX_MISSING",
        "<p data-bbox='1 2 3'>x</p>                    | BOX_INVALID",
        "<p data-bbox='1,2,3,4'>x</p>                  | BOX_INVALID",
        "<p data-bbox='-1 2 3 4'>x</p>                 | BOX_INVALID",
        "<p data-bbox='3 2 3 4'>x</p>                  | BOX_INVALID",
        "<p data-bbox='1 2 101 40'>x</p>               | BOX_OUTSIDE",
        "<ul B><li>x</li></ul>                         | BOX_MISSING",
        "<p B>x                                        | MALFORMED",
        "<p B>x</p></b>                                | MALFORMED",
        "<p B B>x</p>                                  | MALFORMED",
        "<p B class='x'>x</p>                          | ATTRIBUTE_UNKNOWN",
        "<p B>x<b>y</b></p>                            | ELEMENT_UNKNOWN",
        "<article B>x</article>                        | ELEMENT_UNKNOWN",
        "<ul B><p B>x</p></ul>                         | ELEMENT_MISPLACED",
        "<ul B>x</ul>                                  | TEXT_MISPLACED",
        "x                                             | TEXT_MISPLACED",
        "<p B onclick='x'>x</p>                        | CONTENT_FORBIDDEN",
        "<p B style='color:red'>x</p>                  | CONTENT_FORBIDDEN",
        "<script>x</script>                            | CONTENT_FORBIDDEN",
        "<p B>x<script>x</script></p>                  | CONTENT_FORBIDDEN",
        "<p B><!-- x --></p>                           | CONTENT_FORBIDDEN",
        "<p B>&#x202e;</p>                             | CHARACTER_FORBIDDEN",
        "<div class='photo' B><img B/></div>           | CLASS_UNKNOWN",
        "<div class='image' B></div>                   | ELEMENT_MISSING",
        "<div class='formula' B><img B/></div>         | ELEMENT_MISSING",
        "<div class='image' B><img B/><p>x</p></div>   | ELEMENT_MISPLACED",
        "<div class='music sheet' B><img B/><div>x</div></div> | ATTRIBUTE_INVALID",
        "<div class='image' B><img B src='x'/></div>   | CONTENT_FORBIDDEN",
        "<table B><tr><td>x</td></tr></table>          | ATTRIBUTE_INVALID",
        "<table T><tbody><tr><td>x</td></tr></tbody></table> | ELEMENT_UNKNOWN",
        "<table T><tr><td>x</td></tr><tr></tr></table> | TABLE_RAGGED",
        "<table T><tr><td rowspan='2'>x</td></tr></table> | TABLE_RAGGED",
        "<table T><tr><td>x</td><td rowspan='2'>x</td></tr><tr><td colspan='2'>x</td></tr></table>"
            + " | TABLE_OVERLAPPING",
        "<table T><tr><td colspan='0'>x</td></tr></table> | SPAN_INVALID",
        "<p B data-role='body'>x</p>                   | ATTRIBUTE_INVALID",
        "<p B data-confidence='1.1'>x</p>              | ATTRIBUTE_INVALID",
        "<p B data-confidence='1e-3'>x</p>             | ATTRIBUTE_INVALID",
        "<p B data-continues='down 1 1'>x</p>          | ATTRIBUTE_UNKNOWN",
        "<ul B><li B data-role='header'>x</li></ul>    | ATTRIBUTE_UNKNOWN",
        "<table class='table1' data-continues='up 1 1' B></table> | ATTRIBUTE_INVALID",
        "<table class='table1' data-continues='down 1 1' B></table> | CONTINUATION_INVALID",
        "<div class='image' format='x' B><img B/></div> | ATTRIBUTE_UNKNOWN",
      })
  void rejectsABlockThatBreaksTheFormat(String block, String code) {
    String html =
        document("<section class=\"page\" data-page=\"1\" data-size=\"100 200\">\n" + block);

    assertThat(HtmlValidator.validate(html).violations())
        .isNotEmpty()
        .allSatisfy(violation -> assertThat(violation.code()).isEqualTo(code))
        .allSatisfy(violation -> assertThat(violation.line()).isBetween(8, 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class='page' data-page='1'                    | SIZE_MISSING",
        "class='page' data-page='1' data-size='0 9'    | SIZE_INVALID",
        "class='page' data-page='2' data-size='9 9'    | PAGE_NUMBER_INVALID",
        "class='x' data-page='1' data-size='9 9'       | ATTRIBUTE_INVALID",
        "class='page' data-page='1' data-size='9 9' id='x' | ATTRIBUTE_UNKNOWN",
      })
  void rejectsASectionThatBreaksTheFormat(String attributes, String code) {
    assertThat(HtmlValidator.validate(document("<section " + attributes + ">")).violations())
        .extracting(Violation::code, Violation::place, Violation::line, Violation::column)
        .containsExactly(tuple(code, "page 1", 7, 1));
  }

  @Test
  void tellsWhereAViolationIs() {
    String html =
        "<html><body>\n<p "
            + BOX
            + ">x</p>\n  <h2 data-bbox=\"7 7 7 7\">secret</h2>\n</body></html>";

    assertThat(HtmlValidator.validate(html))
        .isEqualTo(
            new ValidationReport(
                List.of(
                    new Violation(
                        "BOX_INVALID",
                        "block 2 (h2)",
                        3,
                        3,
                        "box 7 7 7 7 is empty or has its corners swapped"))));
  }

  @Test
  void rejectsAPageWithoutItsFrame() {
    assertThat(HtmlValidator.validate("").violations())
        .extracting(Violation::code)
        .containsExactly("ELEMENT_MISSING", "ELEMENT_MISSING");
  }

  @Test
  void rejectsADocumentWithoutItsHead() {
    String html =
        "<html><body><section class=\"page\" data-page=\"1\" data-size=\"1"
            + " 1\"></section></body></html>";

    assertThat(HtmlValidator.validate(html).violations())
        .extracting(Violation::message)
        .containsExactly(
            "the document type is missing", "the head is not meta with charset utf-8, then title");
  }

  @Test
  void listsAtMostALimitOfViolations() {
    String html = "<html><body>" + "<p>x</p>".repeat(1003) + "</body></html>";

    List<Violation> violations = HtmlValidator.validate(html).violations();

    assertThat(violations).hasSize(1001);
    assertThat(violations.get(1000).message()).isEqualTo("3 more violations are not listed");
  }

  /** A document with one section around a block; {@code B} is a box, {@code T} a table's start. */
  private static String document(String section) {
    return """
    <!DOCTYPE html>
    <html>
    <head>
    <meta charset="utf-8"/><title>x</title>
    </head>
    <body>
    %s
    </section>
    </body>
    </html>
    """
        .formatted(section)
        .replace(" T>", " B class='table1'>")
        .replace(" B", " " + BOX);
  }
}
