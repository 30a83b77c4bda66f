package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlRepairerTest {
  private static final BoundingBox BOX = new BoundingBox(1, 2, 30, 40);
  private static final PageSize SIZE = new PageSize(100, 200);

  @Test
  void keepsPicturesOfFiguresThatStandWhereTheyStood() {
    String figure =
        "<div class=\"image\" data-bbox=\"1 1 9 9\">"
            + "<img data-bbox=\"1 1 9 9\" src=\"crops/0001-00%d.png\"/></div>\n";
    String document =
        HtmlWriter.document(List.of(new Page(new PageSize(20, 20), List.of())))
            .replace("</section>", figure.formatted(1) + figure.formatted(3) + "</section>");

    RepairedHtml repaired = HtmlRepairer.repair(document);

    assertThat(repaired.html()).contains("crops/0001-001.png").doesNotContain("crops/0001-003.png");
    assertThat(repaired.pages().get(0).repairs())
        .extracting(Repair::code)
        .containsExactly("MARK_DROPPED");
  }

  @Test
  void leavesAValidDocumentAsItIs() {
    String html = documentOf(page("one"), new Page(SIZE, List.of()), page("three"));

    RepairedHtml repaired = HtmlRepairer.repair(html);

    assertThat(repaired.html()).isEqualTo(html);
    assertThat(repaired.isUnchanged()).isTrue();
    assertThat(repaired.pages()).hasSize(3);
  }

  @Test
  void leavesRandomDocumentsAsTheyAre() {
    for (long seed = 1; seed <= 100; seed++) {
      RandomPages random = new RandomPages(seed);
      String html = documentOf(random.page(), random.page());

      RepairedHtml repaired = HtmlRepairer.repair(html);

      assertThat(repaired.html()).as("seed %d", seed).isEqualTo(html);
      assertThat(repaired.isUnchanged()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void leavesAValidPageAsItIs() {
    String html = HtmlWriter.page(page("one"));

    assertThat(HtmlRepairer.repair(html).html()).isEqualTo(html);
  }

  @Test
  void namesThePageOfEachRepair() {
    String html = documentOf(page("one"), page("two")).replace("two", "<b>two</b>");

    RepairedHtml repaired = HtmlRepairer.repair(html);

    assertThat(repaired.html()).isEqualTo(documentOf(page("one"), page("two")));
    assertThat(repaired.pages().get(0).repairs()).isEmpty();
    assertThat(repaired.pages().get(1).repairs())
        .singleElement()
        .satisfies(repair -> assertThat(repair.code()).isEqualTo("MARKUP_FLATTENED"))
        .satisfies(repair -> assertThat(repair.place()).isEqualTo("page 2, block 1 (p)"));
  }

  @Test
  void numbersPagesAnew() {
    String html =
        documentOf(page("one"), page("two")).replace("data-page=\"2\"", "data-page=\"7\"");

    assertThat(repairsOf(html)).containsExactly("PAGE_RENUMBERED");
    assertThat(HtmlRepairer.repair(html).html()).isEqualTo(documentOf(page("one"), page("two")));
  }

  @Test
  void takesAMissingSizeFromTheBoxes() {
    String html = documentOf(page("one")).replace(" data-size=\"100 200\"", "");

    RepairedHtml repaired = HtmlRepairer.repair(html);

    assertThat(repairsOf(html)).containsExactly("SIZE_DERIVED");
    assertThat(repaired.pages().get(0).page().size()).isEqualTo(new PageSize(30, 40));
  }

  @Test
  void keepsMarksAndDropsThoseWithoutMeaning() {
    Page first = new Page(SIZE, List.of(new Table(BOX, Grid.EMPTY)));
    Page second =
        new Page(
            SIZE,
            List.of(
                new Table(BOX, Grid.EMPTY)
                    .continuing(new Continuation(Continuation.Direction.DOWN, 1, 1)),
                new Paragraph(BOX, "7", Marks.NONE.withRole(Role.FOOTER).withConfidence(0.25))));
    String html = documentOf(first, second);

    assertThat(HtmlRepairer.repair(html).isUnchanged()).isTrue();
    assertThat(repairsOf(html.replace("down 1 1", "down 1 2"))).containsExactly("MARK_DROPPED");
    assertThat(repairsOf(html.replace("down 1 1", "down 2 1"))).containsExactly("MARK_DROPPED");
    assertThat(repairsOf(html.replace("down 1 1", "sideways"))).containsExactly("MARK_DROPPED");
    assertThat(repairsOf(html.replace("footer", "foot"))).containsExactly("MARK_DROPPED");
    assertThat(repairsOf(html.replace("0.25", "25%"))).containsExactly("MARK_DROPPED");
    assertThat(repairsOf(html.replace("data-page=\"1\"", "data-page=\"3\"")))
        .containsExactly("PAGE_RENUMBERED", "MARK_DROPPED");
  }

  @Test
  void keepsWhatStandsOutsideThePages() {
    String html =
        documentOf(page("one"), page("two"))
            .replace("<body>", "<body>before")
            .replaceFirst("</section>", "</section>between")
            .replace("</body>", "after</body>");

    RepairedHtml repaired = HtmlRepairer.repair(html);

    assertThat(repaired.html()).contains("before", "one", "between", "two", "after");
    assertThat(repaired.isUnchanged()).isFalse();
    assertThat(HtmlValidator.validate(repaired.html()).violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<section",
        "<section class=page>",
        "<section data-size='1 1'><script>alert(1)</script>",
        "<SECTION DATA-SIZE='9 9'><p data-bbox='0 0 5 5'>x",
        "<section><section><section>",
        "<p title=\"<section data-size='5 5'>\">x</p>",
        "no markup at all",
        "<html><body><section data-size='0 0'></section></body></html>",
        "```html\n<section class=\"page\" data-page=\"1\" data-size=\"5 5\">\n```"
      })
  void makesAValidFileOfAnything(String html) {
    RepairedHtml repaired = HtmlRepairer.repair(html);

    assertThat(HtmlValidator.validate(repaired.html()).violations()).isEmpty();
    assertThat(HtmlRepairer.repair(repaired.html()).html()).isEqualTo(repaired.html());
  }

  @Test
  void survivesACutAtEveryCharacter() {
    String html = documentOf(page("one"), page("two & three"));

    for (int end = 0; end < html.length(); end++) {
      RepairedHtml repaired = HtmlRepairer.repair(html.substring(0, end));

      assertThat(HtmlValidator.validate(repaired.html()).violations())
          .as("cut at %d", end)
          .isEmpty();
    }
  }

  private static List<String> repairsOf(String html) {
    return HtmlRepairer.repair(html).pages().stream()
        .flatMap(page -> page.repairs().stream())
        .map(Repair::code)
        .toList();
  }

  private static Page page(String text) {
    return new Page(SIZE, List.of(new Paragraph(BOX, text)));
  }

  private static String documentOf(Page... pages) {
    return HtmlWriter.document(List.of(pages));
  }
}
