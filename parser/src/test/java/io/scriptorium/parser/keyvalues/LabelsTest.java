package io.scriptorium.parser.keyvalues;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.modelruntime.AnswerForm.Range;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Pattern CELL_END = Pattern.compile("[\\t\\n]");

  @Test
  void looksForAValueBelowItsLabel() {
    assertThat(beside("Name", "Title\n\nName\n\nAnn\n\nlater\n\nlast", "Name"))
        .containsExactly("Name", "> Ann", "> later");
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
    assertThat(beside("Age", "Name\tAge\nAnn\t7", "Name", "Age")).containsExactly("Age", "> 7");
    assertThat(beside("Name", "Name\tAnn\nAge\t7", "Name", "Age"))
        .as("of the two labels one is below the other")
        .containsExactly("Name\tAnn");
  }

  @Test
  void looksForAValueInTheCellAboveInATableThatBeginsWithValues() {
    assertThat(beside("Age", "Ann\t7\nName\tAge\nBob\t8\nFriend\tHis age", "Name", "Age"))
        .containsExactly("Age", "> 7");
  }

  @Test
  void looksForAValueAboveTheLastLineOfABlock() {
    assertThat(beside("Place, date", "x\n\nHookham, 1 May\nPlace, date\n\ny", "Place, date"))
        .containsExactly("Place, date", "> Hookham, 1 May");
  }

  @Test
  void takesTheBoxBeforeALabelForItsValue() {
    assertThat(beside("new", "☑ old ☐ new\tnew", "new")).containsExactly("> ☐ new");
    assertThat(beside("old", "☑ old ☐ new", "new", "old")).containsExactly("> ☑ old ☐ new");
  }

  @Test
  void takesTheTickedOneOfSeveralBoxes() {
    assertThat(beside("Member?", "Member?\n\n☐ yes\n\n☑ no", "Member?"))
        .containsExactly("Member?", "> no");
    assertThat(beside("Member?", "Member? ☑ yes ☐ no", "Member?")).containsExactly("> yes ☐ no");
  }

  @Test
  void staysInTheTextWhereNothingIsBehindATickedBox() {
    assertThat(beside("Member?", "Member?\n☑", "Member?")).containsExactly("Member?", "");
  }

  @Test
  void knowsALongerKeyFromAShorterOne() {
    String text = "Name of firm\nHook Ltd\n\nName\nAnn";

    assertThat(beside("Name", text, "Name", "Name of firm")).containsExactly("Name", "> Ann");
  }

  @Test
  void readsLabelsWithAMistakeInSixLetters() {
    assertThat(beside("Meter number", "Moter nunber\n17", "Meter number")).contains("> 17");
    assertThat(beside("Name", "Nane\nAnn", "Name")).isEmpty();
    assertThat(beside("Meter number", "Moter nunber: 17", "Meter number")).containsExactly(" 17");
  }

  @Test
  void readsLabelsOfKeysThatArePrintedNowhereElseWithAMistakeInThreeLetters() {
    assertThat(beside("Meter number", "Moten nunben\n17", "Meter number")).contains("> 17");
    assertThat(beside("Meter number", "Moten nunben\n17\n\nMeter number\n18", "Meter number"))
        .contains("> 18")
        .doesNotContain("> 17");
    assertThat(beside("Meter number", "Moten nunben\n17\n\nNoten numben\n18", "Meter number"))
        .as("both are as like it")
        .isEmpty();
    assertThat(beside("Amount", "Account\n17", "Amount")).as("too short for that").isEmpty();
    assertThat(beside("Meter number", "Mnlom nunben\n17", "Meter number")).isEmpty();
  }

  @Test
  void findsTheColumnsOfRecordsByWhatIsPrintedAboveThem() {
    String text = "Unit\tWhat\tPrice\nkg\tnail\t7\npc\thook\t8\nSum\n\nkg\tpin\t9";
    Columns columns = columns(text, "Unit", "What");

    assertThat(columns.first("What")).containsExactly(starting("nail", text));
    assertThat(columns.below("What"))
        .as("the list ends where a line is no row")
        .containsExactly(starting("nail", text), starting("hook", text));
    assertThat(columns.below("Price")).isEmpty();
  }

  @Test
  void beginsRecordsInTheFirstRowAlsoForKeysThatAreNotPrinted() {
    String text = "Unit\tWhet\tPrice\nkg\tnail\t7\nkg\thook\t8";
    Columns columns = columns(text, "Unit", "What", "Price");

    assertThat(columns.first("What")).containsExactly(new Range(16, 25));
    assertThat(columns.below("What")).isEmpty();
  }

  @Test
  void takesAHeadingThatIsPrintedAsItIsBeforeOneThatIsAlike() {
    String text = "Item\tValue 2023\tValue 2024\nnail\t7\t9";
    Columns columns = columns(text, "Item", "Value 2024");

    assertThat(columns.below("Value 2024")).containsExactly(starting("9", text));
  }

  @Test
  void endsATableWhereTheNextOneIsHeaded() {
    String text = "Unit\tWhat\nkg\tnail\n\nUnit\tWhat\npc\thook";
    Columns columns = columns(text, "Unit", "What");

    assertThat(columns.first("What"))
        .containsExactly(starting("nail", text), starting("hook", text));
    assertThat(columns.below("What"))
        .containsExactly(starting("nail", text), starting("hook", text));
  }

  @Test
  void takesNoTableForThatOfRecordsOfWhichItNamesButHalf() {
    String text = "What\tPrice\nnail\t7\n\nTax 7 %\t0.49";
    Columns columns = columns(text, "Rate", "Price");

    assertThat(columns.first("Price")).isEmpty();
    assertThat(columns.below("Price")).isEmpty();
  }

  @Test
  void goesOnToFindAColumnWhereATableIsParted() {
    String text = "Unit\tWhat\nkg\tnail\n\nkg\thook\n\nPaid";

    assertThat(columns(text, "Unit", "What").below("What"))
        .containsExactly(starting("nail", text), starting("hook", text));
  }

  @Test
  void beginsNothingInTheEmptyCellOfAFirstRow() {
    assertThat(columns("Unit\tWhat\n\tnail", "Unit", "What").first("Unit"))
        .containsExactly(new Range(10, 10));
    assertThat(columns("Unit\tWhat\nkg\t", "Unit", "What").first("What"))
        .containsExactly(new Range(13, 13));
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

  private static Columns columns(String text, String... keys) {
    return new Labels(List.of(keys), text).columns(List.of(keys));
  }

  private static Range starting(String cell, String text) {
    return new Range(text.indexOf(cell), text.indexOf(cell) + 1);
  }

  /**
   * The stretches of a text where a key's value may begin; where that is one place, an arrow and
   * what fills the cell from there on.
   */
  private static List<String> beside(String key, String text, String... keys) {
    return new Labels(List.of(keys), text)
        .beside(key).stream().map(range -> shown(range, text)).toList();
  }

  private static String shown(Range range, String text) {
    String stretch = text.substring(range.start(), range.end());
    String cell = CELL_END.split(text.substring(range.start()), 2)[0];
    return stretch.length() == 1 ? "> " + cell : stretch;
  }
}
