package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.util.ArrayList;
import java.util.List;

/** Lays out one form: a head, sections as long as there is room, a signature and a foot. */
final class FormPage {
  private static final int MOST_SECTIONS = 10;

  private final Desk desk;
  private final Dice dice;
  private final Words words;
  private final PageStyle style;
  private final Setter setter;
  private final Frame area;
  private final double gap;
  private final FormLooks looks;

  FormPage(Desk desk) {
    this.desk = desk;
    this.dice = desk.dice();
    this.words = desk.words();
    this.style = desk.style();
    this.setter = new Setter(desk.sheet(), Math.min(1.4, style.leading() / style.size()));
    this.area = style.typeArea();
    this.gap = style.size() * dice.between(0.6, 1.3);
    this.looks = FormLooks.choose(style, dice);
  }

  void draw() {
    double width = area.width();
    Piece foot = foot();
    Stack end = end();
    double bottom = area.bottom() - foot.height() - gap;
    Stack page = new Stack().add(head(), 0);
    FormSections sections = new FormSections(desk, setter, looks, gap, width);
    int wanted = Math.max(dice.between(1, MOST_SECTIONS), dice.between(1, MOST_SECTIONS));
    int drawn = 0;
    for (int i = 0; i < wanted; i++) {
      FormSections.Section section = sections.next(drawn + 1);
      double height = page.height() + 1.6 * gap + section.piece().height();
      if (height + 1.6 * gap + end.height() <= bottom - area.top()) {
        page.add(section.piece(), 1.6 * gap);
        section.tell(desk.values());
        drawn++;
      }
    }
    if (drawn == 0) {
      throw new NoRoomException("the page has no room for a section");
    }
    if (!end.isEmpty()) {
      page.add(end, 1.6 * gap);
    }
    page.draw(area.left(), area.top());
    foot.draw(area.left(), area.bottom() - foot.height());
  }

  private Piece head() {
    double width = area.width();
    boolean bar = dice.chance(0.35);
    double pad = bar ? style.size() : 0;
    double inner = width - 2 * pad;
    TextStyle house = bar ? style.small().in(style.paper()) : style.small();
    String title = words.grown("FORM_TITLE");
    TextStyle large = style.heading(1).sized(style.size() * dice.between(1.3, 1.9));
    large = bar ? large.in(style.paper()) : large;
    double fit = Math.min(1, inner / large.width(title));
    large = large.sized(Math.max(style.size(), large.size() * fit));
    Align align = dice.chance(0.7) ? Align.LEFT : Align.CENTRE;
    Stack stack = new Stack();
    String code = dice.chance(0.6) ? words.code() : "";
    Piece name = setter.lines(List.of(words.company()), house, Align.LEFT, inner * 0.7);
    stack.add(
        code.isEmpty()
            ? name
            : new SideBySide()
                .add(name, 0)
                .add(setter.lines(List.of(code), house, Align.RIGHT, inner * 0.28), inner * 0.72),
        0);
    stack.add(setter.heading(1, title, large, align, inner), 0.3 * style.size());
    Piece whole = bar ? new Shaded(desk.sheet(), stack, width, pad, style.accent()) : stack;
    Stack head = new Stack().add(whole, 0);
    if (dice.chance(0.5)) {
      String text = words.paragraph(dice.between(1, 2));
      head.add(setter.flowing(text, style.body(), style.align(), width), gap);
    }
    return head;
  }

  /** Where the form is signed, and what the office fills in. */
  private Stack end() {
    double width = area.width();
    double half = (width - looks.gutter()) / 2;
    Stack stack = new Stack();
    if (dice.chance(0.75)) {
      String when = words.city() + ", " + Answer.DATE.value(dice, words);
      String label = words.term(Term.PLACE_AND_DATE);
      Piece place = new Field(setter, looks, label, when, half);
      desk.values().put(label, when);
      Piece sign = new Signature(setter, looks, words.term(Term.SIGNATURE), half, dice);
      stack.add(new SideBySide().addLow(place, 0).addLow(sign, half + looks.gutter()), 0);
    }
    if (dice.chance(0.3)) {
      double pad = 0.8 * style.size();
      double inner = width - 2 * pad;
      double third = (inner - 2 * looks.gutter()) / 3;
      TextStyle bold = style.small().in(style.text().bold());
      SideBySide fields = new SideBySide();
      List<String> used = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Answer answer = dice.pick(Answer.CODE, Answer.DATE, Answer.COUNT, Answer.AMOUNT);
        String label = answer.label(words);
        String value = dice.chance(0.5) ? "" : answer.value(dice, words);
        if (used.contains(label) || desk.values().asMap().containsKey(label)) {
          continue;
        }
        used.add(label);
        fields.add(new Field(setter, looks, label, value, third), i * (third + looks.gutter()));
        desk.values().put(label, value);
      }
      Stack office =
          new Stack()
              .add(setter.heading(2, words.term(Term.OFFICE_USE), bold, Align.LEFT, inner), 0);
      if (!used.isEmpty()) {
        office.add(fields, 0.5 * style.size());
      }
      stack.add(new Shaded(desk.sheet(), office, width, pad, style.pale()), gap);
    }
    return stack;
  }

  private Piece foot() {
    Stack stack = new Stack();
    if (dice.chance(0.6)) {
      String page = words.term(Term.PAGE).replace("{1}", "1").replace("{2}", "2");
      Align align = dice.pick(Align.LEFT, Align.CENTRE, Align.RIGHT);
      stack.add(setter.lines(List.of(page), style.small(), align, area.width()), 0);
    }
    return new Ruled(desk.sheet(), stack, area.width(), dice.chance(0.4), style.hairline());
  }
}
