package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class KeyValueScoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void countsValuesUnderTheSameKeys() {
    assertThat(
            score(
                "{'number': 'A 1', 'buyer': {'name': 'Ada', 'city': 'Bern'}}",
                "{'number': 'A  1', 'buyer': {'name': 'Ida', 'vat': '7'}}"))
        .isEqualTo(new Counts(3, 3, 1));
  }

  @Test
  void matchesRowsSoThatMostValuesAgree() {
    String truth = "{'items': [{'name': 'a', 'price': '1'}, {'name': 'b', 'price': '1'}]}";

    assertThat(score(truth, "{'items': [{'name': 'b', 'price': '1'}, {'name': 'a'}]}"))
        .isEqualTo(new Counts(4, 3, 3));
    assertThat(score(truth, "{'items': [{'price': '1'}, {'name': 'a', 'price': '1'}]}"))
        .isEqualTo(new Counts(4, 3, 3));
  }

  @Test
  void takesNullAndEmptyForNoValue() {
    assertThat(score("{'a': null, 'b': ''}", "{'a': '', 'b': null, 'c': ' '}"))
        .isEqualTo(Counts.NONE);
  }

  @Test
  void comparesNumbersByTheirText() {
    assertThat(score("{'a': '12.50', 'b': '3'}", "{'a': 12.5, 'b': 3}"))
        .isEqualTo(new Counts(2, 2, 1));
  }

  @Test
  void takesValuesOfAnotherFormForOthers() {
    assertThat(score("{'a': 'x', 'b': ['y']}", "{'a': ['x'], 'b': {'0': 'y'}}"))
        .isEqualTo(new Counts(2, 2, 0));
  }

  @Test
  void matchesNothingIfThereIsMoreThanIsCompared() {
    String many = "{'a': ['x'" + ", 'x'".repeat(KeyValueScore.MAX_VALUES) + "]}";

    assertThat(score("{'a': ['x']}", many))
        .isEqualTo(new Counts(1, KeyValueScore.MAX_VALUES + 1, 0));
  }

  private static Counts score(String truth, String predicted) {
    try {
      return KeyValueScore.of(
          JSON.readTree(truth.replace('\'', '"')), JSON.readTree(predicted.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
