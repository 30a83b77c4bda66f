package io.scriptorium.samples.synth.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.samples.synth.Dice;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrammarReaderTest {
  @Test
  void spellsOutTheFormsOfWords() {
    Grammar grammar =
        grammar(
            "words verb -s -ed\n  check, write/-s/wrote\n  apply/1-ies/1-ied, frage/1-t/ge+1-t\n");

    assertThat(grammar.words("verb"))
        .extracting(forms -> String.join(" ", forms))
        .containsExactly(
            "check checks checked",
            "write writes wrote",
            "apply applies applied",
            "frage fragt gefragt");
  }

  @Test
  void growsEveryAlternativeAndNothingElse() {
    Grammar grammar =
        grammar(
            """
            rule greeting
              {^who}, {good|bad} day[ to \\[{@guest}\\]]!
            words who
              all, none
            """);

    Set<String> grown = new HashSet<>();
    Dice dice = new Dice(1);
    for (int i = 0; i < 200; i++) {
      grown.add(grammar.grow("greeting", dice, name -> name.toUpperCase(Locale.ROOT)));
    }

    assertThat(grown)
        .containsExactlyInAnyOrder(
            "All, good day!",
            "All, bad day!",
            "None, good day!",
            "None, bad day!",
            "All, good day to [GUEST]!",
            "All, bad day to [GUEST]!",
            "None, good day to [GUEST]!",
            "None, bad day to [GUEST]!");
  }

  @Test
  void picksByWeight() {
    Grammar grammar = grammar("rule coin\n  9* head\n  tail\n");
    Dice dice = new Dice(3);

    long heads = 0;
    for (int i = 0; i < 1000; i++) {
      heads += grammar.grow("coin", dice, name -> name).equals("head") ? 1 : 0;
    }

    assertThat(heads).isBetween(850L, 950L);
  }

  @Test
  void appliesTheLawsOfSpellingInTheirOrder() {
    Grammar grammar =
        grammar(
            "replace \\bde le\\b => du\n"
                + "replace \\bdu du\\b => du\n"
                + "rule r\n"
                + "  part de le de le pain\n");

    assertThat(grammar.grow("r", new Dice(1), name -> name)).isEqualTo("part du pain");
  }

  @Test
  void refusesARuleThatLeadsNowhere() {
    assertThatThrownBy(() -> grammar("rule r\n  [{nothing}]\n"))
        .hasMessage("there is no rule nothing");
  }

  @Test
  void refusesAFormThatAWordLacks() {
    assertThatThrownBy(() -> grammar("rule r\n  {w:2}\nwords w -s\n  report\n"))
        .hasMessage("rule r wants form 2 of w, which has 2");
  }

  @Test
  void refusesOpenBrackets() {
    assertThatThrownBy(() -> grammar("rule r\n  a [b\n"))
        .hasMessage("\"a [b\" leaves a bracket open");
    assertThatThrownBy(() -> grammar("rule r\n  a {b\n"))
        .hasMessage("\"a {b\" leaves a brace open");
  }

  private static Grammar grammar(String text) {
    return new GrammarReader().read(text).grammar();
  }
}
