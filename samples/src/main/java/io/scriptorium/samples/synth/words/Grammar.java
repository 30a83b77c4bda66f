package io.scriptorium.samples.synth.words;

import io.scriptorium.samples.synth.Dice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The rules of one language, from which texts grow. Safe for use by several threads.
 *
 * <p>A rule whose name begins with an at sign is not the grammar's; the caller supplies its text.
 */
final class Grammar {
  private final Map<String, Rule> rules;
  private final List<Replacement> replacements;

  Grammar(Map<String, Rule> rules, List<Replacement> replacements) {
    this.rules = Map.copyOf(rules);
    this.replacements = List.copyOf(replacements);
    rules.forEach(this::check);
  }

  /** A text that follows the rule, spelled as its words meet. */
  String grow(String rule, Dice dice, Function<String, String> supplied) {
    String text = new Growth(dice, supplied).of(rule, 0);
    for (Replacement replacement : replacements) {
      text = replacement.applyTo(text);
    }
    return text;
  }

  /** A list of words, each in all its forms. */
  List<List<String>> words(String name) {
    if (rule(name) instanceof Rule.Lexicon lexicon) {
      return lexicon.words();
    }
    throw new IllegalArgumentException(name + " is not a list of words");
  }

  private Rule rule(String name) {
    Rule rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("there is no rule " + name);
    }
    return rule;
  }

  private void check(String name, Rule rule) {
    if (rule instanceof Rule.Templates templates) {
      templates.alternatives().things().forEach(parts -> check(name, parts));
    }
  }

  private void check(String name, List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Part.Optional optional) {
        check(name, optional.parts());
      } else if (part instanceof Part.Reference reference && !reference.isSupplied()) {
        check(name, reference);
      }
    }
  }

  private void check(String name, Part.Reference reference) {
    int forms =
        rule(reference.rule()) instanceof Rule.Lexicon lexicon
            ? lexicon.words().stream().mapToInt(List::size).min().orElseThrow()
            : 1;
    if (reference.form() >= forms) {
      throw new IllegalArgumentException(
          "rule "
              + name
              + " wants form "
              + reference.form()
              + " of "
              + reference.rule()
              + ", which has "
              + forms);
    }
  }

  /** One text as it grows. */
  private final class Growth {
    private final Dice dice;
    private final Function<String, String> supplied;

    Growth(Dice dice, Function<String, String> supplied) {
      this.dice = dice;
      this.supplied = supplied;
    }

    String of(String name, int form) {
      Rule rule = rule(name);
      if (rule instanceof Rule.Lexicon lexicon) {
        return dice.pick(lexicon.words()).get(form);
      }
      StringBuilder text = new StringBuilder();
      append(((Rule.Templates) rule).alternatives().pick(dice), text);
      return text.toString();
    }

    private void append(List<Part> parts, StringBuilder text) {
      for (Part part : parts) {
        if (part instanceof Part.Literal literal) {
          text.append(literal.text());
        } else if (part instanceof Part.Choice choice) {
          text.append(dice.pick(choice.texts()));
        } else if (part instanceof Part.Optional optional) {
          if (dice.chance(0.5)) {
            append(optional.parts(), text);
          }
        } else if (part instanceof Part.Reference reference) {
          String grown =
              reference.isSupplied()
                  ? supplied.apply(reference.rule().substring(1))
                  : of(reference.rule(), reference.form());
          text.append(lettered(grown, reference.letters()));
        }
      }
    }
  }

  private static String lettered(String text, Part.Letters letters) {
    if (text.isEmpty() || letters == Part.Letters.KEPT) {
      return text;
    }
    String first = text.substring(0, 1);
    return (letters == Part.Letters.CAPITAL
            ? first.toUpperCase(Locale.ROOT)
            : first.toLowerCase(Locale.ROOT))
        + text.substring(1);
  }
}
