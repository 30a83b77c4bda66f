package io.scriptorium.htmlschema.export;

import static io.scriptorium.htmlschema.export.Blocks.BOX;
import static io.scriptorium.htmlschema.export.Blocks.grid;
import static io.scriptorium.htmlschema.export.Blocks.list;
import static io.scriptorium.htmlschema.export.Blocks.page;
import static io.scriptorium.htmlschema.export.Blocks.paragraph;
import static io.scriptorium.htmlschema.export.Blocks.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.RandomPages;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Role;
import io.scriptorium.htmlschema.Table;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class HocrTest {
  private static final PageImage IMAGE = new PageImage("pages/0001.png", 199.6);

  @Test
  void tellsRunningMatterByItsClass() {
    Page page =
        page(
            running(Role.HEADER, "A letter"),
            running(Role.FOOTER, "A bank"),
            running(Role.PAGE_NUMBER, "7"));

    assertThat(Hocr.document(List.of(page), List.of(IMAGE), "1.0"))
        .contains(
            "<p class=\"ocr_header\" id=\"block_1_1\"",
            "<p class=\"ocr_footer\" id=\"block_1_2\"",
            "<p class=\"ocr_pageno\" id=\"block_1_3\"");
  }

  @Test
  void writesASmallDocument() {
    Page first =
        page(
            new Heading(BOX, 1, "Tea & cake"),
            new Heading(BOX, 6, "small"),
            paragraph("a\n<b>"),
            list(false, "one"),
            new Table(BOX, grid("!x;y")),
            new Formula(BOX, Formula.Kind.PRINTED, "x^2"));

    assertThat(Hocr.document(List.of(first, page()), List.of(IMAGE, PageImage.NONE), "1.0"))
        .startsWith(
            """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8"/>
            <title>hOCR</title>
            <meta name="ocr-system" content="Scriptorium 1.0"/>
            """)
        .endsWith(
            """
            <div class="ocr_page" id="page_1" title="image &quot;pages/0001.png&quot;; bbox 0 0 200 300; ppageno 0; scan_res 200 200">
            <h1 class="ocr_chapter" id="block_1_1" title="bbox 10 20 110 60">Tea &amp; cake</h1>
            <p class="ocr_par" id="block_1_2" title="bbox 10 20 110 60">small</p>
            <p class="ocr_par" id="block_1_3" title="bbox 10 20 110 60">a<br/>&lt;b&gt;</p>
            <div class="ocr_carea" id="block_1_4" title="bbox 10 20 110 60">
            <p class="ocr_par" id="block_1_4_1" title="bbox 10 20 110 60">one</p>
            </div>
            <table class="ocr_table" id="block_1_5" title="bbox 10 20 110 60">
            <tr><th>x</th><th>y</th></tr></table>
            <div class="ocr_math" id="block_1_6" title="bbox 10 20 110 60">x^2</div>
            </div>
            <div class="ocr_page" id="page_2" title="bbox 0 0 200 300; ppageno 1">
            </div>
            </body>
            </html>
            """);
  }

  @Test
  void isWellFormedAndHoldsTheTextOfEveryBlockInOrder() {
    for (long seed = 1; seed <= 300; seed++) {
      Page page = new RandomPages(seed).page();
      String hocr = Hocr.document(List.of(page), List.of(IMAGE), "1.0");

      for (Parser parser : List.of(Parser.htmlParser(), Parser.xmlParser())) {
        parser.setTrackErrors(10);
        Document document = Jsoup.parse(hocr, "", parser);
        assertThat(parser.getErrors()).as("seed %d", seed).isEmpty();
        assertThat(squeezed(document.select("body").text()))
            .as("seed %d", seed)
            .isEqualTo(squeezed(ReadingText.of(page)));
      }
    }
  }

  @Test
  void keepsToTheStandard() {
    for (long seed = 1; seed <= 300; seed++) {
      Page page = new RandomPages(seed).page();
      Document document =
          Jsoup.parse(Hocr.document(List.of(page, page), List.of(IMAGE, IMAGE), "1.0"));

      List<String> capabilities =
          Arrays.asList(
              document.expectFirst("meta[name=ocr-capabilities]").attr("content").split(" "));
      for (Element element : document.select("[class]")) {
        assertThat(capabilities).contains(element.className());
        assertThat(element.attr("title")).containsPattern("(^|; )bbox \\d+ \\d+ \\d+ \\d+(;|$)");
        assertThat(element.closest(".ocr_page")).isNotNull();
      }
      assertThat(document.select("[class]").eachAttr("id")).doesNotHaveDuplicates();
      assertThat(document.select(".ocr_par")).allMatch(element -> element.nameIs("p"));
      assertThat(document.select(".ocr_page")).hasSize(2);
      assertThat(document.select(".ocr_table .ocr_table, .ocr_image .ocr_image")).isEmpty();
    }
  }

  @Test
  void wantsAnImageForEveryPage() {
    assertThatThrownBy(() -> Hocr.document(List.of(page()), List.of(), "1.0"))
        .hasMessage("0 images do not belong to 1 pages");
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00A0]+", "");
  }
}
