package io.scriptorium.samples.synth.words;

import io.scriptorium.samples.synth.Language;
import java.util.Currency;
import java.util.List;

/**
 * Where a document comes from, which decides how things are written there. Patterns are those of
 * {@link Codes} and {@link DateStyle}; in amounts {@code 1} is the number, {@code ¤} the currency's
 * sign and {@code C} its code; {@code @} is the town's name.
 */
enum Region {
  BRITAIN(
      Language.EN,
      "GBP",
      List.of(new NumberStyle(",", ".")),
      List.of("¤1", "¤1", "C 1"),
      List.of("D MMMM YYYY", "DD/MM/YYYY", "D MMM YYYY", "DD.MM.YY", "YYYY-MM-DD", "DD-MMM-YYYY"),
      List.of("01632 960###", "+44 1632 960 ###", "020 7946 0###", "(0161) 496 0###"),
      List.of("@ ^^# #^^", "@, ^^## #^^", "@\n^## #^^"),
      List.of("GB ### #### ##", "GB#########"),
      List.of(20.0, 5.0, 0.0),
      "GB",
      "^^^^##############"),
  AMERICA(
      Language.EN,
      "USD",
      List.of(new NumberStyle(",", ".")),
      List.of("¤1", "¤1", "¤ 1", "C 1"),
      List.of("MMMM D, YYYY", "MM/DD/YYYY", "MMM D, YYYY", "M/D/YY", "YYYY-MM-DD"),
      List.of("(###) 555-01##", "###-555-01##", "+1 ### 555 01##", "1.###.555.01##"),
      List.of("@, ^^ #####", "@ ^^ #####-####", "@, ^^\n#####"),
      List.of("##-#######", "EIN ##-#######"),
      List.of(8.25, 6.0, 7.5),
      "GB",
      "^^^^##############"),
  IRELAND(
      Language.EN,
      "EUR",
      List.of(new NumberStyle(",", ".")),
      List.of("¤1", "¤1", "C 1", "1 ¤"),
      List.of("D MMMM YYYY", "DD/MM/YYYY", "DD.MM.YYYY", "D MMM YY"),
      List.of("(01) 555 0###", "+353 1 555 0###", "020 91# 0###"),
      List.of("@, ^## ^^##", "@\n^## ^##^", "Co. @"),
      List.of("IE #######^^", "IE#######^"),
      List.of(23.0, 13.5, 9.0),
      "IE",
      "^^^^##############"),
  GERMANY(
      Language.DE,
      "EUR",
      List.of(new NumberStyle(".", ","), new NumberStyle("", ",")),
      List.of("1 ¤", "1 ¤", "1 C", "¤ 1", "C 1"),
      List.of("DD.MM.YYYY", "D. MMMM YYYY", "D.M.YYYY", "DD.MM.YY", "D. MMM YYYY", "YYYY-MM-DD"),
      List.of("0## ####-###", "+49 (0)### ######", "0#### / ######", "0###/### ##-##"),
      List.of("##### @", "D-##### @", "##### @"),
      List.of("DE#########", "DE ### ### ###", "##/###/#####"),
      List.of(19.0, 7.0, 0.0),
      "DE",
      "##################"),
  AUSTRIA(
      Language.DE,
      "EUR",
      List.of(new NumberStyle(".", ","), new NumberStyle(" ", ",")),
      List.of("¤ 1", "1 ¤", "C 1"),
      List.of("DD.MM.YYYY", "D. MMMM YYYY", "D. M. YYYY", "D. MMM YYYY"),
      List.of("+43 #### ### ##", "0#### ####-##", "01 / ### ## ##"),
      List.of("#### @", "A-#### @"),
      List.of("ATU########", "UID: ATU########"),
      List.of(20.0, 10.0, 13.0),
      "AT",
      "################"),
  SWITZERLAND(
      Language.DE,
      "CHF",
      List.of(new NumberStyle("’", "."), new NumberStyle("'", "."), new NumberStyle(" ", ".")),
      List.of("C 1", "1 C", "Fr. 1"),
      List.of("D. MMMM YYYY", "DD.MM.YYYY", "D.M.YY"),
      List.of("0## ### ## ##", "+41 ## ### ## ##"),
      List.of("#### @", "CH-#### @"),
      List.of("CHE-###.###.### MWST", "CHE-###.###.###"),
      List.of(8.1, 2.6, 3.8),
      "CH",
      "#################"),
  FRANCE(
      Language.FR,
      "EUR",
      List.of(new NumberStyle(" ", ","), new NumberStyle(" ", ","), new NumberStyle(".", ",")),
      List.of("1 ¤", "1 ¤", "1 C", "1¤"),
      List.of("DD/MM/YYYY", "D MMMM YYYY", "DD.MM.YYYY", "D MMM YYYY", "DD-MM-YY"),
      List.of("0# ## ## ## ##", "+33 # ## ## ## ##", "0#.##.##.##.##"),
      List.of("##### @", "F-##### @", "##### @ CEDEX #"),
      List.of("FR## ### ### ###", "FR ## #########", "SIRET ### ### ### #####"),
      List.of(20.0, 5.5, 10.0),
      "FR",
      "#######################"),
  BELGIUM(
      Language.FR,
      "EUR",
      List.of(new NumberStyle(" ", ","), new NumberStyle(".", ",")),
      List.of("1 ¤", "¤ 1", "C 1"),
      List.of("DD/MM/YYYY", "D MMMM YYYY", "DD.MM.YY"),
      List.of("0# ### ## ##", "+32 # ### ## ##", "0##/## ## ##"),
      List.of("#### @", "B-#### @"),
      List.of("BE 0###.###.###", "BE0#########"),
      List.of(21.0, 6.0, 12.0),
      "BE",
      "############"),
  ROMANDY(
      Language.FR,
      "CHF",
      List.of(new NumberStyle("’", "."), new NumberStyle(" ", ".")),
      List.of("C 1", "1 C", "Fr. 1"),
      List.of("D MMMM YYYY", "DD.MM.YYYY", "D.M.YYYY"),
      List.of("0## ### ## ##", "+41 ## ### ## ##"),
      List.of("#### @", "CH-#### @"),
      List.of("CHE-###.###.### TVA", "CHE-###.###.###"),
      List.of(8.1, 2.6, 3.8),
      "CH",
      "#################"),
  QUEBEC(
      Language.FR,
      "CAD",
      List.of(new NumberStyle(" ", ",")),
      List.of("1 ¤", "1 ¤", "1 C"),
      List.of("D MMMM YYYY", "YYYY-MM-DD", "DD/MM/YYYY"),
      List.of("### 555-01##", "(###) 555-01##", "1 ### 555-01##"),
      List.of("@ (Québec) ^#^ #^#", "@ QC ^#^ #^#"),
      List.of("TPS ######### RT0001", "TVQ ##########"),
      List.of(14.975, 5.0, 9.975),
      "FR",
      "#######################"),
  SPAIN(
      Language.ES,
      "EUR",
      List.of(new NumberStyle(".", ","), new NumberStyle(".", ","), new NumberStyle(" ", ",")),
      List.of("1 ¤", "1 ¤", "1 C", "1¤"),
      List.of("DD/MM/YYYY", "D de MMMM de YYYY", "DD-MM-YYYY", "D/M/YY", "D MMM YYYY"),
      List.of("9## ### ###", "+34 9## ## ## ##", "9#.###.##.##"),
      List.of("##### @", "##### @", "E-##### @"),
      List.of("^########", "^-########", "########^"),
      List.of(21.0, 10.0, 4.0),
      "ES",
      "####################"),
  MEXICO(
      Language.ES,
      "MXN",
      List.of(new NumberStyle(",", ".")),
      List.of("¤1", "¤ 1", "¤1 C"),
      List.of("D de MMMM de YYYY", "DD/MM/YYYY", "D/MMM/YYYY", "DD-MM-YY"),
      List.of("(##) #### ####", "+52 ## #### ####", "01 ### ### ####"),
      List.of("C.P. #####, @", "##### @", "@ C.P. #####"),
      List.of("^^^######^##", "R.F.C. ^^^######^##"),
      List.of(16.0, 8.0, 0.0),
      "ES",
      "####################"),
  ARGENTINA(
      Language.ES,
      "ARS",
      List.of(new NumberStyle(".", ",")),
      List.of("¤ 1", "¤1", "C 1"),
      List.of("DD/MM/YYYY", "D de MMMM de YYYY", "DD-MM-YYYY"),
      List.of("011 ####-####", "+54 11 ####-####", "(0###) 4##-####"),
      List.of("(####) @", "^####^^^ @", "C.P. #### - @"),
      List.of("##-########-#", "CUIT ##-########-#"),
      List.of(21.0, 10.5, 27.0),
      "ES",
      "####################");

  private final Language language;
  private final Currency currency;
  private final List<NumberStyle> numbers;
  private final List<String> amounts;
  private final List<String> dates;
  private final List<String> phones;
  private final List<String> towns;
  private final List<String> vatNumbers;
  private final List<Double> taxRates;
  private final String ibanCountry;
  private final String account;

  Region(
      Language language,
      String currency,
      List<NumberStyle> numbers,
      List<String> amounts,
      List<String> dates,
      List<String> phones,
      List<String> towns,
      List<String> vatNumbers,
      List<Double> taxRates,
      String ibanCountry,
      String account) {
    this.language = language;
    this.currency = Currency.getInstance(currency);
    this.numbers = numbers;
    this.amounts = amounts;
    this.dates = dates;
    this.phones = phones;
    this.towns = towns;
    this.vatNumbers = vatNumbers;
    this.taxRates = taxRates;
    this.ibanCountry = ibanCountry;
    this.account = account;
  }

  static List<Region> of(Language language) {
    return List.of(values()).stream().filter(region -> region.language == language).toList();
  }

  Currency currency() {
    return currency;
  }

  List<NumberStyle> numbers() {
    return numbers;
  }

  List<String> amounts() {
    return amounts;
  }

  List<String> dates() {
    return dates;
  }

  List<String> phones() {
    return phones;
  }

  List<String> towns() {
    return towns;
  }

  List<String> vatNumbers() {
    return vatNumbers;
  }

  /** In percent, the usual one first. */
  List<Double> taxRates() {
    return taxRates;
  }

  String ibanCountry() {
    return ibanCountry;
  }

  String account() {
    return account;
  }
}
