package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.KeyValues;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the sections of one form; no label comes twice. */
final class FormSections {
  /** What a section starts with. */
  private enum Heads {
    PLAIN,
    NUMBERED,
    LETTERED,
    BAR
  }

  /**
   * A section, and what is told of it once it is taken.
   *
   * @param list rows of its table under the section's name, may be empty
   */
  record Section(
      Piece piece, String name, Map<String, String> values, List<Map<String, String>> list) {
    void tell(KeyValues to) {
      values.forEach(to::put);
      list.forEach(row -> to.addRow(name, row));
    }
  }

  private final Desk desk;
  private final Dice dice;
  private final Words words;
  private final PageStyle style;
  private final Setter setter;
  private final FormLooks looks;
  private final double gap;
  private final double width;
  private final Heads heads;
  private final boolean inTable;
  private final Set<String> labels = new HashSet<>();

  FormSections(Desk desk, Setter setter, FormLooks looks, double gap, double width) {
    this.desk = desk;
    this.dice = desk.dice();
    this.words = desk.words();
    this.style = desk.style();
    this.setter = setter;
    this.looks = looks;
    this.gap = gap;
    this.width = width;
    this.heads = dice.pick(Heads.values());
    this.inTable = dice.chance(0.15);
    // What the end of the form has told already.
    labels.addAll(desk.values().asMap().keySet());
  }

  Section next(int number) {
    String name = fresh("FORM_SECTION");
    Map<String, String> values = new LinkedHashMap<>();
    List<Map<String, String>> list = new ArrayList<>();
    Stack stack = new Stack().add(head(number, name), 0);
    switch (dice.between(0, 9)) {
      case 0, 1 -> ticks(stack, values);
      case 2 -> table(stack, list);
      case 3 -> {
        comb(stack, values);
        fields(stack, values, 1);
      }
      case 4 -> yesOrNo(stack, values);
      case 5 -> agreements(stack, values);
      default -> fields(stack, values, dice.between(1, 4));
    }
    return new Section(stack, name, values, list);
  }

  /** A label that is not on the page yet; rules give out after a while, then it is lengthened. */
  private String fresh(String rule) {
    for (int attempt = 0; attempt < 20; attempt++) {
      String label = words.grown(rule);
      if (labels.add(label)) {
        return label;
      }
    }
    for (int i = 2; ; i++) {
      String label = words.grown(rule) + " (" + i + ")";
      if (labels.add(label)) {
        return label;
      }
    }
  }

  private Piece head(int number, String name) {
    TextStyle bold = new TextStyle(style.display().bold(), style.size() * 1.1, style.accent());
    String text =
        switch (heads) {
          case NUMBERED -> number + ". " + name;
          case LETTERED -> (char) ('A' + number - 1) + " " + name;
          case PLAIN, BAR -> name;
        };
    if (heads != Heads.BAR) {
      return setter.heading(2, text, bold, Align.LEFT, width);
    }
    double pad = 0.3 * style.size();
    TextStyle white = bold.in(style.paper());
    Piece inner = setter.heading(2, text, white, Align.LEFT, width - 2 * pad);
    return new Shaded(desk.sheet(), inner, width, pad, style.accent());
  }

  private void fields(Stack stack, Map<String, String> values, int rows) {
    if (inTable) {
      fieldTable(stack, values, rows + 1);
      return;
    }
    for (int row = 0; row < rows; row++) {
      List<Answer> answers = new ArrayList<>();
      int count = dice.between(1, width > 40 * style.size() ? 3 : 2);
      int room = 0;
      for (int i = 0; i < count; i++) {
        Answer answer = dice.pick(Answer.values());
        answers.add(answer);
        room += answer.room();
      }
      double share = (width - (count - 1) * looks.gutter()) / room;
      SideBySide sides = new SideBySide();
      double x = 0;
      for (Answer answer : answers) {
        String label = fresh("FORM_" + answer.name());
        String value = dice.chance(0.12) ? "" : answer.value(dice, words);
        double own = answer.room() * share;
        sides.add(new Field(setter, looks, label, value, own), x);
        values.put(label, value);
        x += own + looks.gutter();
      }
      stack.add(sides, gap);
    }
  }

  private void fieldTable(Stack stack, Map<String, String> values, int rows) {
    Ledger.Looks table =
        new Ledger.Looks(
            dice.pick(Rules.GRID, Rules.ROWS, Rules.COLUMNS),
            0.5 * style.size(),
            style.size() * dice.between(0.25, 0.5),
            null,
            style.pale(),
            looks.border());
    double name = width * dice.between(0.3, 0.42);
    Ledger ledger =
        new Ledger(desk.sheet(), table, List.of(Align.LEFT, Align.LEFT), name, width - name);
    for (int i = 0; i < rows; i++) {
      Answer answer = dice.pick(Answer.values());
      String label = fresh("FORM_" + answer.name());
      String value = answer.value(dice, words);
      ledger.pair(looks.label(), label, looks.filled(), value, false);
      values.put(label, value);
    }
    stack.add(ledger, gap);
  }

  private void comb(Stack stack, Map<String, String> values) {
    String label = fresh("FORM_COMB");
    StringBuilder value = new StringBuilder();
    int length = dice.between(4, 10);
    for (int i = 0; i < length; i++) {
      value.append(dice.chance(0.85) ? (char) ('0' + dice.between(0, 9)) : letter());
    }
    int cells = length + (dice.chance(0.4) ? dice.between(0, 3) : 0);
    Comb comb = new Comb(setter, looks, label, value.toString(), cells);
    if (comb.width() <= width) {
      stack.add(comb, gap);
      values.put(label, value.toString());
    }
  }

  /** Without I and O, which look like digits. */
  private char letter() {
    return "ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(dice.between(0, 23));
  }

  private void ticks(Stack stack, Map<String, String> values) {
    String question = fresh("FORM_QUESTION");
    stack.add(setter.lines(List.of(question), style.body(), Align.LEFT, width), gap);
    int columns = dice.between(1, width > 36 * style.size() ? 3 : 2);
    int rows = dice.between(1, 3);
    double step = width / columns;
    for (int row = 0; row < rows; row++) {
      SideBySide sides = new SideBySide();
      for (int column = 0; column < columns; column++) {
        Tick tick = tick(fresh("FORM_OPTION"), dice.chance(0.4), step - style.size());
        sides.add(tick, column * step);
        values.put(tick.text(), Tick.sign(tick.ticked()));
      }
      stack.add(sides, 0.35 * gap);
    }
  }

  private Tick tick(String text, boolean ticked, double room) {
    Tick tick = new Tick(setter, looks, style.body(), text, ticked);
    if (tick.width() > room) {
      throw new NoRoomException("an option needs more than " + room + " points");
    }
    return tick;
  }

  private void yesOrNo(Stack stack, Map<String, String> values) {
    int rows = dice.between(1, 4);
    double at = 0.68 * width;
    double step = 0.16 * width;
    for (int row = 0; row < rows; row++) {
      String question = fresh("FORM_YESNO");
      boolean yes = dice.chance(0.5);
      SideBySide sides = new SideBySide();
      sides.add(setter.lines(List.of(question), style.body(), Align.LEFT, at - style.size()), 0);
      sides.add(tick(words.term(Term.YES), yes, step), at);
      sides.add(tick(words.term(Term.NO), !yes, step), at + step);
      stack.add(sides, 0.5 * gap);
      values.put(question, words.term(yes ? Term.YES : Term.NO));
    }
  }

  private void agreements(Stack stack, Map<String, String> values) {
    int rows = dice.between(1, 4);
    for (int row = 0; row < rows; row++) {
      Tick tick = tick(fresh("FORM_AGREE"), dice.chance(0.7), width);
      stack.add(tick, 0.4 * gap);
      values.put(tick.text(), Tick.sign(tick.ticked()));
    }
  }

  private void table(Stack stack, List<Map<String, String>> list) {
    int columns = dice.between(2, width > 40 * style.size() ? 4 : 3);
    List<Answer> answers = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    List<Align> aligns = new ArrayList<>();
    double[] widths = new double[columns];
    for (int i = 0; i < columns; i++) {
      Answer answer = dice.pick(Answer.values());
      answers.add(answer);
      heads.add(fresh("FORM_" + answer.name()));
      aligns.add(answer == Answer.AMOUNT || answer == Answer.COUNT ? Align.RIGHT : Align.LEFT);
      widths[i] = width / columns;
    }
    Ledger.Looks table =
        new Ledger.Looks(
            dice.pick(Rules.GRID, Rules.GRID, Rules.COLUMNS, Rules.ROWS),
            0.4 * style.size(),
            style.size() * dice.between(0.2, 0.5),
            dice.chance(0.5) ? style.pale() : null,
            style.pale(),
            looks.border());
    Ledger ledger =
        new Ledger(desk.sheet(), table, aligns, widths)
            .head(looks.label().in(style.text().bold()), heads);
    int rows = dice.between(1, 5);
    for (int row = 0; row < rows; row++) {
      Map<String, String> told = new LinkedHashMap<>();
      List<String> entries = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        String value = answers.get(i).value(dice, words);
        entries.add(value);
        told.put(heads.get(i), value);
      }
      ledger.item(looks.filled(), entries);
      list.add(told);
    }
    stack.add(ledger, gap);
  }
}
