package io.scriptorium.parser.keyvalues;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.parser.keyvalues.KeyValueReader.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyValueReaderTest {
  private static final KeyTemplate INVOICE =
      KeyTemplate.parse(
          "{\"total\": \"\", \"buyer\": {\"name\": \"\"}, \"items\": [{\"what\": \"\", \"price\":"
              + " \"\"}], \"notes\": []}");

  @Test
  void knowsAKeyAgainWhoseAccentWasJoinedToItsLetter() {
    KeyTemplate template = KeyTemplate.parse("{\"e\u0301tat\": \"\"}");

    assertThat(KeyValueReader.read("{\"état\": \"bon\"}", template).values().toJson().properties())
        .singleElement()
        .satisfies(
            value -> {
              assertThat(value.getKey()).isEqualTo("e\u0301tat");
              assertThat(value.getValue().asText()).isEqualTo("bon");
            });
  }

  @Test
  void takesTheJsonOutOfItsFence() {
    Reading reading = read("```json\n{\"total\": \"9,50 €\", \"buyer\": {\"name\": \"Ann\"}}\n```");

    assertThat(reading.whole()).isTrue();
    assertThat(reading.values()).hasToString("{\"total\":\"9,50 €\",\"buyer\":{\"name\":\"Ann\"}}");
  }

  @Test
  void takesNumbersAsTheyAreWritten() {
    assertThat(values("{\"total\": 12.50, \"notes\": [1, true]}"))
        .hasToString("{\"total\":\"12.50\",\"notes\":[\"1\",\"true\"]}");
  }

  @Test
  void leavesOutWhatNobodyAskedForAndWhatIsEmpty() {
    assertThat(
            values(
                "{\"iban\": {\"deep\": [1]}, \"total\": \" \", \"buyer\": {\"name\": null},"
                    + " \"items\": [{\"what\": \"\"}, {\"colour\": \"red\"}], \"notes\": [\"\"]}"))
        .isEqualTo(KeyValues.NONE);
  }

  @Test
  void passesOverValuesOfAnotherForm() {
    assertThat(
            values(
                "{\"total\": [\"1\"], \"buyer\": \"Ann\", \"items\": [\"nail\", [1],"
                    + " {\"what\": {\"x\": 1}, \"price\": \"2\"}]}"))
        .hasToString("{\"items\":[{\"price\":\"2\"}]}");
  }

  @Test
  void takesASingleThingForAListOfOne() {
    assertThat(values("{\"items\": {\"what\": \"nail\"}, \"notes\": \"none\"}"))
        .hasToString("{\"items\":[{\"what\":\"nail\"}],\"notes\":[\"none\"]}");
  }

  @Test
  void keepsTheFirstOfTwoValuesForOneKey() {
    assertThat(values("{\"total\": \"1\", \"total\": \"2\"}")).hasToString("{\"total\":\"1\"}");
  }

  @Test
  void keepsWhatCameBeforeTheAnswerBroke() {
    for (String rest : new String[] {"", ", \"pri", ", \"price\": \"2", ", price: 2}]}"}) {
      Reading reading = read("{\"total\": \"9\", \"items\": [{\"what\": \"nail\"" + rest);

      assertThat(reading.whole()).as(rest).isFalse();
      assertThat(reading.values())
          .as(rest)
          .hasToString("{\"total\":\"9\",\"items\":[{\"what\":\"nail\"}]}");
    }
  }

  @Test
  void findsNothingInAnAnswerWithoutJson() {
    assertThat(read("I cannot see an invoice.")).isEqualTo(new Reading(KeyValues.NONE, false));
    assertThat(read("")).isEqualTo(new Reading(KeyValues.NONE, false));
  }

  @Test
  void takesAnEmptyAnswerForOne() {
    for (String answer : new String[] {"{}", "[]", "null", "```json\n[]\n```"}) {
      assertThat(read(answer)).as(answer).isEqualTo(new Reading(KeyValues.NONE, true));
    }
  }

  @Test
  void joinsSeveralObjects() {
    assertThat(
            values(
                "[{\"items\": [{\"what\": \"nail\"}]}, {\"total\": \"9\", \"items\": [{\"what\":"
                    + " \"hook\"}]}]"))
        .hasToString("{\"items\":[{\"what\":\"nail\"},{\"what\":\"hook\"}],\"total\":\"9\"}");
    assertThat(values(INVOICE.json() + "\nThe values: {\"total\": \"9\"}"))
        .hasToString("{\"total\":\"9\"}");
  }

  @Test
  void takesAnEchoOnceAndProseForNoAnswer() {
    String json = "{\"items\": [{\"what\": \"nail\"}]}";

    assertThat(values(json + "\nFormatted:\n" + json))
        .hasToString("{\"items\":[{\"what\":\"nail\"}]}");
    assertThat(values("For {invoice}: {\"total\": \"9\"}")).hasToString("{\"total\":\"9\"}");
    assertThat(values("{'total': 'it\\'s 9'}")).hasToString("{\"total\":\"it's 9\"}");
  }

  @Test
  void tellsOfAListOfObjectsThatIsCutOffBetweenTwo() {
    assertThat(read("[{\"total\": \"9\"}, ").whole()).isFalse();
  }

  @Test
  void tellsOfAnObjectThatEndsTooEarly() {
    Reading reading = read("{\"total\": \"9\"}, \"notes\": [\"x\"]}");

    assertThat(reading.whole()).isFalse();
    assertThat(reading.values()).hasToString("{\"total\":\"9\"}");
  }

  @Test
  void cleansTextsOfWhatCouldMakeThemLookLikeOthers() {
    assertThat(values("{\"total\": \"a\\u202e1\\u0000\\ud800 \"}"))
        .hasToString("{\"total\":\"a1\uFFFD\uFFFD\"}");
  }

  @Test
  void forgivesSlipsOfNotation() {
    assertThat(
            values("{'total': 7, \"notes\": [\"C:\\Users\", \"\\d \\\\ \\\" \\u0041\"]}")
                .toJson()
                .toString())
        .isEqualTo("{\"total\":\"7\",\"notes\":[\"C:\\\\Users\",\"\\\\d \\\\ \\\" A\"]}");
  }

  @Test
  void takesNoNumberForAnotherOne() {
    assertThat(read("{\"notes\": [\"x\"], \"total\": 007}"))
        .isEqualTo(new Reading(values("{\"notes\": [\"x\"]}"), false));
  }

  @Test
  void standsAbsurdNesting() {
    Reading reading = read("{\"total\": \"9\", \"x\": " + "[".repeat(100_000));

    assertThat(reading.whole()).isFalse();
    assertThat(reading.values()).hasToString("{\"total\":\"9\"}");
  }

  @Test
  void toleratesALastCommaAndBareLineBreaks() {
    Reading reading = read("{\"notes\": [\"a\nb\",], \"total\": \"9\",}");

    assertThat(reading.whole()).isTrue();
    assertThat(reading.values()).hasToString("{\"notes\":[\"a\\nb\"],\"total\":\"9\"}");
  }

  @Test
  void joinsPagesListByListAndKeepsTheFirstText() {
    KeyValues first =
        values("{\"buyer\": {}, \"items\": [{\"what\": \"nail\"}], \"notes\": [\"x\"]}");
    KeyValues second =
        values(
            "{\"total\": \"9\", \"buyer\": {\"name\": \"Ann\"}, \"items\": [{\"what\":"
                + " \"hook\"}]}");
    KeyValues third = values("{\"total\": \"10\", \"buyer\": {\"name\": \"Bob\"}}");

    assertThat(KeyValues.joined(List.of(first, second, third)))
        .hasToString(
            "{\"items\":[{\"what\":\"nail\"},{\"what\":\"hook\"}],\"notes\":[\"x\"],"
                + "\"total\":\"9\",\"buyer\":{\"name\":\"Ann\"}}");
    assertThat(KeyValues.joined(List.of(first, KeyValues.NONE))).isEqualTo(first);
  }

  private static Reading read(String answer) {
    return KeyValueReader.read(answer, INVOICE);
  }

  private static KeyValues values(String answer) {
    Reading reading = read(answer);
    assertThat(reading.whole()).isTrue();
    return reading.values();
  }
}
