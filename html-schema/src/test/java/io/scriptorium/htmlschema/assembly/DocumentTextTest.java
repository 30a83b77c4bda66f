package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "the docu-/ment ends=the document ends",
        "the docu\u2010/ment ends=the document ends",
        "the docu\u00AD/ment ends=the document ends",
        "Baden-/Baden=Baden-Baden",
        "COVID-/19=COVID-19",
        "Ein-/und Ausgang=Ein-/und Ausgang",
        "in- or/out=in- or/out",
        "in-/or out=in-/or out",
        "a list:/- one/- two=a list:/- one/- two",
        "5-/fold=5-/fold",
        "well-known and well-/known=well-known and well-known",
        "co-operate, cooperate, co-/operate=co-operate, cooperate, cooperate",
        "Maß-/nahme=Maßnahme",
      })
  void joinsWordsAtTheEndsOfLines(String lines, String joined) {
    Page page = Paper.page().text(100, lines.replace('/', '\n')).build();

    assertThat(DocumentText.of(List.of(page))).isEqualTo(joined.replace('/', '\n'));
  }

  @Test
  void joinsParagraphsThatEndInMidWord() {
    assertThat(
            text(
                Paper.page().text(100, "The first column ends in mid-").text(300, "dle of a word-"),
                Paper.page().text(100, "ing that goes on.").text(200, "Next.")))
        .isEqualTo("The first column ends in middle of a wording that goes on.\nNext.");
  }

  @Test
  void joinsOverRunningMatterAndKeepsIt() {
    Page[] pages = new Page[3];
    for (int i = 0; i < 3; i++) {
      pages[i] =
          Paper.page()
              .text(40, "Report")
              .text(300, "ment number " + "ab".repeat(i) + " docu-")
              .text(1350, "" + (i + 1))
              .build();
    }

    assertThat(DocumentText.of(DocumentAssembler.assemble(List.of(pages))))
        .isEqualTo(
            "Report\nment number  document number ab document number abab docu-".replace("  ", " ")
                + "\n1\nReport\n2\nReport\n3");
  }

  @Test
  void doesNotJoinOverAHeadingOrATable() {
    assertThat(text(Paper.page().text(100, "broken-").heading(200, "New").text(300, "off")))
        .isEqualTo("broken-\nNew\noff");
    assertThat(text(Paper.page().text(100, "broken-").table(200, 300, "a|b").text(400, "off")))
        .isEqualTo("broken-\na\tb\noff");
  }

  private static String text(Paper... papers) {
    return DocumentText.of(Arrays.stream(papers).map(Paper::build).toList());
  }
}
