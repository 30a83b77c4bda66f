package io.scriptorium.modelruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.modelruntime.AnswerForm.Branch;
import io.scriptorium.modelruntime.AnswerForm.Range;
import io.scriptorium.modelruntime.AnswerForm.Scope;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FormedAnswerTest {
  private static final AnswerForm CLOSED =
      () -> List.of(new Branch("\"}", false, List.of(), AnswerForm.END));
  private static final AnswerForm QUOTED =
      () -> List.of(new Branch("{\"k\": \"", true, List.of(), CLOSED));

  private static final Pattern BAR = Pattern.compile("[|]");

  private static Tokenizer tokenizer;
  private static int end;

  @BeforeAll
  static void readTokenizer() throws Exception {
    URL file =
        Objects.requireNonNull(FormedAnswerTest.class.getResource("/tokenizer/tokenizer.json"));
    tokenizer = Tokenizer.read(Path.of(file.toURI()).getParent());
    end = tokenizer.id("<|im_end|>").orElseThrow();
  }

  @Test
  void writesWhatIsCertainWhateverTheModelWants() {
    AnswerForm form = () -> List.of(new Branch("certain", false, List.of(), AnswerForm.END));

    assertThat(answer(form, "", "otherwise otherwise")).isEqualTo("certain");
  }

  @Test
  void goesTheMoreProbableOfTwoWaysWhereTheyPart() {
    AnswerForm form =
        () ->
            List.of(
                new Branch("way: one", false, List.of(), AnswerForm.END),
                new Branch("way: two", false, List.of(), AnswerForm.END));

    assertThat(answer(form, "", " two")).isEqualTo("way: two");
    assertThat(answer(form, "", " one")).isEqualTo("way: one");
  }

  @Test
  void copiesUntilTheModelClosesTheExcerpt() {
    assertThat(answer(QUOTED, "all of 17 4", "17", "\"")).isEqualTo("{\"k\": \"17\"}");
    assertThat(answer(QUOTED, "all of 17/4", "\"")).isEqualTo("{\"k\": \"\"}");
  }

  @Test
  void copiesNothingThatDoesNotStandInTheSource() {
    assertThat(answer(QUOTED, "no. 17", "18", "\"")).isEqualTo("{\"k\": \"17\"}");
    assertThat(answer(QUOTED, "no. 17", "xyz17\"")).isEqualTo("{\"k\": \"17\"}");
  }

  @Test
  void copiesWholeWordsAndNumbers() {
    assertThat(answer(QUOTED, "a 1.299,90 b", "9", "1", "\"")).isEqualTo("{\"k\": \"1.299,90\"}");
    assertThat(answer(QUOTED, "Müller", "ü", "M", "\"")).isEqualTo("{\"k\": \"Müller\"}");
    assertThat(answer(QUOTED, "a (CHF) b", "CHF", "\"")).isEqualTo("{\"k\": \"CHF\"}");
  }

  @Test
  void partsNoBackslashFromWhatItEscapes() {
    assertThat(answer(QUOTED, "a \\\"b\\\"", "\\", "\"", "b")).isEqualTo("{\"k\": \"\\\"b\"}");
  }

  @Test
  void copiesCharactersOfSeveralBytes() {
    assertThat(answer(QUOTED, "☐ no ☑ yes", "☑", "\"")).isEqualTo("{\"k\": \"☑\"}");
  }

  @Test
  void endsAnExcerptAtTheEndOfTheSource() {
    assertThat(answer(QUOTED, "ab", "ab", "ab", "ab")).isEqualTo("{\"k\": \"ab\"}");
  }

  @Test
  void endsAnExcerptWhereTheModelWouldEndTheAnswer() {
    List<Integer> wishes = new ArrayList<>(ids("a"));
    wishes.add(end);

    assertThat(answer(QUOTED, "a b", wishes)).isEqualTo("{\"k\": \"a\"}");
  }

  @Test
  void takesTheExcerptsOfARecordFromOneLineAndThoseOfTheNextFromTheNext() {
    String lines = "no. 7\n\nnail\t7\nhook\t8\n\nsum\t15";

    assertThat(answer(listOf(2), lines, "[", "nail", "\"", "7", "\"", ",", "su", "h", "\""))
        .as("7 is in the line of the nail; the sum is not in the line behind it")
        .isEqualTo("[nail\"7\",hook\"\"]");
  }

  @Test
  void keepsEveryLineInMindThatTheRecordsMayBeIn() {
    String twice = "Offer nail\nDear Bob\n\nnail\t5\nhook\t6";

    assertThat(answer(listOf(2), twice, "[", "nail", "\"", "\"", ",", "hook", "\"", "6", "\""))
        .isEqualTo("[nail\"\",hook\"6\"]");
  }

  @Test
  void leavesAListInARecordForTheLineOfTheRecord() {
    AnswerForm end = () -> List.of(new Branch("\")", false, List.of(Scope.OUTER), AnswerForm.END));
    AnswerForm sum = () -> List.of(new Branch("\"]", true, List.of(Scope.OUTER), end));
    AnswerForm inner = () -> List.of(new Branch("\"[", true, List.of(Scope.LINE), sum));
    AnswerForm outer = () -> List.of(new Branch("(", true, List.of(Scope.LINE), inner));

    assertThat(answer(outer, "no7 x\nnail\nno8 y", "no7", "\"", "nail", "\"", "y", "x", "\""))
        .as("y is not in the line of no7")
        .isEqualTo("(no7\"[nail\"]x\")");
  }

  @Test
  void goesOnBehindAListInARecord() {
    AnswerForm anywhere =
        () -> List.of(new Branch("\"])", true, List.of(Scope.OUTER, Scope.OUTER), CLOSED));
    AnswerForm second = () -> List.of(new Branch("\"[", true, List.of(Scope.LINE), anywhere));
    AnswerForm more =
        () -> List.of(new Branch("\"],", true, List.of(Scope.OUTER, Scope.NEXT_LINE), second));
    AnswerForm inner = () -> List.of(new Branch("\"[", true, List.of(Scope.LINE), more));
    AnswerForm outer = () -> List.of(new Branch("(", true, List.of(Scope.LINE), inner));

    assertThat(
            answer(
                outer,
                "first\nno7\nnail\nno8\nhook",
                "no7",
                "\"",
                "nail",
                "\"",
                "hook",
                "no8",
                "\"",
                "\"",
                "first",
                "\""))
        .as("the record behind the nail begins with no8")
        .isEqualTo("(no7\"[nail\"],no8\"[hook\"])first\"}");
  }

  @Test
  void beginsNoExcerptInALabel() {
    AnswerForm labelled =
        new AnswerForm() {
          @Override
          public List<Branch> branches() {
            return QUOTED.branches();
          }

          @Override
          public boolean isLabel(String filling) {
            return filling.equals("of nails");
          }
        };

    assertThat(answer(labelled, "of nails\t17", wishes("nails|17"))).isEqualTo("{\"k\": \"17\"}");
    assertThat(answer(labelled, "17 of nails", wishes("nails|17"))).isEqualTo("{\"k\": \"nails\"}");
  }

  @Test
  void copiesNoEmptyLine() {
    assertThat(answer(QUOTED, "nail\nhook\n\npin", wishes("nail|\n|hook|\n|\n|pin")).strip())
        .startsWith("{\"k\": \"nail\nhook")
        .doesNotContain("pin");
  }

  @Test
  void beginsExcerptsWithinTheirRanges() {
    String text = "é nail hook pin";
    AnswerForm ranged =
        () -> List.of(new Branch("{\"k\": \"", true, List.of(), List.of(new Range(7, 11)), CLOSED));

    assertThat(answer(ranged, text, wishes("nail|pin|hook|\""))).isEqualTo("{\"k\": \"hook\"}");
    assertThat(answer(ranged, text, wishes("nail|pin|\"|\"|\"|\"|hook")))
        .isEqualTo("{\"k\": \"\"}");
  }

  @Test
  void beginsNoExcerptBeforeItsRange() {
    AnswerForm ranged =
        () -> List.of(new Branch("{\"k\": \"", true, List.of(), List.of(new Range(6, 11)), CLOSED));

    assertThat(answer(ranged, "line 1 hook", wishes("1| hook"))).isEqualTo("{\"k\": \"hook\"}");
  }

  @Test
  void partsNoCharacterIntoItsBytes() {
    List<Integer> lastByte = ids("☐").subList(ids("☐").size() - 1, ids("☐").size());

    assertThat(answer(QUOTED, "☐ a", lastByte)).isEqualTo("{\"k\": \"\"}");
  }

  @Test
  void readsTheSourceAsTheTokenizerDoes() {
    assertThat(answer(QUOTED, "E\u0301t", "É", "t", "\"")).isEqualTo("{\"k\": \"Ét\"}");
  }

  @Test
  void endsAnExcerptWithoutEnd() {
    String endless = "a".repeat(100_000);

    assertThat(answer(QUOTED, endless, endless.substring(0, 5000)).length()).isLessThan(2100);
  }

  @Test
  void goesOverNoTabInARecord() {
    assertThat(answer(listOf(1), "a\tb", "[", "a", "\t", "\"", "b", "\"")).isEqualTo("[a\"b\"]");
  }

  @Test
  void endsAListWhereThereIsNoOtherLine() {
    assertThat(answer(listOf(3), "a b", "[", "a", "\"", "b", "\"", ",")).isEqualTo("[a\"b\"]");
  }

  @Test
  void takesARecordOfATableFromTheCellsBelowThoseOfTheRecordBefore() {
    String table = "red nail\t5\t9\nred hook\t6\t9\nred pin\t\t8";

    assertThat(answer(listOf(3), table, wishes("[|red nail|5|,|9|red|6|,|red|\"")))
        .as("the second excerpt is in the second column, all of the first cell is taken")
        .isEqualTo("[red nail\"5\",red hook\"6\",red pin\"\"]");
  }

  @Test
  void takesPartsOfCellsWhereTheRecordBeforeHasAPart() {
    String table = "VAT 7 %\t5\nVAT 19 %\t6";

    assertThat(answer(listOf(2), table, wishes("[|7|\"|5|\"|,|6|19|\"|6|\"")))
        .isEqualTo("[7\"5\",19\"6\"]");
  }

  @Test
  void knowsTheColumnOfAnEmptyCellByTheRowsAbove() {
    String table = "nail\t5\t9\nhook\t\t9\npin\t6\t8";

    assertThat(answer(listOf(3), table, wishes("[|nail|\"|5|\"|,|hook|\"|9|\"|,|pin|\"|8|6|\"")))
        .isEqualTo("[nail\"5\",hook\"\",pin\"6\"]");
  }

  @Test
  void takesNothingFromTheColumnOfAnotherExcerpt() {
    assertThat(answer(listOf(2), "nail\t5\t\nhook\t6\t7", wishes("[|5|\"|,|6|6|7")))
        .isEqualTo("[5\"\",6\"7\"]");
  }

  @Test
  void goesOverRowsOfHalfTheCellsAndIsFreeInThoseOfOtherCells() {
    String table = "nail\t5\nKegs\nhook\t6\nno. 3\tpin\t8";

    assertThat(answer(listOf(3), table, wishes("[|nail|\"|5|\"|,|Kegs|hook|\"|6|\"|,|pin|\"|8|\"")))
        .isEqualTo("[nail\"5\",hook\"6\",pin\"8\"]");
  }

  @Test
  void goesOnBehindATableOnlyWithMoreThanHalfOfTheCells() {
    String wishes = "[|nail|5|,|hook|6";

    assertThat(answer(listOf(2), "nail\t5\n\nhook\t6", wishes(wishes)))
        .isEqualTo("[nail\"5\",hook\"6\"]");
    assertThat(answer(listOf(2), "nail\t5\n\nhook 6", wishes(wishes))).isEqualTo("[nail\"5\"]");
    assertThat(answer(listOf(2), "nail\t5\nsum\n\nhook\t6", wishes(wishes)))
        .isEqualTo("[nail\"5\"]");
  }

  @Test
  void mindsNoEmptyCellsAtTheEndsOfRows() {
    assertThat(answer(listOf(2), "red nail\t5\nred hook\t6\t", wishes("[|red nail|5|,|6|red|6")))
        .isEqualTo("[red nail\"5\",red hook\"6\"]");
    assertThat(answer(listOf(2), "red nail\t5\t7\nred hook\t6\t", wishes("[|red nail|5|,|6|red|6")))
        .isEqualTo("[red nail\"5\",red hook\"6\"]");
  }

  @Test
  void endsNoListWhereTheNextRowIsJustAsFull() {
    String wishes = "[|nail|5|9 USD|\"]|hook|6|8";

    assertThat(answer(listOf(3, 3), "nail\t5\t9 USD\nhook\t6\t8\npin\t\t8", wishes(wishes)))
        .as(
            "the model wishes to end it behind the nail, and may where the number of pins is"
                + " missing")
        .isEqualTo("[nail\"5\"9 USD\",hook\"6\"8\"]");
    assertThat(answer(listOf(2, 3), "nail\t5\t9 USD\nsum\tof all\t9", wishes(wishes)))
        .as("a word is below a number")
        .isEqualTo("[nail\"5\"9 USD\"]");
  }

  @Test
  void endsNoListWhereOneOfSeveralCellsIsUnlike() {
    String wishes = "[|pin 2233-4|5|9|3|\"]|hook|6|8|4";

    assertThat(answer(listOf(2, 4), "pin 2233-4\t5\t9\t3\nhook\t6\t8\t4", wishes(wishes)))
        .isEqualTo("[pin 2233-4\"5\"9\"3\",hook\"6\"8\"4\"]");
    assertThat(answer(listOf(2, 4), "pin 2233-4\t5\t9\t3\nhook\tsix\t8\t4", wishes(wishes)))
        .isEqualTo("[pin 2233-4\"5\"9\"3\"]");
  }

  @Test
  void endsNoListWhereTheNextRowCountsOn() {
    String wishes = "[|nail|5|\"]|hook|6";

    assertThat(answer(listOf(2), "9\tnail\t5\n\n10\tred\thook\t6", wishes(wishes)))
        .isEqualTo("[nail\"5\",hook\"6\"]");
    assertThat(answer(listOf(2), "9\tnail\t5\n11\tred\thook\t6", wishes(wishes)))
        .isEqualTo("[nail\"5\"]");
  }

  @Test
  void endsNoListWhereTheNextRowHasTheSameLabel() {
    String wishes = "[|7|\"|5|\"]|19|\"|6|\"|\"]";

    assertThat(answer(listOf(3), "VAT 7 %\t5\nVAT 19 %\t6\nsum 19 %\t11", wishes(wishes)))
        .isEqualTo("[7\"5\",19\"6\"]");
    assertThat(answer(listOf(3), "VAT 7 %\t5\nVAT 19 %\tsix", wishes(wishes)))
        .isEqualTo("[7\"5\"]");
  }

  @Test
  void endsNoListWhereATableGoesOnInAnotherPieceWithACellMoreOrLess() {
    String wishes = "[|nail|5|\"]|hook|6";

    assertThat(answer(listOf(2), "nail\t5\t7\t9\n\nhook\t6\t8", wishes(wishes)))
        .isEqualTo("[nail\"5\",hook\"6\"]");
    assertThat(answer(listOf(2), "nail\t5\t7\t9\nhook\t6\t8", wishes(wishes)))
        .as("it is the same piece")
        .isEqualTo("[nail\"5\"]");
    assertThat(answer(listOf(2), "nail\t5\t7\t9\n\nhook\t6\teight", wishes(wishes)))
        .isEqualTo("[nail\"5\"]");
  }

  @Test
  void endsNoListOfKnownColumnsWhereTheNextRowHasAllOfThem() {
    String table = "what\tsize\nnail\t5\nhook\t6\n\t7";
    List<Range> first = List.of(new Range(10, 11));

    assertThat(answer(listOf(3), table, wishes("[|nail|5|\"]"))).isEqualTo("[nail\"5\"]");
    assertThat(answer(listOf(first, 3, 2), table, wishes("[|nail|5|\"]|hook|6|\"]")))
        .isEqualTo("[nail\"5\",hook\"6\"]");
  }

  @Test
  void keepsToTheFirstAndTheLastCellInAnotherPieceOfATable() {
    String table = "nail\t5\t7\t9\n\nhook\t6\t8";

    assertThat(answer(listOf(2, 3), table, wishes("[|nail|5|9|,|8|6|hook")))
        .isEqualTo("[nail\"5\"9\",hook\"6\"8\"]");
  }

  @Test
  void leavesTheCellsOfAListToNoOther() {
    AnswerForm end = () -> List.of(new Branch("\"]", false, List.of(Scope.OUTER), AnswerForm.END));
    AnswerForm other =
        () -> List.of(new Branch("\"][", true, List.of(Scope.OUTER, Scope.LINE), end));
    AnswerForm first = () -> List.of(new Branch("[", true, List.of(Scope.LINE), other));

    assertThat(answer(first, "nail 7\tred\nVAT 7\t8", wishes("[|nail 7|\"][|nail|red|\"]")))
        .isEqualTo("[nail 7\"][red\"]");
  }

  @Test
  void goesOnBehindAListThatStandsBeforeItsRecord() {
    AnswerForm end = () -> List.of(new Branch("\")", false, List.of(Scope.OUTER), AnswerForm.END));
    AnswerForm more =
        () -> List.of(new Branch("\"],", true, List.of(Scope.OUTER, Scope.NEXT_LINE), end));
    AnswerForm inner = () -> List.of(new Branch("\"[", true, List.of(Scope.LINE), more));
    AnswerForm outer = () -> List.of(new Branch("(", true, List.of(Scope.LINE), inner));

    assertThat(answer(outer, "bolt\na\tb\tc\nkit\t5", wishes("(|kit|\"|bolt|a")))
        .isEqualTo("(kit\"[bolt\"],a\")");
  }

  @Test
  void leavesToAnotherListWhatARecordDidNotTake() {
    AnswerForm end = () -> List.of(new Branch("\"]", false, List.of(Scope.OUTER), AnswerForm.END));
    AnswerForm other =
        () -> List.of(new Branch("\"][", true, List.of(Scope.OUTER, Scope.LINE), end));
    AnswerForm last = () -> List.of(new Branch("\"", true, List.of(), other));
    AnswerForm next = () -> List.of(new Branch("\",", true, List.of(Scope.NEXT_LINE), last));
    AnswerForm first = () -> List.of(new Branch("\"", true, List.of(), next));
    AnswerForm list = () -> List.of(new Branch("[", true, List.of(Scope.LINE), first));

    assertThat(
            answer(list, "nail\tred\nhook\tVAT", wishes("[|nail|\"|red|\",|hook|\"|\"][|VAT|\"")))
        .isEqualTo("[nail\"red\",hook\"\"][VAT\"]");
  }

  @Test
  void beginsAnExcerptWithACharacterOfTwoHalves() {
    AnswerForm ranged =
        () -> List.of(new Branch("{\"k\": \"", true, List.of(), List.of(new Range(2, 3)), CLOSED));

    assertThat(answer(ranged, "a 😀 b", ids("😀"))).isEqualTo("{\"k\": \"😀\"}");
  }

  @Test
  void endsAListWhereOnlyRowsOfHalfTheCellsFollow() {
    String table = "nail\t1\t5\t5\nhook\t1\t6\t6\nsum\t11";

    assertThat(answer(listOf(4), table, wishes("[|nail|\"|5|\"|,|hook|\"|6|\"|,|sum")))
        .isEqualTo("[nail\"5\",hook\"6\"]");
  }

  @Test
  void beginsAgainWhereACellIsTakenTwiceAndGivesItToTheSurerExcerpt() {
    String table = "nail\t5\t9\nhook\t6\t8";
    String wishes = "[|nail|\"|5|\"|5|9|\"|,|hook";

    FirstRecords better = better(listOf(2, 3), table, wishes(wishes)).orElseThrow();

    assertThat(better.of(0))
        .as("the third excerpt is nearly as sure of 9 as of 5, the second one is not")
        .isEqualTo(row(0, 0, 1, 2));
    assertThat(answer(listOf(2, 3), table, better, wishes(wishes)))
        .isEqualTo("[nail\"5\"9\",hook\"6\"8\"]");
  }

  @Test
  void knowsWhichListOfAnAnswerShouldBeginAgain() {
    AnswerForm lists =
        () -> List.of(new Branch("[", true, List.of(Scope.LINE), followedBy(listOf(1, 3))));

    FirstRecords better =
        better(lists, "pin\n\nnail\t5\t9", wishes("[|pin|\"|nail|\"|5|\"|5|9|\"")).orElseThrow();

    assertThat(better.of(0)).isNull();
    assertThat(better.of(1)).isEqualTo(row(1, 0, 1, 2));
  }

  @Test
  void isNotBegunAgainWithoutEnd() {
    FirstRecords often = FirstRecords.UNKNOWN;
    for (int i = 1; i <= FirstRecords.MOST_TIMES; i++) {
      often = often.with(i, row(0, 0));
    }
    FormedAnswer chooser = chooser(listOf(1, 3), "nail\t5\t9", often);

    assertThat(write(chooser, allIds(wishes("[|nail|\"|5|\"|5|9|\"")))).isEqualTo("[nail\"5\"5\"]");
    assertThat(chooser.better()).isEmpty();
  }

  @Test
  void findsNoBetterCellInALabel() {
    AnswerForm list = listOf(1, 2);
    AnswerForm labelled =
        new AnswerForm() {
          @Override
          public List<Branch> branches() {
            return list.branches();
          }

          @Override
          public boolean isLabel(String filling) {
            return filling.equals("nails:");
          }
        };

    assertThat(better(list, "nails:\t5", wishes("[|5|\"|5|nails|\"")).orElseThrow().of(0))
        .isEqualTo(row(0, 1, 0));
    assertThat(
            better(labelled, "nails:\t5", wishes("[|5|\"|5|nails|\""))
                .orElseThrow()
                .of(0)
                .columns())
        .containsExactly(null, new RecordRow.Column(1, true));
  }

  @Test
  void takesCellsAsTheyComeWhereNoneIsTakenTwice() {
    assertThat(better(listOf(1, 3), "nail\t5\t5", wishes("[|nail|\"|5|\"|5|\"")))
        .as("two cells are alike")
        .isEmpty();
    assertThat(better(listOf(1, 3), "nail 5\t7\t9", wishes("[|5|\"|5|\"|9|\"")))
        .as("5 is a part of its cell")
        .isEmpty();
  }

  @Test
  void knowsNoCellOfTwoThatBeginAlikeAndWereNotWritten() {
    RecordRow found =
        better(listOf(1, 3), "nail\t12\t14\t5", wishes("[|nail|\"|5|\"|5|1|\""))
            .orElseThrow()
            .of(0);

    assertThat(found.column(0)).isEqualTo(new RecordRow.Column(0, true));
    assertThat(found.column(1)).isEqualTo(new RecordRow.Column(3, true));
    assertThat(found.column(2)).isNull();
  }

  @Test
  void beginsNothingAgainWhereNoCellCanBeTold() {
    assertThat(better(listOf(1, 3), "5\t5", wishes("[|5|\"|5|\"|5|\""))).isEmpty();
  }

  @Test
  void beginsNoListAgainForWhichTheColumnsAreKnown() {
    List<Range> first = List.of(new Range(0, 1));

    assertThat(better(listOf(first, 1, 3), "nail\t5\t9", wishes("[|nail|\"|5|\"|5|\"|9")))
        .isEmpty();
  }

  @Test
  void leavesNoCellBelowAFilledOneThatIsLikeIt() {
    String wishes = "[|nail|\"|5|\"|9|\"|,|hook|\"|\"|8";

    assertThat(answer(listOf(2, 3), "nail\t5\t9\nhook\t6\t8", wishes(wishes)))
        .isEqualTo("[nail\"5\"9\",hook\"6\"8\"]");
    assertThat(answer(listOf(2, 3), "nail\t5\t9\nhook\tsix\t8", wishes(wishes)))
        .as("a word is below a number")
        .isEqualTo("[nail\"5\"9\",hook\"\"8\"]");
    assertThat(answer(listOf(2, 2), "nail\t5\nhook\t6", wishes("[|nail|\"|5|\"|,|hook|\"|\"")))
        .as("what has two cells may be no table")
        .isEqualTo("[nail\"5\",hook\"\"]");
    assertThat(
            answer(listOf(2, 3), "nail\tred\t9\nhook\t-\t8", wishes("[|nail|red|9|,|hook|\"|\"|8")))
        .as("a dash stands for nothing")
        .isEqualTo("[nail\"red\"9\",hook\"\"8\"]");
  }

  @Test
  void takesNothingOutsideOfAListFromItsRows() {
    String wishes = "[|nail|\"|5|\"|9|\",|hook|\"|6|\"|9|\"]|9|8|)";

    assertThat(answer(twoRows(), "nail\t5\t9\nhook\t6\t9\n\nsum 8", wishes(wishes)))
        .isEqualTo("[nail\"5\"9\",hook\"6\"9\"]8)");
    assertThat(answer(twoRows(), "nail\t5\t9\nhook\t6\t9\n\nsum 9", wishes(wishes)))
        .isEqualTo("[nail\"5\"9\",hook\"6\"9\"]9)");
  }

  @Test
  void takesASumFromTheOnlyRowOfAListOrFromOneOfTwoCells() {
    AnswerForm closed = () -> List.of(new Branch(")", false, List.of(), AnswerForm.END));
    AnswerForm sum = () -> List.of(new Branch("\"]", true, List.of(Scope.OUTER), closed));
    AnswerForm second = () -> List.of(new Branch("\"", true, List.of(), sum));
    AnswerForm list = () -> List.of(new Branch("[", true, List.of(Scope.LINE), second));

    assertThat(answer(list, "VAT\t7 %\t9", wishes("[|7 %|\"|9|\"]|9|)"))).isEqualTo("[7 %\"9\"]9)");
    assertThat(
            answer(
                twoRows(), "\t7 %\t9\n\t8 %\t5", wishes("[|7 %|\"|9|\"|\",|8 %|\"|5|\"|\"]|5|)")))
        .isEqualTo("[7 %\"9\"\",8 %\"5\"\"]5)");
  }

  /** A list of two records of three excerpts, and an excerpt behind it. */
  private static AnswerForm twoRows() {
    AnswerForm closed = () -> List.of(new Branch(")", false, List.of(), AnswerForm.END));
    AnswerForm behind = () -> List.of(new Branch("\"]", true, List.of(Scope.OUTER), closed));
    AnswerForm last = () -> List.of(new Branch("\"", true, List.of(), behind));
    AnswerForm fifth = () -> List.of(new Branch("\"", true, List.of(), last));
    AnswerForm next = () -> List.of(new Branch("\",", true, List.of(Scope.NEXT_LINE), fifth));
    AnswerForm third = () -> List.of(new Branch("\"", true, List.of(), next));
    AnswerForm second = () -> List.of(new Branch("\"", true, List.of(), third));
    return () -> List.of(new Branch("[", true, List.of(Scope.LINE), second));
  }

  private static RecordRow row(int line, int... cells) {
    return new RecordRow(
        line, Arrays.stream(cells).mapToObj(cell -> new RecordRow.Column(cell, true)).toList());
  }

  /** The end of a list of one record, and another list. */
  private static AnswerForm followedBy(AnswerForm other) {
    return () -> List.of(new Branch("\"]", false, List.of(Scope.OUTER), other));
  }

  private static Optional<FirstRecords> better(AnswerForm form, String source, String... wishes) {
    FormedAnswer chooser = chooser(form, source, FirstRecords.UNKNOWN);
    write(chooser, allIds(wishes));
    return chooser.better();
  }

  /** A list of up to so many records of two excerpts. */
  private static AnswerForm listOf(int records) {
    return listOf(records, 2);
  }

  private static AnswerForm listOf(int records, int excerpts) {
    return listOf(List.of(), records, excerpts);
  }

  private static AnswerForm listOf(List<Range> first, int records, int excerpts) {
    AnswerForm behind = behindExcerpt(records, excerpts, excerpts);
    return () -> List.of(new Branch("[", true, List.of(Scope.LINE), first, behind));
  }

  private static AnswerForm behindExcerpt(int records, int excerpts, int left) {
    if (left > 1) {
      AnswerForm next = behindExcerpt(records, excerpts, left - 1);
      return () -> List.of(new Branch("\"", true, List.of(), next));
    }
    return () -> {
      List<Branch> ways = new ArrayList<>();
      if (records > 1) {
        AnswerForm another = behindExcerpt(records - 1, excerpts, excerpts);
        ways.add(new Branch("\",", true, List.of(Scope.NEXT_LINE), another));
      }
      ways.add(new Branch("\"]", false, List.of(Scope.OUTER), AnswerForm.END));
      return ways;
    };
  }

  @Test
  void refusesBranchesThatSayNothing() {
    assertThatThrownBy(() -> new Branch("", true, List.of(), AnswerForm.END))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> ids(String text) {
    return Arrays.stream(tokenizer.encodeText(text)).boxed().toList();
  }

  private static List<Integer> allIds(String... texts) {
    return Arrays.stream(texts).flatMap(text -> ids(text).stream()).toList();
  }

  private static String answer(AnswerForm form, String source, String... wishes) {
    return answer(form, source, allIds(wishes));
  }

  private static String[] wishes(String parted) {
    return BAR.split(parted);
  }

  /** An answer of a model that would like some tokens, those first that it has not written yet. */
  private static String answer(AnswerForm form, String source, List<Integer> wishes) {
    return write(chooser(form, source, FirstRecords.UNKNOWN), wishes);
  }

  private static String answer(
      AnswerForm form, String source, FirstRecords firsts, String... wishes) {
    return write(chooser(form, source, firsts), allIds(wishes));
  }

  private static FormedAnswer chooser(AnswerForm form, String source, FirstRecords firsts) {
    return new FormedAnswer(tokenizer, form, source, List.of(end), firsts);
  }

  private static String write(FormedAnswer chooser, List<Integer> wishes) {
    List<Integer> open = new ArrayList<>(wishes);
    List<Integer> written = new ArrayList<>();
    while (written.isEmpty() || written.get(written.size() - 1) != end) {
      float[] logits = new float[tokenizer.vocabularySize()];
      for (int i = 0; i < open.size(); i++) {
        logits[open.get(i)] = Math.max(logits[open.get(i)], 100 - i);
      }
      int id = chooser.choose(logits);
      written.add(id);
      open.remove(Integer.valueOf(id));
      assertThat(written).hasSizeLessThan(3000);
    }
    return tokenizer.decode(written.stream().mapToInt(Integer::intValue).toArray(), true);
  }
}
