package io.scriptorium.samples.synth.words;

import io.scriptorium.samples.synth.Dice;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Addresses of the net, made of names; all hosts end in {@code .example}. */
final class WebNames {
  private static final List<String> PATHS =
      List.of(
          "", "", "/", "/shop", "/en/news", "/~%", "/%_%", "/%-%/#", "/%?id=#", "/%.html", "/#");

  private WebNames() {}

  static String email(String person, String company, Dice dice) {
    List<String> names = List.of(slug(person, " ").split(" "));
    String first = names.get(0);
    String last = names.get(names.size() - 1);
    String box =
        dice.pick(
            first + "." + last,
            first.charAt(0) + "." + last,
            first + "_" + last,
            first + dice.between(1, 99),
            last,
            "info",
            last + "-" + first,
            last + "+" + dice.between(2, 9));
    return box + "@" + host(company, dice);
  }

  static String website(String company, String word, Dice dice) {
    String path =
        dice.pick(PATHS)
            .replace("%", slug(word, "-"))
            .replace("#", String.valueOf(dice.between(1, 9999)));
    String before = dice.pick("www.", "www.", "https://", "https://www.", "http://", "");
    return before + host(company, dice) + path;
  }

  private static String host(String company, Dice dice) {
    String[] words = slug(company, " ").split(" ");
    String host = words[0];
    if (words.length > 1 && dice.chance(0.5)) {
      host += dice.pick("-", "", "-") + words[1];
    }
    return host + dice.pick(".example", ".example", ".co.example", ".net.example");
  }

  /** The letters and digits of a text, without accents; whatever lies between becomes one mark. */
  static String slug(String text, String between) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("œ", "oe");
    return Normalizer.normalize(plain, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", " ")
        .strip()
        .replace(" ", between);
  }
}
