package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.FontFamily;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.formula.FormulaMaker;
import io.scriptorium.samples.synth.formula.MathFont;
import io.scriptorium.samples.synth.formula.SetFormula;

/** Makes the formulas of one page; those with numbers are counted through it. */
public final class Formulas {
  /** Scripts of scripts are hard to read in smaller type. */
  private static final double SMALLEST = 9;

  private final PageStyle style;
  private final Dice dice;
  private final FormulaMaker maker;
  private final boolean centred;
  private final double numbered;
  private final String chapter;
  private int next;

  public Formulas(Desk desk) {
    this.style = desk.style();
    this.dice = desk.dice();
    this.maker = new FormulaMaker(dice, font(desk), Phrase.IF.in(desk), Phrase.OTHERWISE.in(desk));
    this.centred = dice.chance(0.75);
    this.numbered = dice.pick(0.0, 0.5, 1.0);
    this.chapter = dice.chance(0.3) ? dice.between(1, 12) + "." : "";
    this.next = dice.between(1, 30);
  }

  private static MathFont font(Desk desk) {
    FontFamily family = desk.style().text();
    boolean own = MathFont.suits(family.regular(), family.italic());
    return own && desk.dice().chance(0.6)
        ? new MathFont(family.regular(), family.italic())
        : MathFont.SERIF;
  }

  public Piece formula(double width) {
    TextStyle text = style.body().sized(Math.max(SMALLEST, style.size()));
    String number = dice.chance(numbered) ? "(" + chapter + next++ + ")" : null;
    double beside = number == null ? 0 : text.width(number) + text.size();
    double indent = centred ? 0 : 1.5 * text.size();
    double room = width - indent - (centred ? 2 : 1) * beside;
    SetFormula formula = maker.display(text.size(), style.ink(), room);
    double left = centred ? (width - formula.width()) / 2 : indent;
    return new FormulaPiece(formula, left, width, text, number);
  }
}
