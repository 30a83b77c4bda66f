package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abc, 2, ab",
    "abc, 0, ''",
    "'', 5, ''",
    "aé, 2, a",
    "aé, 3, aé",
    "😀b, 3, ''",
    "😀b, 4, 😀"
  })
  void cutsBetweenCharactersOnly(String name, int maxBytes, String cut) {
    assertThat(FileNames.cut(name, maxBytes)).isEqualTo(cut);
  }
}
