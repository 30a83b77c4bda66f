package io.scriptorium.samples.synth.flow;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.SetText;
import io.scriptorium.samples.drawing.Sheet;
import java.util.function.Function;

/** A text that is one block of the page. */
public final class TextPiece implements Piece {
  private final SetText text;
  private final Function<BoundingBox, Block> truth;

  private TextPiece(SetText text, Function<BoundingBox, Block> truth) {
    this.text = text;
    this.truth = truth;
  }

  public static TextPiece paragraph(SetText text, String read) {
    return new TextPiece(text, box -> new Paragraph(box, read));
  }

  public static TextPiece caption(SetText text, String read) {
    return new TextPiece(text, box -> new Caption(box, read));
  }

  public static TextPiece heading(int level, SetText text, String read) {
    return new TextPiece(text, box -> new Heading(box, level, read));
  }

  public int lines() {
    return text.lines().size();
  }

  @Override
  public double height() {
    return text.height();
  }

  @Override
  public void draw(Sheet sheet, double left, double top) {
    sheet.add(truth.apply(sheet.box(text.draw(sheet, left, top))));
  }
}
