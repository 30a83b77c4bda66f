package io.scriptorium.samples.synth.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Language;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrammarWordsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void sameDiceGiveTheSameWords(Language language) {
    assertThat(everything(new GrammarWords(language, new Dice(5))).toList())
        .isEqualTo(everything(new GrammarWords(language, new Dice(5))).toList());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void keepsToItsCharacters(Language language) {
    String text = manyDocuments(language).collect(Collectors.joining());

    Set<Integer> known = Words.CHARACTERS.chars().boxed().collect(Collectors.toSet());
    assertThat(
            text.chars().filter(c -> c != ' ' && !known.contains(c)).mapToObj(Character::toString))
        .isEmpty();
  }

  @Test
  void allLanguagesTogetherUseEveryCharacter() {
    String text =
        Arrays.stream(Language.values())
            .flatMap(GrammarWordsTest::manyDocuments)
            .collect(Collectors.joining());

    assertThat(
            Words.CHARACTERS.chars().filter(c -> text.indexOf(c) < 0).mapToObj(Character::toString))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noSpaceIsDoubledOrStandsAtAnEnd(Language language) {
    assertThat(manyDocuments(language))
        .allSatisfy(
            text -> assertThat(text).isEqualTo(text.strip()).isNotEmpty().doesNotContain("  "));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void knowsThousandsOfWordsAndRepeatsNoSentence(Language language) {
    Set<String> sentences = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      Words document = new GrammarWords(language, new Dice(seed));
      for (int i = 0; i < 20; i++) {
        String sentence = document.sentence();
        sentences.add(sentence);
        words.addAll(List.of(sentence.split("[^\\p{L}]+")));
      }
    }

    assertThat(sentences).hasSizeGreaterThan(3990);
    assertThat(words).hasSizeGreaterThan(5000);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void checkDigitsOfIbansAreRight(Language language) {
    for (int seed = 0; seed < 50; seed++) {
      String iban = new GrammarWords(language, new Dice(seed)).iban().replace(" ", "");
      String turned = iban.substring(4) + iban.substring(0, 4);
      String digits =
          turned
              .chars()
              .mapToObj(c -> String.valueOf(Character.getNumericValue(c)))
              .collect(Collectors.joining());
      assertThat(new BigInteger(digits).mod(BigInteger.valueOf(97))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hostsAreInvented(Language language) {
    for (int seed = 0; seed < 100; seed++) {
      Words words = new GrammarWords(language, new Dice(seed));
      assertThat(words.email()).matches("[a-z0-9._+-]+@[a-z0-9.-]+\\.example");
      assertThat(words.website()).matches("(https?://)?(www\\.)?[a-z0-9.-]+\\.example([/?].*)?");
    }
  }

  @Test
  void writesAmountsAsTheLanguageDoes() {
    assertThat(amounts(Language.EN, 123456)).contains("£1,234.56", "$1,234.56", "€1,234.56");
    assertThat(amounts(Language.DE, 123456)).contains("1.234,56 €", "CHF 1’234.56", "EUR 1.234,56");
    assertThat(amounts(Language.FR, 123456)).contains("1 234,56 €", "€ 1.234,56", "1 234,56 $");
    assertThat(amounts(Language.ES, 123456)).contains("1.234,56 €", "$1,234.56", "$ 1.234,56");
  }

  @Test
  void writesDatesAsTheLanguageDoes() {
    assertThat(dates(Language.EN))
        .contains("9 March 2026", "March 9, 2026", "09/03/2026", "03/09/2026");
    assertThat(dates(Language.DE)).contains("09.03.2026", "9. März 2026", "9.3.2026");
    assertThat(dates(Language.FR)).contains("09/03/2026", "9 mars 2026");
    assertThat(dates(Language.ES)).contains("9 de marzo de 2026", "09-03-2026");
  }

  @Test
  void writesSmallAndLongNumbersExactly() {
    NumberStyle style = new NumberStyle(".", ",");

    assertThat(style.write(1234567.895, 2)).isEqualTo("1.234.567,90");
    assertThat(style.write(999, 0)).isEqualTo("999");
    assertThat(style.write(-1000, 1)).isEqualTo("-1.000,0");
  }

  @Test
  void termsStayTheSameWithinADocument() {
    Words words = new GrammarWords(Language.EN, new Dice(4));

    Set<String> seen =
        IntStream.range(0, 50)
            .mapToObj(i -> words.term(Term.INVOICE_NUMBER))
            .collect(Collectors.toSet());

    assertThat(seen).hasSize(1);
  }

  private static Set<String> amounts(Language language, long cents) {
    return documents(language)
        .map(words -> words.amount(cents, words.currency()))
        .collect(Collectors.toSet());
  }

  private static Set<String> dates(Language language) {
    return documents(language)
        .map(words -> words.date(LocalDate.of(2026, 3, 9)))
        .collect(Collectors.toSet());
  }

  private static Stream<Words> documents(Language language) {
    return IntStream.range(0, 300).mapToObj(seed -> new GrammarWords(language, new Dice(seed)));
  }

  private static Stream<String> manyDocuments(Language language) {
    return documents(language).flatMap(GrammarWordsTest::everything);
  }

  private static Stream<String> everything(Words words) {
    Stream<String> terms = Arrays.stream(Term.values()).map(words::term);
    Stream<String> sentences = Stream.generate(words::sentence).limit(30);
    Stream<String> rest =
        Stream.of(
            words.word(),
            words.title(),
            words.personName(),
            words.company(),
            words.street(),
            words.city(),
            words.email(),
            words.phone(),
            words.website(),
            words.iban(),
            words.vatNumber(),
            words.product(),
            words.unit(),
            words.code(),
            words.percent(7.5),
            words.amount(-123456789, words.currency()));
    return Stream.of(terms, sentences, rest, words.addressLines().stream()).flatMap(s -> s);
  }
}
