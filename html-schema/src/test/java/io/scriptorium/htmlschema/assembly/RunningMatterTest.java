package io.scriptorium.htmlschema.assembly;

import static io.scriptorium.htmlschema.Role.BODY;
import static io.scriptorium.htmlschema.Role.FOOTER;
import static io.scriptorium.htmlschema.Role.HEADER;
import static io.scriptorium.htmlschema.Role.PAGE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Role;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningMatterTest {
  @Test
  void marksHeadersFootersAndNumbers() {
    List<Page> pages =
        pages(
            4,
            page ->
                Paper.page()
                    .text(40, "Annual report")
                    .text(300, "Chapter text of page " + page + " and no other")
                    .text(1300, "ACME Ltd, Page " + page + " of 4, printed on grey paper")
                    .text(1350, "- " + page + " -"));

    assertThat(roles(pages))
        .allSatisfy(roles -> assertThat(roles).containsExactly(HEADER, BODY, FOOTER, PAGE_NUMBER));
  }

  @Test
  void changesNothingButTheMarks() {
    List<Page> pages = pages(4, page -> Paper.page().text(40, "Report").text(1350, "" + page));

    List<Page> marked = DocumentAssembler.assemble(pages);

    assertThat(roles(pages)).contains(List.of(HEADER, PAGE_NUMBER));
    assertThat(unmarked(marked)).isEqualTo(pages);
    assertThat(DocumentAssembler.assemble(marked)).isEqualTo(marked);
  }

  @Test
  void knowsHeadersOfLeftAndRightPages() {
    List<Page> pages =
        pages(8, page -> Paper.page().text(40, page % 2 == 0 ? "Author" : "Title").text(400, "x"));

    assertThat(roles(pages)).allSatisfy(roles -> assertThat(roles.get(0)).isEqualTo(HEADER));
  }

  @Test
  void knowsHeadersOfChapters() {
    List<Page> pages =
        pages(9, page -> Paper.page().text(40, "Chapter " + (char) ('A' + (page - 1) / 3)));

    assertThat(roles(pages)).containsOnly(List.of(HEADER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%d", "- %d -", "Page %d", "Seite %d von 9", "%d/9", "p. %d", "(%d)"})
  void knowsNumbersOfPages(String form) {
    List<Page> pages =
        pages(3, page -> Paper.page().text(400, "x").text(1350, form.formatted(page + 4)));

    assertThat(roles(pages)).containsOnly(List.of(BODY, PAGE_NUMBER));
  }

  @Test
  void knowsRomanNumbers() {
    List<String> numbers = List.of("vii", "viii", "ix", "x");
    List<Page> pages = pages(4, page -> Paper.page().text(1350, numbers.get(page - 1)));

    assertThat(roles(pages)).containsOnly(List.of(PAGE_NUMBER));
  }

  @Test
  void takesTwoPagesForEnoughInAShortLetter() {
    List<Page> pages =
        pages(
            2,
            page ->
                Paper.page()
                    .text(40, "Smith & Sons, Leeds")
                    .text(500, "Different text number " + "ab".repeat(page))
                    .text(1350, "" + page));

    assertThat(roles(pages)).containsOnly(List.of(HEADER, BODY, PAGE_NUMBER));
  }

  @Test
  void leavesAmountsThatVaryAlone() {
    List<Page> pages =
        pages(4, page -> Paper.page().text(400, "x").text(1330, "Carried over " + page * 137));

    assertThat(roles(pages)).containsOnly(List.of(BODY, BODY));
  }

  @Test
  void leavesNumbersThatDoNotCountAlone() {
    List<Page> pages =
        pages(5, page -> Paper.page().text(400, "x").text(1350, "" + (page * 7919) % 97));

    assertThat(roles(pages)).containsOnly(List.of(BODY, BODY));
  }

  @Test
  void leavesCopiesOfAFormAlone() {
    List<Page> pages =
        pages(
            6,
            page ->
                Paper.page()
                    .text(40, "Application for a permit")
                    .text(300, "Name")
                    .text(350, "Person " + "xyz".repeat(page))
                    .text(500, "Street")
                    .text(600, "Town")
                    .text(1320, "Signature"));

    assertThat(roles(pages)).allSatisfy(roles -> assertThat(roles).containsOnly(BODY));
  }

  @Test
  void leavesFrontsAndBacksOfAFormAlone() {
    List<Page> pages =
        pages(
            8,
            page ->
                page % 2 == 1
                    ? Paper.page()
                        .text(40, "Permit")
                        .text(300, "Name")
                        .text(400, "Town")
                        .text(500, "Age")
                    : Paper.page()
                        .text(40, "Permit")
                        .text(300, "Date")
                        .text(400, "Fee")
                        .text(500, "Use"));

    // The first front and the first back could be two pages of any document.
    assertThat(roles(pages)).allSatisfy(roles -> assertThat(roles).containsOnly(BODY));
  }

  @Test
  void leavesWhatRepeatsBelowAUniqueLineAlone() {
    List<Page> pages =
        pages(
            5,
            page ->
                Paper.page()
                    .text(30, "Case " + "abc".repeat(page))
                    .text(120, "Findings")
                    .text(500, "Text " + "z".repeat(page)));

    assertThat(roles(pages)).allSatisfy(roles -> assertThat(roles).containsOnly(BODY));
  }

  @Test
  void leavesRepeatedHeadingsOfAShortDocumentAlone() {
    List<Page> pages =
        pages(2, page -> Paper.page().heading(40, "Invoice").text(500, "For " + "n".repeat(page)));

    assertThat(roles(pages)).containsOnly(List.of(BODY, BODY));
  }

  @Test
  void leavesWhatStandsFarApartAlone() {
    List<Page> pages =
        pages(
            40,
            page -> Paper.page().text(40, page % 10 == 0 ? "Appendix" : "p" + "q".repeat(page)));

    assertThat(roles(pages)).allSatisfy(roles -> assertThat(roles).containsOnly(BODY));
  }

  private static List<Page> unmarked(List<Page> pages) {
    return pages.stream()
        .map(
            page ->
                new Page(
                    page.size(),
                    page.blocks().stream()
                        .map(block -> DocumentAssembler.withRole(block, BODY))
                        .toList()))
        .toList();
  }

  private static List<Page> pages(int count, IntFunction<Paper> page) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> page.apply(number).build()).toList();
  }

  private static List<List<Role>> roles(List<Page> pages) {
    return DocumentAssembler.assemble(pages).stream()
        .map(page -> page.blocks().stream().map(block -> block.marks().role()).toList())
        .toList();
  }
}
