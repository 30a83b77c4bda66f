package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.flow.Phrase;
import io.scriptorium.samples.synth.flow.Typesetter;

/**
 * The lines at the head and the foot of a page, with its number.
 *
 * @param head left, middle and right, each empty if nothing stands there
 * @param foot the same
 */
record RunningHeads(
    Desk desk, TextStyle style, Line head, Line foot, boolean headRule, boolean footRule) {
  record Line(String left, String middle, String right) {
    static final Line NONE = new Line("", "", "");

    boolean isEmpty() {
      return equals(NONE);
    }
  }

  static RunningHeads choose(Desk desk) {
    Dice dice = desk.dice();
    PageStyle page = desk.style();
    TextStyle small = page.small();
    TextStyle style =
        dice.pick(small, small, small.in(page.text().italic()), small.in(page.display().regular()));
    String number = number(desk);
    boolean above = dice.chance(0.3);
    Line head = dice.chance(0.65) ? line(desk, above ? number : "") : Line.NONE;
    boolean numbered = above && !head.isEmpty();
    Line foot = dice.chance(numbered ? 0.2 : 0.75) ? line(desk, numbered ? "" : number) : Line.NONE;
    return new RunningHeads(
        desk,
        style,
        head,
        foot,
        !head.isEmpty() && dice.chance(0.45),
        !foot.isEmpty() && dice.chance(0.25));
  }

  private static String number(Desk desk) {
    Dice dice = desk.dice();
    int page = dice.between(1, dice.pick(9, 99, 999));
    return switch (dice.between(0, 7)) {
      case 0 -> "– " + page + " –";
      case 1 -> Phrase.PAGE.in(desk) + " " + page;
      case 2 -> page + " / " + (page + dice.between(0, 40));
      case 3 -> page + "/" + (page + dice.between(0, 40));
      default -> String.valueOf(page);
    };
  }

  /** A line with the number, if there is one, and perhaps other things. */
  private static Line line(Desk desk, String number) {
    Dice dice = desk.dice();
    String first = text(desk);
    String second = dice.chance(0.5) ? text(desk) : "";
    if (number.isEmpty()) {
      return dice.chance(0.3) ? new Line("", first, "") : new Line(first, "", second);
    }
    return switch (dice.between(0, 4)) {
      case 0 -> new Line(number, "", first);
      case 1 -> new Line(first, "", number);
      case 2 -> new Line(first, number, second);
      case 3 -> new Line("", "", number);
      default -> new Line("", number, "");
    };
  }

  private static String text(Desk desk) {
    var words = desk.words();
    String text =
        switch (desk.dice().between(0, 5)) {
          case 0 -> words.company();
          case 1 -> words.personName();
          case 2 -> words.website();
          case 3 -> Phrase.VOLUME.in(desk) + " " + desk.dice().between(1, 90);
          default -> words.title();
        };
    return Typesetter.visible(text);
  }

  /** The page without these lines. */
  Frame area() {
    Frame all = desk.style().typeArea();
    double height = style.ascent() + style.descent() + 1.8 * style.size();
    return new Frame(
        all.left(),
        all.top() + (head.isEmpty() ? 0 : height),
        all.right(),
        all.bottom() - (foot.isEmpty() ? 0 : height));
  }

  void drawHead() {
    Frame all = desk.style().typeArea();
    draw(head, all.top() + style.ascent());
    if (headRule) {
      rule(all.top() + style.ascent() + style.descent() + 0.4 * style.size());
    }
  }

  void drawFoot() {
    Frame all = desk.style().typeArea();
    draw(foot, all.bottom() - style.descent());
    if (footRule) {
      rule(all.bottom() - style.descent() - style.ascent() - 0.5 * style.size());
    }
  }

  private void rule(double y) {
    Frame all = desk.style().typeArea();
    Canvas canvas = desk.sheet().canvas();
    canvas.line(all.left(), y, all.right(), y, 0.5, desk.style().ink());
  }

  private void draw(Line line, double baseline) {
    Frame all = desk.style().typeArea();
    Sheet sheet = desk.sheet();
    requireRoom(line, all.width());
    if (!line.left().isEmpty()) {
      sheet.addParagraph(line.left(), sheet.text(all.left(), baseline, style, line.left()));
    }
    if (!line.middle().isEmpty()) {
      sheet.addParagraph(
          line.middle(), sheet.textCentred(all.centre(), baseline, style, line.middle()));
    }
    if (!line.right().isEmpty()) {
      sheet.addParagraph(line.right(), sheet.textRight(all.right(), baseline, style, line.right()));
    }
  }

  private void requireRoom(Line line, double width) {
    double side = Math.max(style.width(line.left()), style.width(line.right()));
    boolean meets =
        line.middle().isEmpty()
            ? style.width(line.left()) + style.width(line.right()) + 2 * style.size() > width
            : style.width(line.middle()) / 2 + side + 2 * style.size() > width / 2;
    if (meets) {
      throw new NoRoomException("the parts of a running head meet");
    }
  }
}
