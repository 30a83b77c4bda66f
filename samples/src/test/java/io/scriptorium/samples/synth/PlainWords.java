package io.scriptorium.samples.synth;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words for tests in which it matters little what they say. */
final class PlainWords {
  private PlainWords() {}

  static Words of(Language language, Dice dice) {
    return (Words)
        Proxy.newProxyInstance(
            Words.class.getClassLoader(),
            new Class<?>[] {Words.class},
            (words, method, arguments) ->
                switch (method.getName()) {
                  case "language" -> language;
                  case "addressLines" -> List.of(text(dice, 2), text(dice, 2));
                  case "word" -> text(dice, 1);
                  case "paragraph" -> text(dice, 8 * (int) arguments[0]);
                  default -> text(dice, 3);
                });
  }

  private static String text(Dice dice, int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> dice.pick("paper", "ink", "Größe", "a_b", "x|y", "été", "¿niño?"))
        .collect(Collectors.joining(" "));
  }
}
