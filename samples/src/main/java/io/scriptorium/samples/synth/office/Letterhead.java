package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import java.awt.Color;
import java.util.List;

/** The head of a house's paper: perhaps an emblem, the name, and where to reach it. */
final class Letterhead implements Piece {
  /** How its parts stand. */
  enum Form {
    NAME_LEFT,
    NAME_RIGHT,
    CENTRED,
    BAND
  }

  private final Sheet sheet;
  private final PageStyle style;
  private final Form form;
  private final double width;
  private final double pad;
  private final boolean ruled;
  private final Piece content;
  private final boolean linesKept;

  private Letterhead(
      Sheet sheet,
      PageStyle style,
      Form form,
      double width,
      boolean ruled,
      Piece content,
      boolean linesKept) {
    this.sheet = sheet;
    this.style = style;
    this.form = form;
    this.width = width;
    this.pad = form == Form.BAND ? style.size() : 0;
    this.ruled = ruled && form != Form.BAND;
    this.content = content;
    this.linesKept = linesKept;
  }

  /** Whether each line about where to reach the house is a line of its own. */
  boolean keepsLines() {
    return linesKept;
  }

  static Letterhead choose(
      Setter setter, PageStyle style, Dice dice, String name, List<String> contact, double width) {
    Form form = dice.pick(Form.values());
    Color ink = form == Form.BAND ? style.paper() : style.accent();
    TextStyle large =
        new TextStyle(style.display().bold(), style.size() * dice.between(1.4, 2.2), ink);
    TextStyle small = form == Form.BAND ? style.small().in(style.paper()) : style.small();
    double inner = form == Form.BAND ? width - 2 * style.size() : width;
    large = shrunk(large, name, 0.5 * inner, style.size());
    Piece content =
        form == Form.CENTRED
            ? centred(setter, style, dice, large, small, name, contact, width)
            : beside(setter, style, dice, form, large, small, name, contact, inner);
    return new Letterhead(
        setter.sheet(), style, form, width, dice.chance(0.5), content, form != Form.CENTRED);
  }

  /** The style, smaller where the name would be too wide, but never smaller than the text. */
  private static TextStyle shrunk(TextStyle style, String name, double width, double least) {
    double fit = style.size() * Math.min(1, width / style.width(name));
    return style.sized(Math.max(least, fit));
  }

  private static Piece centred(
      Setter setter,
      PageStyle style,
      Dice dice,
      TextStyle large,
      TextStyle small,
      String name,
      List<String> contact,
      double width) {
    Stack stack = new Stack();
    if (dice.chance(0.4)) {
      double side = dice.between(2.5, 4) * style.size();
      Emblem emblem = Emblem.choose(setter.sheet(), dice, side, style.accent(), style.pale());
      stack.add(new SideBySide().add(emblem, (width - side) / 2), 0);
    }
    stack.add(setter.lines(List.of(name), large, Align.CENTRE, width), 0.4 * style.size());
    String joined = String.join(dice.pick(" · ", " | ", " – ", " • ", ", "), contact);
    Piece where =
        small.width(joined) <= width
            ? setter.lines(List.of(joined), small, Align.CENTRE, width)
            : setter.lines(contact, small, Align.CENTRE, width);
    return stack.add(where, 0.2 * style.size());
  }

  private static Piece beside(
      Setter setter,
      PageStyle style,
      Dice dice,
      Form form,
      TextStyle large,
      TextStyle small,
      String name,
      List<String> contact,
      double width) {
    double half = width * 0.56;
    Color dark = form == Form.BAND ? style.paper() : style.accent();
    Color light = form == Form.BAND ? style.accent() : style.pale();
    boolean marked = dice.chance(0.55) && large.width(name) < half - 5 * style.size();
    double side = Math.max(setter.leading(large), dice.between(2.2, 3.6) * style.size());
    double indent = marked ? side + 0.8 * style.size() : 0;
    Align align = form == Form.NAME_RIGHT && !marked ? Align.RIGHT : Align.LEFT;
    Piece title = setter.lines(List.of(name), large, align, half - indent);
    Piece where =
        setter.lines(
            contact,
            small,
            form == Form.NAME_RIGHT ? Align.LEFT : Align.RIGHT,
            width - half - style.size());
    SideBySide sides = new SideBySide();
    double nameAt = form == Form.NAME_RIGHT ? width - half : 0;
    if (form == Form.NAME_RIGHT) {
      sides.add(where, 0);
    }
    if (marked) {
      sides.add(Emblem.choose(setter.sheet(), dice, side, dark, light), nameAt);
    }
    sides.add(title, nameAt + indent);
    if (form != Form.NAME_RIGHT) {
      sides.add(where, half + style.size());
    }
    return sides;
  }

  @Override
  public double height() {
    return content.height() + 2 * pad + (ruled ? 0.6 * style.size() : 0);
  }

  @Override
  public void draw(double left, double top) {
    if (form == Form.BAND) {
      sheet.canvas().fill(Frame.of(left, top, width, height()), style.accent());
    }
    content.draw(left + pad, top + pad);
    if (ruled) {
      double y = top + height();
      sheet.canvas().line(left, y, left + width, y, 0.9, style.accent());
    }
  }
}
