package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.synth.Dice;
import java.util.ArrayList;
import java.util.List;

/** Makes up expressions: what may stand on one side of an equation. */
final class Expressions {
  private static final List<String> FUNCTIONS =
      List.of("sin", "cos", "tan", "log", "ln", "exp", "sinh", "cosh", "tanh", "arctan", "det");

  /** Low letters, and without dots of their own. */
  private static final String UNDER_ACCENTS = "acemnpqrsuvwxyzABCEFGHKPRSTUVXYZ";

  private final Dice dice;

  Expressions(Dice dice) {
    this.dice = dice;
  }

  /**
   * @param depth how many parts may stand inside each other
   */
  Term expression(int depth) {
    if (depth <= 0) {
      return atom();
    }
    return switch (dice.between(0, 5)) {
      case 0, 1 -> sum(depth);
      case 2 -> product(depth);
      case 3 -> Row.of(factor(depth), operator(), factor(depth - 1));
      default -> factor(depth);
    };
  }

  /** A sum of two to four products. */
  Term sum(int depth) {
    List<Term> terms = new ArrayList<>();
    if (dice.chance(0.12)) {
      terms.add(Signs.MINUS);
    }
    int summands = dice.between(2, depth > 1 ? 3 : 4);
    for (int i = 0; i < summands; i++) {
      if (i > 0) {
        terms.add(dice.chance(0.6) ? Signs.PLUS : Signs.MINUS);
      }
      terms.add(summand(depth - 1));
    }
    return new Row(terms);
  }

  private Term summand(int depth) {
    double chance = dice.fraction();
    if (chance < 0.15) {
      return number();
    }
    return chance < 0.6 ? product(depth) : factor(depth);
  }

  Term product(int depth) {
    List<Term> factors = new ArrayList<>();
    if (dice.chance(0.4)) {
      factors.add(Text.number(dice.between(2, 99)));
    }
    int count = dice.between(factors.isEmpty() ? 2 : 1, 3);
    for (int i = 0; i < count; i++) {
      factors.add(i == 0 && dice.chance(0.5) ? factor(depth - 1) : indexed());
    }
    return new Row(factors);
  }

  /** Something that can be multiplied without brackets. It never starts with a digit. */
  Term factor(int depth) {
    if (depth <= 0) {
      return indexed();
    }
    return switch (dice.between(0, 11)) {
      case 0, 1, 2 -> new Fraction(side(depth), side(depth));
      case 3 -> new Root(dice.chance(0.2) ? Text.number(dice.between(3, 9)) : null, side(depth));
      case 4, 5 -> power(depth);
      case 6 -> call(depth);
      case 7 -> Scripts.sup(Fence.round(sum(depth - 1)), exponent());
      case 8 -> Fence.round(sum(depth - 1));
      case 9 -> accented();
      case 10 -> Row.of(function(), dice.chance(0.5) ? indexed() : Fence.round(sum(depth - 1)));
      default -> indexed();
    };
  }

  /** What stands over or under a line, or under a root. */
  private Term side(int depth) {
    return switch (dice.between(0, 3)) {
      case 0 -> atom();
      case 1 -> product(depth - 1);
      case 2 -> sum(depth - 1);
      default -> factor(depth - 1);
    };
  }

  private Term power(int depth) {
    Term base = dice.chance(0.2) ? Sign.variable('e') : letter();
    return Scripts.sup(base, depth > 1 && dice.chance(0.4) ? longExponent() : exponent());
  }

  private Term exponent() {
    return switch (dice.between(0, 4)) {
      case 0, 1 -> digit(2, 9);
      case 2 -> Sign.variable(pick("nkmp"));
      case 3 -> Row.of(Signs.MINUS, digit(1, 9));
      default -> Row.of(Sign.variable(pick("nkm")), sign(), digit(1, 9));
    };
  }

  private Term longExponent() {
    List<Term> terms = new ArrayList<>();
    if (dice.chance(0.6)) {
      terms.add(Signs.MINUS);
    }
    if (dice.chance(0.5)) {
      terms.add(digit(2, 9));
    }
    terms.add(greek());
    terms.add(dice.chance(0.3) ? Scripts.sup(latin(), digit(2, 4)) : latin());
    return new Row(terms);
  }

  /** For example {@code f(x, y)}. */
  Term call(int depth) {
    Term name = Sign.variable(pick("fghFGHuvP"));
    if (dice.chance(0.15)) {
      name = Row.of(name, Signs.PRIME);
    } else if (dice.chance(0.15)) {
      name = Scripts.sub(name, index());
    }
    List<Term> arguments = new ArrayList<>();
    int count = dice.between(1, depth > 1 ? 2 : 3);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        arguments.add(Signs.COMMA);
      }
      arguments.add(dice.chance(0.7) ? indexed() : Row.of(latin(), sign(), digit(1, 9)));
    }
    return Row.of(name, Fence.round(new Row(arguments)));
  }

  Term accented() {
    Accent.Kind kind = dice.pick(Accent.Kind.values());
    Sign plain = Sign.variable(pick(UNDER_ACCENTS));
    if (kind == Accent.Kind.OVERLINE) {
      // Over one letter it could not be told from a bar.
      return new Accent(kind, Row.of(plain, Sign.variable(pick(UNDER_ACCENTS))));
    }
    Term accented = new Accent(kind, plain);
    return dice.chance(0.3) ? Scripts.sub(accented, index()) : accented;
  }

  Term function() {
    Term name = Text.function(dice.pick(FUNCTIONS));
    return dice.chance(0.2) ? Scripts.sup(name, digit(2, 3)) : name;
  }

  /** A letter or a number. */
  Term atom() {
    return dice.chance(0.25) ? number() : indexed();
  }

  Term number() {
    if (dice.chance(0.2)) {
      return Text.number(dice.between(0, 99) + "." + dice.between(1, 999));
    }
    return Text.number(dice.chance(0.7) ? dice.between(1, 12) : dice.between(13, 9999));
  }

  /** A letter, sometimes with an index. */
  Term indexed() {
    Term letter = letter();
    double chance = dice.fraction();
    if (chance < 0.2) {
      return Scripts.sub(letter, index());
    }
    if (chance < 0.3) {
      return Scripts.sup(letter, digit(2, 4));
    }
    if (chance < 0.35) {
      return new Scripts(letter, index(), digit(2, 4));
    }
    return letter;
  }

  Term index() {
    return switch (dice.between(0, 5)) {
      case 0, 1 -> digit(0, 9);
      case 2, 3 -> Sign.variable(pick(Letters.INDICES));
      case 4 -> Row.of(Sign.variable(pick("ijkn")), sign(), digit(1, 2));
      default -> Row.of(Sign.variable(pick("ij")), Sign.variable(pick("kmn")));
    };
  }

  Sign letter() {
    return dice.chance(0.25) ? greek() : latin();
  }

  Sign latin() {
    return Sign.variable(pick(dice.chance(0.8) ? Letters.LATIN : Letters.CAPITALS));
  }

  Sign greek() {
    return dice.pick(dice.chance(0.85) ? Letters.greek() : Letters.greekCapitals());
  }

  Term digit(int low, int high) {
    int value = dice.between(low, high);
    return Sign.upright(String.valueOf(value), (char) ('0' + value), Spacing.ORDINARY);
  }

  Sign sign() {
    return dice.chance(0.6) ? Signs.PLUS : Signs.MINUS;
  }

  private Sign operator() {
    return dice.pick(
        Signs.PLUS, Signs.MINUS, Signs.CROSS, Signs.DOT, Signs.PLUS_MINUS, Signs.DIVIDED);
  }

  char pick(String from) {
    return from.charAt(dice.between(0, from.length() - 1));
  }
}
