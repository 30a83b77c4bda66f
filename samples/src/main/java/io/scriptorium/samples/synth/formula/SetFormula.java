package io.scriptorium.samples.synth.formula;

import io.scriptorium.htmlschema.Formula;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;

/** A formula that is set and can be drawn; it knows its LaTeX. */
public final class SetFormula {
  private final MathBox box;
  private final String latex;

  SetFormula(MathBox box, String latex) {
    this.box = box;
    this.latex = latex;
  }

  public String latex() {
    return latex;
  }

  /** Points from the left end of its ink to the right end. */
  public double width() {
    return box.ink().width();
  }

  public double height() {
    return box.ink().height();
  }

  /** Where its baseline lies below the top of its ink, in points. */
  public double baseline() {
    return box.height();
  }

  /** Draws it; the frame is what it blackened. */
  public Frame draw(Sheet sheet, double left, double top) {
    Frame ink = box.ink();
    box.drawing().on(sheet.canvas(), left - ink.left(), top - ink.top());
    return Frame.of(left, top, ink.width(), ink.height());
  }

  /** The truth about it, where it came to stand. */
  public Formula read(Sheet sheet, Frame... frames) {
    return new Formula(sheet.box(frames), Formula.Kind.PRINTED, latex);
  }

  /**
   * The same formula with a number beside it.
   *
   * @param tag without its brackets
   */
  public SetFormula tagged(String tag) {
    return new SetFormula(box, latex + " \\tag{" + tag + "}");
  }
}
