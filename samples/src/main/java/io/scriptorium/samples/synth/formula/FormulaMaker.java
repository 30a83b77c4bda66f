package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.synth.Dice;
import java.awt.Color;

/** Makes up formulas by chance. Not thread-safe. */
public final class FormulaMaker {
  private static final int ATTEMPTS = 30;

  private final Dice dice;
  private final MathFont font;
  private final Statements statements;

  /**
   * @param condition the word "if"
   * @param otherwise the word "otherwise"
   */
  public FormulaMaker(Dice dice, MathFont font, String condition, String otherwise) {
    this.dice = dice;
    this.font = font;
    this.statements = new Statements(dice, condition, otherwise);
  }

  /**
   * A formula for a line of its own.
   *
   * @param size of ordinary letters, in points
   * @param measure most points it may be wide
   * @throws NoRoomException when none is that narrow
   */
  public SetFormula display(double size, Color color, double measure) {
    MathStyle style = new MathStyle(font, size, color, MathStyle.Level.DISPLAY);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // The longer it goes on, the simpler the formulas become.
      Term term = statements.statement(dice.between(1, attempt < ATTEMPTS / 2 ? 3 : 2));
      MathBox box = term.set(style);
      if (box.ink().width() <= measure) {
        LatexWriter latex = new LatexWriter();
        term.spell(latex);
        return new SetFormula(box, latex.toString());
      }
    }
    throw new NoRoomException("no formula fits into " + measure + " points");
  }
}
