package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropLinksTest {
  private static final PageSize SIZE = new PageSize(100, 100);
  private static final BoundingBox BOX = new BoundingBox(1, 2, 30, 40);
  private static final CropLinks SECOND =
      new CropLinks(Set.of(new CropLinks.Place(1, 2), new CropLinks.Place(1, 1)));

  private static final String FIGURE =
      "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n<title>t</title>\n</head>\n"
          + "<body>\n<section class=\"page\" data-page=\"1\" data-size=\"100 100\">\n"
          + "<div class=\"image\" data-bbox=\"1 2 30 40\"><img data-bbox=\"1 2 30 40\" src=\"%s\"/>"
          + "</div>\n</section>\n</body>\n</html>\n";

  @Test
  void linksFiguresAndNothingElse() {
    Page page = new Page(SIZE, List.of(new Paragraph(BOX, "text"), new Image(BOX)));

    assertThat(HtmlWriter.document(List.of(page), SECOND))
        .contains("<p data-bbox=\"1 2 30 40\">text</p>")
        .contains("<img data-bbox=\"1 2 30 40\" src=\"crops/0001-002.png\"/>");
  }

  @Test
  void isValidAndReadsBack() throws InvalidHtmlException {
    List<Page> pages = List.of(new Page(SIZE, List.of(new Image(BOX), new Caption(BOX, "x"))));

    assertThat(HtmlReader.document(HtmlWriter.document(pages, SECOND))).isEqualTo(pages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/crops/0001-002.png",
        "//a.example/crops/0001-002.png",
        "/crops/0001-002.png",
        "../crops/0001-002.png",
        "crops/../0001-002.png",
        "crops/0001-002.svg",
        "crops/0001-002.png?x",
        "crops/0001-002.png\n",
        "data:image/png;base64,AAAA",
        ""
      })
  void noOtherPictureIsValid(String source) {
    assertThat(HtmlValidator.validate(FIGURE.formatted("crops/0001-002.png")).isValid()).isTrue();
    assertThat(HtmlValidator.validate(FIGURE.formatted(source)).violations())
        .extracting(Violation::code)
        .containsExactly("CONTENT_FORBIDDEN");
  }

  @Test
  void aLinkThatAModelEmitsIsDropped() {
    PageReading reading =
        ModelOutputReader.read(
            "<div class=\"image\" data-bbox=\"1 2 30 40\"><img data-bbox=\"1 2 30 40\""
                + " src=\"crops/0001-002.png\"/></div>",
            SIZE,
            SIZE);

    assertThat(HtmlWriter.page(reading.page())).contains("<img").doesNotContain("src");
  }
}
