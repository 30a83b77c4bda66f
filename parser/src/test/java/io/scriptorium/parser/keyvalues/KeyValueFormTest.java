package io.scriptorium.parser.keyvalues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.scriptorium.modelruntime.AnswerForm;
import io.scriptorium.modelruntime.AnswerForm.Branch;
import io.scriptorium.modelruntime.AnswerForm.Range;
import io.scriptorium.modelruntime.AnswerForm.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyValueFormTest {
  @Test
  void writesTheKeysOfATemplateInTheirOrder() {
    assertThat(answer("{\"b c\": 1, \"a\": {\"d\": \"\"}}", "x\ny", "one", ""))
        .isEqualTo("{\"b c\": \"one\", \"a\": {\"d\": \"\"}}");
  }

  @Test
  void endsAListWhereTheModelDoes() {
    String template = "{\"lines\": [{\"what\": \"\", \"price\": \"\"}], \"sum\": \"\"}";

    assertThat(answer(template, "x", "]", "3")).isEqualTo("{\"lines\": [], \"sum\": \"3\"}");
    assertThat(answer(template, "x\ny\nz", "{", "nail", "1", ",", "hook", "2", "]", "3"))
        .isEqualTo(
            "{\"lines\": [{\"what\": \"nail\", \"price\": \"1\"},"
                + " {\"what\": \"hook\", \"price\": \"2\"}], \"sum\": \"3\"}");
  }

  @Test
  void takesEachRecordOfAListFromALineAndWhatComesBehindFromAnywhere() {
    AnswerForm form =
        KeyValueForm.of(KeyTemplate.parse("{\"a\": [{\"b\": \"\"}], \"c\": \"\"}"), "x\ny");
    form = taken(form, 0).next();

    assertThat(form.branches())
        .extracting(Branch::scopes)
        .containsExactly(List.of(Scope.LINE), List.of());
    form = taken(form, 0).next();
    form = taken(form, 0).next();
    assertThat(form.branches())
        .extracting(Branch::text, Branch::scopes)
        .containsExactly(
            tuple("\"},", List.of(Scope.NEXT_LINE)), tuple("\"}],", List.of(Scope.OUTER)));
  }

  @Test
  void leavesAListInARecordBeforeItGoesOnToTheNextRecord() {
    KeyTemplate template = KeyTemplate.parse("{\"a\": [{\"b\": \"\", \"c\": [{\"d\": \"\"}]}]}");
    AnswerForm form = KeyValueForm.of(template, "x\ny\nz");
    while (!taken(form, 0).text().equals("\"},")) {
      form = taken(form, 0).next();
    }

    assertThat(form.branches())
        .extracting(Branch::text, Branch::scopes)
        .containsExactly(
            tuple("\"},", List.of(Scope.NEXT_LINE)),
            tuple("\"}]},", List.of(Scope.OUTER, Scope.NEXT_LINE)),
            tuple("\"}]}]}", List.of(Scope.OUTER, Scope.OUTER)));
  }

  @Test
  void takesTheTextsOfAListFromAnywhere() {
    AnswerForm form = KeyValueForm.of(KeyTemplate.parse("{\"a\": [\"\"]}"), "x y\nz");
    form = taken(form, 0).next();
    form = taken(form, 0).next();

    assertThat(form.branches()).extracting(Branch::scopes).containsExactly(List.of(), List.of());
  }

  @Test
  void writesListsOfTextsAndListsInLists() {
    assertThat(answer("{\"a\": [\"\"]}", "x\ny\nz", "\"", "one", ",", "two", "]"))
        .isEqualTo("{\"a\": [\"one\", \"two\"]}");
    assertThat(answer("{\"a\": [[\"\"]]}", "x\ny", "[\"", "one", "]]"))
        .isEqualTo("{\"a\": [[\"one\"]]}");
  }

  @Test
  void asksForNoMoreRecordsThanTheTextHasLines() {
    AnswerForm form = KeyValueForm.of(KeyTemplate.parse("{\"a\": [{\"b\": \"\"}]}"), "x\ny");
    StringBuilder longest = new StringBuilder();
    while (!form.branches().isEmpty()) {
      Branch goesOn = taken(form, 0);
      longest.append(goesOn.text());
      form = goesOn.next();
    }

    assertThat(longest).hasToString("{\"a\": [{\"b\": \"\"}, {\"b\": \"\"}]}");
  }

  @Test
  void endsEachStretchBeforeASpaceOrAnExcerptSinceATokenBeginsThere() {
    AnswerForm form = KeyValueForm.of(KeyTemplate.parse("{\"a b\": \"\", \"c\": \"\"}"), "x");

    assertThat(taken(form, 0).text()).isEqualTo("{\"a b\":");
    form = taken(form, 0).next();
    assertThat(taken(form, 0))
        .extracting(Branch::text, Branch::excerpt)
        .containsExactly(" \"", true);
    form = taken(form, 0).next();
    assertThat(taken(form, 0).text()).isEqualTo("\",");
  }

  @Test
  void looksForValuesBesideTheirLabelsAndForThoseOfRecordsBelow() {
    String keys = "{\"Name\": \"\", \"lines\": [{\"Unit\": \"\", \"What\": \"\"}]}";
    AnswerForm form =
        KeyValueForm.of(KeyTemplate.parse(keys), "Name\n\n\"Ann\"\n\nWhat\tUnit\nnail\tkg");

    assertThat(List.of("Name", "Unit")).allMatch(form::isLabel);
    form = taken(form, 0).next();
    assertThat(taken(form, 0).within()).containsExactly(new Range(0, 4), new Range(6, 7));
    form = taken(taken(form, 0).next(), 0).next();
    while (!taken(form, 0).excerpt()) {
      form = taken(form, 0).next();
    }
    assertThat(taken(form, 0).within()).containsExactly(new Range(30, 31));
  }

  @Test
  void looksForTheValuesOfObjectsInRecordsBelowTheirHeadings() {
    String keys = "{\"lines\": [{\"What\": \"\", \"price\": {\"Net\": \"\", \"Gross\": \"\"}}]}";
    String text = "What\tNet\tGross\nnail\t5\t7";
    AnswerForm form = KeyValueForm.of(KeyTemplate.parse(keys), text);
    List<List<Range>> places = new ArrayList<>();
    while (!form.branches().isEmpty()) {
      Branch way = taken(form, 0);
      if (way.excerpt() && places.size() < 3) {
        places.add(way.within());
      }
      form = places.size() < 3 ? way.next() : AnswerForm.END;
    }

    assertThat(places)
        .containsExactly(
            List.of(new Range(15, 16)), List.of(new Range(20, 21)), List.of(new Range(22, 23)));
  }

  @Test
  void escapesWhatWouldEndAnExcerpt() {
    assertThat(KeyValueForm.source("a \"b\" c:\\d\n")).isEqualTo("a \\\"b\\\" c:\\\\d\n");
  }

  private static Branch taken(AnswerForm form, int which) {
    return form.branches().get(which);
  }

  /**
   * An answer where the model copies some texts, and goes the ways that hold some others where
   * there are several.
   */
  private static String answer(String template, String text, String... choices) {
    AnswerForm form = KeyValueForm.of(KeyTemplate.parse(template), text);
    Deque<String> chosen = new ArrayDeque<>(Arrays.asList(choices));
    StringBuilder answer = new StringBuilder();
    while (!form.branches().isEmpty()) {
      List<Branch> branches = form.branches();
      Branch way = branches.get(0);
      if (branches.size() > 1) {
        String wanted = chosen.remove();
        way =
            branches.stream()
                .filter(branch -> branch.text().contains(wanted))
                .findFirst()
                .orElseThrow();
      }
      answer.append(way.text());
      if (way.excerpt()) {
        answer.append(chosen.remove());
      }
      form = way.next();
    }
    assertThat(chosen).isEmpty();
    return answer.toString();
  }
}
