package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.synth.Dice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes up whole formulas, such as are set on a line of their own. */
final class Statements {
  private static final List<Sign> RELATIONS =
      List.of(
          Signs.EQUALS,
          Signs.LESS,
          Signs.GREATER,
          Signs.AT_MOST,
          Signs.AT_LEAST,
          Signs.NOT_EQUAL,
          Signs.ALMOST,
          Signs.IDENTICAL);

  private final Dice dice;
  private final Expressions expressions;
  private final String condition;
  private final String otherwise;

  /**
   * @param condition the word "if"
   * @param otherwise the word "otherwise"
   */
  Statements(Dice dice, String condition, String otherwise) {
    this.dice = dice;
    this.expressions = new Expressions(dice);
    this.condition = condition;
    this.otherwise = otherwise;
  }

  /**
   * @param depth how many parts may stand inside each other
   */
  Term statement(int depth) {
    return switch (dice.between(0, 18)) {
      case 0, 1, 2 -> relation(expressions.expression(1), expressions.expression(depth));
      case 3 -> relation(expressions.expression(depth), expressions.expression(depth - 1));
      case 4 -> chain(depth);
      case 5, 6 -> relation(left(), sumOver(depth));
      case 7, 8 -> relation(left(), integral(depth));
      case 9 -> limit(depth);
      case 10 -> derivative(depth);
      case 11, 12 -> matrices();
      case 13 -> cases(depth);
      case 14 -> aligned(depth);
      case 15 -> probability();
      case 16 -> series();
      case 17 -> binomial();
      default -> relation(expressions.call(depth), expressions.sum(depth));
    };
  }

  private Term relation(Term left, Term right) {
    Sign relation = dice.chance(0.7) ? Signs.EQUALS : dice.pick(RELATIONS);
    return Row.of(left, relation, right);
  }

  private Term chain(int depth) {
    List<Term> terms = new ArrayList<>();
    terms.add(expressions.atom());
    int links = dice.between(2, 3);
    for (int i = 0; i < links; i++) {
      terms.add(dice.pick(RELATIONS));
      terms.add(expressions.expression(depth - 1));
    }
    return new Row(terms);
  }

  /** What is being defined. */
  private Term left() {
    return switch (dice.between(0, 3)) {
      case 0 -> expressions.call(1);
      case 1 -> expressions.accented();
      default -> expressions.indexed();
    };
  }

  private Term sumOver(int depth) {
    Sign index = Sign.variable(expressions.pick("ijkmn"));
    Term from = dice.chance(0.85) ? Row.of(index, Signs.EQUALS, expressions.digit(0, 2)) : index;
    Term to = from == index ? null : upper();
    Term over = dice.chance(0.75) ? Limits.sum(from, to) : Limits.product(from, to);
    Term first = Scripts.sub(expressions.letter(), index);
    List<Term> terms = new ArrayList<>();
    if (dice.chance(0.35)) {
      terms.add(new Fraction(expressions.digit(1, 9), expressions.atom()));
    }
    terms.add(over);
    terms.add(dice.chance(0.5) ? first : Row.of(first, expressions.factor(depth - 1)));
    if (dice.chance(0.25)) {
      terms.add(expressions.sign());
      terms.add(expressions.atom());
    }
    return new Row(terms);
  }

  private @Nullable Term upper() {
    return switch (dice.between(0, 4)) {
      case 0 -> Signs.INFINITY;
      case 1 -> Row.of(Sign.variable('n'), Signs.MINUS, expressions.digit(1, 2));
      case 2 -> Sign.variable('N');
      case 3 -> Text.number(dice.between(3, 100));
      default -> Sign.variable('n');
    };
  }

  private Term integral(int depth) {
    boolean bounded = dice.chance(0.75);
    Term lower =
        bounded ? dice.pick(expressions.digit(0, 1), expressions.latin(), minusInfinity()) : null;
    Term upper =
        bounded ? dice.pick(expressions.digit(2, 9), Signs.INFINITY, expressions.greek()) : null;
    Sign variable = Sign.variable(expressions.pick("xyts"));
    Term integrand =
        switch (dice.between(0, 3)) {
          case 0 -> expressions.call(1);
          case 1 ->
              Row.of(
                  Scripts.sup(Sign.variable('e'), Row.of(Signs.MINUS, variable)),
                  expressions.indexed());
          case 2 -> new Fraction(expressions.expression(depth - 2), expressions.sum(depth - 2));
          default -> Row.of(expressions.function(), variable);
        };
    return Row.of(Limits.integral(lower, upper), integrand, differential(variable));
  }

  private static Term minusInfinity() {
    return Row.of(Signs.MINUS, Signs.INFINITY);
  }

  private static Term differential(Sign variable) {
    return new Differential(variable);
  }

  private Term limit(int depth) {
    Sign variable = Sign.variable(expressions.pick("xnth"));
    Term target = dice.pick(expressions.digit(0, 1), Signs.INFINITY, expressions.latin());
    Term limit = Limits.named(dice.chance(0.8) ? "lim" : "max", Row.of(variable, Signs.TO, target));
    if (limit instanceof Limits operator && operator.sign().equals("max")) {
      limit = Limits.named(dice.pick("max", "min"), Row.of(variable, Signs.AT_LEAST, target));
    }
    return Row.of(limit, expressions.factor(depth), Signs.EQUALS, expressions.atom());
  }

  private Term derivative(int depth) {
    boolean partial = dice.chance(0.5);
    Term d = partial ? Signs.PARTIAL : Sign.variable('d');
    Sign of = Sign.variable(expressions.pick("uvfyx"));
    Sign by = Sign.variable(expressions.pick("tszr"));
    Term first =
        dice.chance(0.6)
            ? new Fraction(Row.of(d, of), Row.of(d, by))
            : new Fraction(
                Row.of(Scripts.sup(d, Text.number(2)), of),
                Row.of(d, Scripts.sup(by, Text.number(2))));
    return Row.of(first, Signs.EQUALS, expressions.expression(depth - 1));
  }

  private Term matrices() {
    int rows = dice.between(2, 4);
    Array.Kind kind = dice.pick(Array.Kind.ROUND, Array.Kind.SQUARE, Array.Kind.DETERMINANT);
    int columns = kind == Array.Kind.DETERMINANT ? rows : dice.between(1, 4);
    Term matrix = matrix(kind, rows, columns);
    Term name = Sign.variable(expressions.pick("ABCMRT"));
    if (kind == Array.Kind.DETERMINANT) {
      return Row.of(matrix, Signs.EQUALS, expressions.expression(1));
    }
    if (dice.chance(0.4)) {
      return Row.of(name, matrix(kind, columns, 1), Signs.EQUALS, matrix(kind, rows, 1));
    }
    return dice.chance(0.3)
        ? Row.of(matrix, matrix(kind, columns, 1), Signs.EQUALS, matrix(kind, rows, 1))
        : Row.of(name, Signs.EQUALS, matrix);
  }

  private Term matrix(Array.Kind kind, int rows, int columns) {
    boolean numbers = dice.chance(0.5);
    List<List<Term>> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Term> line = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        line.add(numbers ? entry() : expressions.indexed());
      }
      cells.add(line);
    }
    return new Array(kind, cells);
  }

  private Term entry() {
    Term number = Text.number(dice.between(0, 30));
    return dice.chance(0.25) ? Row.of(Signs.MINUS, number) : number;
  }

  private Term cases(int depth) {
    List<List<Term>> rows = new ArrayList<>();
    int count = dice.between(2, 3);
    for (int i = 0; i + 1 < count; i++) {
      Term holds =
          Row.of(
              Text.words(condition + " "),
              expressions.latin(),
              dice.pick(RELATIONS),
              expressions.atom());
      rows.add(List.of(expressions.expression(depth - 2), holds));
    }
    rows.add(List.of(expressions.atom(), Text.words(otherwise)));
    return Row.of(expressions.call(1), Signs.EQUALS, new Array(Array.Kind.CASES, rows));
  }

  private Term aligned(int depth) {
    List<List<Term>> rows = new ArrayList<>();
    int count = dice.between(2, 4);
    for (int i = 0; i < count; i++) {
      Term right = Row.of(Signs.EQUALS, expressions.expression(depth - 1));
      rows.add(List.of(expressions.expression(1), right));
    }
    return new Array(Array.Kind.ALIGNED, rows);
  }

  private Term probability() {
    Sign a = Sign.variable(expressions.pick("ABX"));
    Sign b = Sign.variable(expressions.pick("CDY"));
    Term p = Sign.variable('P');
    Term given = Row.of(p, Fence.round(Row.of(a, Signs.MID, b)));
    Term turned = Row.of(p, Fence.round(Row.of(b, Signs.MID, a)));
    Term joint = Row.of(p, Fence.round(Row.of(a, Signs.CAP, b)));
    Term alone = Row.of(p, Fence.round(b));
    return dice.chance(0.5)
        ? Row.of(given, Signs.EQUALS, new Fraction(joint, alone))
        : Row.of(given, Signs.EQUALS, new Fraction(Row.of(turned, p, Fence.round(a)), alone));
  }

  private Term series() {
    Sign letter = expressions.letter();
    Term first = Scripts.sub(letter, Text.number(1));
    Term second = Scripts.sub(letter, Text.number(2));
    Term last = Scripts.sub(letter, Sign.variable('n'));
    if (dice.chance(0.5)) {
      Term list = Row.of(first, Signs.COMMA, second, Signs.COMMA, Signs.DOTS, Signs.COMMA, last);
      return Row.of(expressions.latin(), Signs.EQUALS, Fence.round(list));
    }
    Term sum = Row.of(first, Signs.PLUS, second, Signs.PLUS, Signs.CENTRED_DOTS, Signs.PLUS, last);
    return relation(expressions.indexed(), sum);
  }

  private Term binomial() {
    Sign n = Sign.variable(expressions.pick("nmN"));
    Sign k = Sign.variable(expressions.pick("kjr"));
    Term under =
        Row.of(k, Signs.FACTORIAL, Fence.round(Row.of(n, Signs.MINUS, k)), Signs.FACTORIAL);
    return Row.of(
        new Binomial(n, k), Signs.EQUALS, new Fraction(Row.of(n, Signs.FACTORIAL), under));
  }
}
