package io.scriptorium.modelruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.modelruntime.AnswerForm.Branch;
import io.scriptorium.modelruntime.AnswerForm.Scope;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FormedAnswerTest {
  private static final AnswerForm CLOSED =
      () -> List.of(new Branch("\"}", false, List.of(), AnswerForm.END));
  private static final AnswerForm QUOTED =
      () -> List.of(new Branch("{\"k\": \"", true, List.of(), CLOSED));

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

  /** A list of up to so many records of two excerpts. */
  private static AnswerForm listOf(int records) {
    return () -> List.of(new Branch("[", true, List.of(Scope.LINE), second(records)));
  }

  private static AnswerForm second(int records) {
    AnswerForm more =
        () -> {
          List<Branch> ways = new ArrayList<>();
          if (records > 1) {
            ways.add(new Branch("\",", true, List.of(Scope.NEXT_LINE), second(records - 1)));
          }
          ways.add(new Branch("\"]", false, List.of(Scope.OUTER), AnswerForm.END));
          return ways;
        };
    return () -> List.of(new Branch("\"", true, List.of(), more));
  }

  @Test
  void refusesBranchesThatSayNothing() {
    assertThatThrownBy(() -> new Branch("", true, List.of(), AnswerForm.END))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> ids(String text) {
    return Arrays.stream(tokenizer.encodeText(text)).boxed().toList();
  }

  private static String answer(AnswerForm form, String source, String... wishes) {
    return answer(form, source, Arrays.stream(wishes).flatMap(wish -> ids(wish).stream()).toList());
  }

  /** An answer of a model that would like some tokens, those first that it has not written yet. */
  private static String answer(AnswerForm form, String source, List<Integer> wishes) {
    FormedAnswer chooser = new FormedAnswer(tokenizer, form, source, List.of(end));
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
