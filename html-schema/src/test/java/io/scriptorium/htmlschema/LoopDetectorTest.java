package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopDetectorTest {
  private static final String HEAD = "<html><body>\n<h1 data-bbox=\"1 1 90 9\">Report</h1>\n";

  @Test
  void endsABlockThatComesBackInItsPlace() {
    String block = "<p data-bbox=\"10 20 90 30\">Grand total</p>\n";

    assertThat(kept(HEAD + block.repeat(30))).isEqualTo((HEAD + block).stripTrailing());
  }

  @Test
  void endsAFewBlocksThatComeBackTogether() {
    String blocks =
        "<p data-bbox=\"10 20 90 30\">one</p>\n<div class=\"image\" data-bbox=\"1 2 3 4\"><img"
            + " data-bbox=\"1 2 3 4\"/></div>\n<p data-bbox=\"10 40 90 50\">two</p>\n";

    assertThat(kept(HEAD + blocks.repeat(30))).isEqualTo((HEAD + blocks).stripTrailing());
  }

  @Test
  void endsRowsThatAreAllTheSame() {
    String table = HEAD + "<table data-bbox=\"1 20 90 80\" class=\"table1\">\n";
    String row = "<tr><td>Travel</td><td>1,200.00</td><td></td></tr>\n";

    assertThat(kept(table + row.repeat(400))).isEqualTo((table + row).stripTrailing());
  }

  @Test
  void endsCellsThatAreAllTheSame() {
    String row = HEAD + "<table data-bbox=\"1 20 90 80\" class=\"table1\">\n<tr>";

    assertThat(kept(row + "<td>1,2</td>".repeat(900))).isEqualTo(row + "<td>1,2</td>");
    assertThat(kept(row + "<td></td>".repeat(900))).isEqualTo(row + "<td></td>");
  }

  @Test
  void endsANumberInACellThatDoesNotEnd() {
    String cell = "<table data-bbox=\"1 20 90 80\"><tr><td>Q1</td><td>2";

    assertThat(kept(cell + ",2" + "2".repeat(300))).isEqualTo(cell + ",2");
    assertThat(kept(cell + "8x".repeat(150))).isEqualTo(cell + "8x");
    assertThat(kept(cell + "<br/>" + "8".repeat(300))).isEqualTo(cell + "<br/>8");
    assertGoesOn(cell + "2".repeat(200) + "</td><td>" + "0 ".repeat(300) + "</td>");
    assertGoesOn(cell + "</td></tr></table><p data-bbox=\"1 2 3 4\">" + "0".repeat(300));
  }

  @Test
  void endsEqualWordsThatWanderOverThePage() {
    String answer = HEAD + many(300, i -> "<p data-bbox=\"10 %d 90 30\">Total</p>\n".formatted(i));

    assertThat(kept(answer)).startsWith(HEAD).hasSizeLessThan(HEAD.length() + 60);
  }

  @Test
  void endsWordsAndSignsWithinAParagraph() {
    String paragraph = HEAD + "<p data-bbox=\"10 20 90 30\">Then ";

    assertThat(kept(paragraph + "the man and ".repeat(400))).isEqualTo(paragraph + "the man and");
    assertThat(kept(paragraph + "\\beta ".repeat(900))).isEqualTo(paragraph + "\\beta");
    assertThat(kept(paragraph + ".".repeat(5000))).isEqualTo(paragraph + ".");
    assertThat(kept("<td" + " colspan=\"2\"".repeat(500))).isEqualTo("<td colspan=\"2\"");
  }

  @Test
  void endsRecordsOfJsonThatComeBack() {
    String record = "{\"what\": \"nail\", \"price\": \"1.20\"}, ";

    assertThat(kept("{\"items\": [" + record.repeat(200)))
        .isEqualTo(("{\"items\": [" + record).stripTrailing());
  }

  @Test
  void leavesABlankFormAsItIs() {
    String rows = ("<tr>" + "<td></td>".repeat(9) + "</tr>\n").repeat(60);

    assertGoesOn(HEAD + "<table data-bbox=\"1 20 90 80\" class=\"table1\">\n" + rows);
  }

  @Test
  void leavesATableOfZeroesAsItIs() {
    String rows = many(80, i -> "<tr><td>" + i + "</td>" + "<td>0,00</td>".repeat(8) + "</tr>\n");

    assertGoesOn(HEAD + "<table data-bbox=\"1 20 90 80\" class=\"table1\">\n" + rows);
  }

  @Test
  void leavesAnswersThatAreTheSameToManyQuestionsAsTheyAre() {
    assertGoesOn(
        HEAD
            + many(
                60,
                i ->
                    "<p data-bbox=\"10 %d 90 30\">%d. Question</p>\n".formatted(20 * i, i)
                        + "<p data-bbox=\"95 %d 99 30\">☐ Yes ☐ No</p>\n".formatted(20 * i)));
    assertGoesOn(
        HEAD + many(30, i -> "<p data-bbox=\"95 %d 99 30\">☐ Yes</p>\n".formatted(20 * i)));
  }

  @Test
  void leavesSheetsOfTheSameAsTheyAre() {
    String table = HEAD + "<table data-bbox=\"1 20 90 80\" class=\"table1\">\n";
    String shift = "<td></td>" + "<td>__:__ Uhr</td>".repeat(4) + "<td></td>";

    assertGoesOn(table + ("<tr>" + shift + "</tr>\n").repeat(31));
    assertGoesOn(table + ("<tr>" + "<td>0</td>".repeat(20) + "</tr>\n").repeat(20));
    assertGoesOn(table + ("<tr>" + "<td>X</td>".repeat(12) + "</tr>\n").repeat(30));
    assertGoesOn(HEAD + "<p data-bbox=\"1 2 3 4\">" + "Name: / Date: / Signature:<br/>".repeat(35));
    assertGoesOn(
        HEAD
            + many(
                65,
                i ->
                    "<p data-bbox=\"%d %d 90 30\">Ann Ash<br/>1 Elm Row</p>\n"
                        .formatted(i % 5, i / 5)));
    assertGoesOn(
        HEAD
            + many(
                204,
                i ->
                    "<div class=\"image\" data-bbox=\"%1$d 1 90 9\"><img data-bbox=\"%1$d 1 90 9\"/></div>\n"
                        .formatted(i)));
  }

  @Test
  void leavesMusicAndDumpsAsTheyAre() {
    assertGoesOn("<div>" + "B2 B2 B2 B2 | ".repeat(64) + "</div>");
    assertGoesOn("<p data-bbox=\"1 2 3 4\">" + "A".repeat(900) + "<br/>" + "00 ".repeat(300));
    assertGoesOn("{\"items\": [" + "{\"what\": \"Parking\", \"amount\": \"2.00\"}, ".repeat(25));
  }

  @Test
  void knowsBoxesInEitherQuotes() {
    String block = "<p data-bbox='10 20 90 30'>Grand total</p>";

    assertThat(kept(HEAD + block.repeat(30))).isEqualTo(HEAD + block);
  }

  @Test
  void leavesLeadersAndMatricesAsTheyAre() {
    assertGoesOn(
        HEAD
            + "<p data-bbox=\"10 20 90 30\">Chapter 1"
            + " .".repeat(200)
            + " 7<br/>"
            + "_".repeat(1800)
            + "</p>\n");
    assertGoesOn("<div>" + ("0 & ".repeat(19) + "0 \\\\ ").repeat(20) + "</div>");
  }

  @Test
  void noticesTheSameWhateverPiecesTheAnswerComesIn() {
    String block = "<p data-bbox=\"10 20 90 30\">Grand total</p>\n";
    String answer = HEAD + block.repeat(30);
    LoopDetector detector = new LoopDetector();
    int at = 0;
    while (!detector.accept(answer.substring(at, Math.min(answer.length(), at + 3)))) {
      at += 3;
    }

    assertThat(answer.substring(0, detector.kept()).stripTrailing())
        .isEqualTo((HEAD + block).stripTrailing());
    assertThat(detector.accept("anything")).isTrue();
  }

  @Test
  void keepsNothingOfAnAnswerThatGoesOn() {
    assertThatIllegalStateException().isThrownBy(() -> new LoopDetector().kept());
  }

  private static void assertGoesOn(String answer) {
    assertThat(new LoopDetector().accept(answer)).isFalse();
  }

  private static String kept(String answer) {
    LoopDetector detector = new LoopDetector();
    assertThat(detector.accept(answer)).isTrue();
    return answer.substring(0, detector.kept()).stripTrailing();
  }

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }
}
