package io.scriptorium.samples.synth.words;

import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Language;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words from the grammars and word lists that come with the program. */
public final class GrammarWords implements Words {
  private static final LocalDate FIRST_DAY = LocalDate.of(1988, 1, 1);
  private static final int DAYS = 18_000;

  private final Language language;
  private final Dice dice;
  private final Grammar grammar;
  private final Region region;
  private final NumberStyle numbers;
  private final String amounts;
  private final DateStyle dates;
  private final String phones;
  private final String towns;
  private final Map<Term, String> terms = new EnumMap<>(Term.class);

  /** Words for one document. */
  public GrammarWords(Language language, Dice dice) {
    this.language = language;
    this.dice = dice;
    this.grammar = Grammars.of(language);
    this.region = dice.pick(Region.of(language));
    this.numbers = dice.pick(region.numbers());
    this.amounts = dice.pick(region.amounts());
    this.dates = new DateStyle(dice.pick(region.dates()), grammar.words("month"));
    this.phones = dice.pick(region.phones());
    this.towns = dice.pick(region.towns());
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public String grown(String rule) {
    return grammar.grow(rule, dice, this::supplied);
  }

  private String supplied(String name) {
    return switch (name) {
      case "date" -> date(FIRST_DAY.plusDays(dice.between(0, DAYS)));
      case "year" -> String.valueOf(dice.between(1620, 2040));
      case "time" -> time();
      case "letter" -> String.valueOf((char) ('a' + dice.between(0, 7)));
      case "capital" -> String.valueOf((char) ('A' + dice.between(0, 25)));
      case "int" -> String.valueOf(integer());
      case "number" -> number(integer() / 7.0, dice.between(0, 3));
      case "percent" -> percent(dice.between(1, 999) / dice.pick(1.0, 10.0, 10.0, 100.0));
      case "amount" -> amount(Math.round(StrictMath.exp(dice.between(3.0, 18.0))), currency());
      case "email" -> email();
      case "website" -> website();
      case "phone" -> phone();
      case "person" -> personName();
      case "surname" -> grown("surname");
      case "company" -> company();
      case "city" -> city();
      case "street" -> street();
      case "code" -> code();
      case "caps" -> word().toUpperCase(Locale.ROOT);
      default -> throw new IllegalArgumentException("nothing supplies " + name);
    };
  }

  private String time() {
    int hour = dice.between(0, 23);
    int minute = dice.between(0, 59);
    return switch (language) {
      case FR -> hour + " h " + String.format(Locale.ROOT, "%02d", minute);
      case DE -> hour + dice.pick(".", ":") + String.format(Locale.ROOT, "%02d", minute);
      case EN ->
          1
              + hour % 12
              + dice.pick(":", ".")
              + String.format(Locale.ROOT, "%02d", minute)
              + dice.pick(" a.m.", "pm");
      case ES -> hour + ":" + String.format(Locale.ROOT, "%02d", minute);
    };
  }

  /** Small ones are as likely as large ones. */
  private int integer() {
    int digits = dice.between(1, 4);
    return dice.between(1, (int) StrictMath.pow(10, digits));
  }

  @Override
  public String word() {
    return grown("word");
  }

  @Override
  public String sentence() {
    return grown("sentence");
  }

  @Override
  public String paragraph(int sentences) {
    return Stream.generate(this::sentence).limit(sentences).collect(Collectors.joining(" "));
  }

  @Override
  public String title() {
    return grown("title");
  }

  @Override
  public String personName() {
    return grown("person.full");
  }

  @Override
  public String company() {
    return grown("company");
  }

  @Override
  public List<String> addressLines() {
    List<String> lines = new ArrayList<>();
    if (dice.chance(0.3)) {
      lines.add(grown("department"));
    }
    lines.add(street());
    Codes.fill(towns, dice).replace("@", city()).lines().forEach(lines::add);
    return lines;
  }

  @Override
  public String street() {
    String name = grown("street.name");
    String number = dice.between(1, 180) + (dice.chance(0.15) ? dice.pick("a", "b", "c") : "");
    return switch (language) {
      case EN -> number + " " + name;
      case DE -> name + " " + number;
      case FR -> number + dice.pick(" ", ", ") + name;
      case ES ->
          name.substring(0, 1).toUpperCase(Locale.ROOT)
              + name.substring(1)
              + dice.pick(", ", " ", ", n.º ")
              + number;
    };
  }

  @Override
  public String city() {
    return grown("city");
  }

  @Override
  public String email() {
    return WebNames.email(grown("given") + " " + grown("surname"), company(), dice);
  }

  @Override
  public String phone() {
    return Codes.fill(phones, dice);
  }

  @Override
  public String website() {
    return WebNames.website(company(), grown("pseudo"), dice);
  }

  @Override
  public String iban() {
    return Codes.iban(region.ibanCountry(), region.account(), dice);
  }

  @Override
  public String vatNumber() {
    return Codes.fill(dice.pick(region.vatNumbers()), dice);
  }

  @Override
  public String product() {
    return grown("product");
  }

  @Override
  public String unit() {
    return grown("unit");
  }

  @Override
  public String code() {
    return Codes.code(dice);
  }

  @Override
  public Currency currency() {
    return region.currency();
  }

  @Override
  public List<Double> taxRates() {
    return region.taxRates();
  }

  @Override
  public String amount(long cents) {
    return numbers.write(BigDecimal.valueOf(cents, 2));
  }

  @Override
  public String amount(long cents, Currency currency) {
    String sign = cents < 0 ? "-" : "";
    return sign
        + amounts
            .replace("C", currency.getCurrencyCode())
            .replace("¤", sign(currency))
            .replace("1", amount(Math.abs(cents)));
  }

  private static String sign(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "EUR" -> "€";
      case "GBP" -> "£";
      case "USD", "CAD", "MXN", "ARS" -> "$";
      case "JPY" -> "¥";
      default -> currency.getCurrencyCode();
    };
  }

  @Override
  public String number(double value, int decimals) {
    return numbers.write(value, decimals);
  }

  @Override
  public String date(LocalDate date) {
    return dates.write(date);
  }

  @Override
  public String percent(double value) {
    String number = numbers.write(BigDecimal.valueOf(value).stripTrailingZeros());
    return number + (language == Language.EN ? "%" : " %");
  }

  @Override
  public String term(Term term) {
    return terms.computeIfAbsent(term, key -> grown(key.name()));
  }
}
