package io.scriptorium.samples.synth.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyllablesTest {
  @Test
  void partsBeforeTheLastConsonantThatAVowelFollows() {
    assertThat(parts("Verwaltung")).containsExactly("Ver", "wal", "tung");
    assertThat(parts("lumière")).containsExactly("lu", "mière");
    assertThat(parts("cabecera")).containsExactly("ca", "be", "cera");
  }

  @Test
  void keepsLettersTogetherThatAreOneSound() {
    assertThat(parts("Mannschaft")).contains("chaft");
    assertThat(parts("orthographe")).contains("graphe");
  }

  @Test
  void leavesShortWordsAndWordsWithMarksWhole() {
    assertThat(parts("Haus")).containsExactly("Haus");
    assertThat(parts("www.house.example")).containsExactly("www.house.example");
    assertThat(parts("south-eastern")).containsExactly("south-eastern");
  }

  @Test
  void punctuationStaysWithItsWord() {
    assertThat(parts("(Verwaltung),")).containsExactly("(Ver", "wal", "tung),");
  }

  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int place : new Syllables().places(word)) {
      parts.add(word.substring(start, place));
      start = place;
    }
    parts.add(word.substring(start));
    return parts;
  }
}
