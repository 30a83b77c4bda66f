package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.formula.SetFormula;
import org.jspecify.annotations.Nullable;

/** A formula on a line of its own, perhaps with its number. */
public final class FormulaPiece implements Piece {
  private final SetFormula formula;
  private final double left;
  private final double width;
  private final TextStyle style;
  private final @Nullable String number;

  /**
   * @param left points from the left edge to the formula
   * @param width to the right end of the number, in points
   * @param number with its brackets
   */
  public FormulaPiece(
      SetFormula formula, double left, double width, TextStyle style, @Nullable String number) {
    this.formula = formula;
    this.left = left;
    this.width = width;
    this.style = style;
    this.number = number;
  }

  @Override
  public double height() {
    return Math.max(formula.height(), style.size());
  }

  @Override
  public void draw(Sheet sheet, double x, double top) {
    Frame drawn = formula.draw(sheet, x + left, top + (height() - formula.height()) / 2);
    if (number == null) {
      sheet.add(formula.read(sheet, drawn));
      return;
    }
    double baseline = drawn.top() + formula.baseline();
    Frame tag = sheet.textRight(x + width, baseline, style, number);
    String bare = number.substring(1, number.length() - 1);
    sheet.add(formula.tagged(bare).read(sheet, drawn, tag));
  }
}
