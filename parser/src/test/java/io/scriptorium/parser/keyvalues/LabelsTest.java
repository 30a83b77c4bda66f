package io.scriptorium.parser.keyvalues;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.modelruntime.AnswerForm.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void looksForAValueBelowItsLabel() {
    assertThat(beside("Name", "Title\n\nName\n\nAnn\n\nlater\n\nlast", "Name"))
        .containsExactly("Name", "Ann", "later");
  }

  @Test
  void looksNoFurtherThanTheNextLabel() {
    assertThat(beside("Name", "Name\n\nAge\n7", "Name", "Age")).containsExactly("Name");
    assertThat(beside("Name", "Name\n\n☐ new", "Name", "new")).containsExactly("Name");
  }

  @Test
  void looksForAValueInTheSameLineIfThereIsAny() {
    assertThat(beside("Name", "Name: Ann\nTown Hookham", "Name", "Town")).containsExactly(": Ann");
  }

  @Test
  void looksForAValueInTheCellsBehindOrTheOneBelow() {
    assertThat(beside("Age", "Name\tAge\nAnn\t7", "Name", "Age")).containsExactly("Age", "7");
    assertThat(beside("Name", "Name\tAnn\nAge\t7", "Name", "Age"))
        .as("of the two labels one is below the other")
        .containsExactly("Name\tAnn");
  }

  @Test
  void looksForAValueAboveTheLastLineOfABlock() {
    assertThat(beside("Place, date", "x\n\nHookham, 1 May\nPlace, date\n\ny", "Place, date"))
        .containsExactly("Place, date", "Hookham, 1 May");
  }

  @Test
  void takesTheBoxBeforeALabelForItsValue() {
    assertThat(beside("new", "☑ old ☐ new\tnew", "new")).containsExactly("☐");
    assertThat(beside("old", "☑ old ☐ new", "new", "old")).containsExactly("☑");
  }

  @Test
  void takesTheTickedOneOfSeveralBoxes() {
    assertThat(beside("Member?", "Member?\n\n☐ yes\n\n☑ no", "Member?"))
        .containsExactly("Member?", "n");
    assertThat(beside("Member?", "Member? ☑ yes ☐ no", "Member?")).containsExactly("y");
  }

  @Test
  void staysInTheTextWhereNothingIsBehindATickedBox() {
    assertThat(beside("Member?", "Member?\n☑", "Member?")).containsExactly("Member?", "");
  }

  @Test
  void knowsALongerKeyFromAShorterOne() {
    String text = "Name of firm\nHook Ltd\n\nName\nAnn";

    assertThat(beside("Name", text, "Name", "Name of firm")).containsExactly("Name", "Ann");
  }

  @Test
  void readsLabelsWithAMistakeInSixLetters() {
    assertThat(beside("Meter number", "Moter nunber\n17", "Meter number")).contains("17");
    assertThat(beside("Meter number", "Moten nunben\n17", "Meter number")).isEmpty();
    assertThat(beside("Name", "Nane\nAnn", "Name")).isEmpty();
  }

  @Test
  void findsTheColumnsOfRecordsByWhatIsPrintedAboveThem() {
    String text = "Unit\tWhat\nkg\tnail\nSum\n\nkg\thook\n\nkg\tpin";
    Labels labels = new Labels(List.of("Unit", "What", "Price"), text);

    assertThat(labels.below("What"))
        .as("the list ends where a line is no row")
        .containsExactly(starting("nail", text));
    assertThat(labels.below("Price")).isEmpty();
  }

  @Test
  void goesOnToFindAColumnWhereATableIsParted() {
    String text = "Unit\tWhat\nkg\tnail\n\nkg\thook\n\nPaid";
    Labels labels = new Labels(List.of("Unit", "What"), text);

    assertThat(labels.below("What"))
        .containsExactly(starting("nail", text), starting("hook", text));
  }

  @Test
  void saysNothingAboutKeysThatAreNotPrinted() {
    assertThat(beside("invoice_number", "Bill no.\n17", "invoice_number")).isEmpty();
    assertThat(beside("total", "Total 17", "total")).isEmpty();
    assertThat(beside("Name", "", "Name")).isEmpty();
  }

  @Test
  void tellsLabelsHoweverTheyArePrinted() {
    Labels labels = new Labels(List.of("Due date", "Unit"), "");

    assertThat(List.of("Due date", "DUE DATE: ", "Unit *", "Duc date")).allMatch(labels::isLabel);
    assertThat(List.of("Due", "Due date 7", "☐ Unit", "")).noneMatch(labels::isLabel);
  }

  private static Range starting(String cell, String text) {
    return new Range(text.indexOf(cell), text.indexOf(cell) + 1);
  }

  /** The stretches of a text where a key's value may begin. */
  private static List<String> beside(String key, String text, String... keys) {
    return new Labels(List.of(keys), text)
        .beside(key).stream().map(range -> text.substring(range.start(), range.end())).toList();
  }
}
