package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.ChemicalFormula;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ImageText;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.MusicSheet;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.function.UnaryOperator;

/** Blocks in other boxes, with their marks. */
public final class Reboxed {
  private Reboxed() {}

  /** The block with its box, or its boxes if it has items, as they are brought to. */
  public static Block block(Block block, UnaryOperator<BoundingBox> boxes) {
    BoundingBox box = boxes.apply(block.box());
    if (block instanceof Paragraph b) {
      return new Paragraph(box, b.text(), b.marks());
    } else if (block instanceof Heading b) {
      return new Heading(box, b.level(), b.text(), b.marks());
    } else if (block instanceof ListBlock b) {
      return new ListBlock(
          box,
          b.ordered(),
          b.items().stream()
              .map(item -> new ListItem(boxes.apply(item.box()), item.text()))
              .toList(),
          b.marks());
    } else if (block instanceof Table b) {
      return new Table(box, b.grid(), b.marks(), b.continues());
    } else if (block instanceof Chart b) {
      return new Chart(box, b.data(), b.marks());
    } else if (block instanceof Formula b) {
      return new Formula(box, b.kind(), b.latex(), b.marks());
    } else if (block instanceof Image b) {
      return new Image(box, b.marks());
    } else if (block instanceof Caption b) {
      return new Caption(box, b.text(), b.marks());
    } else if (block instanceof ImageText b) {
      return new ImageText(box, b.text(), b.marks());
    } else if (block instanceof MusicSheet b) {
      return new MusicSheet(box, b.abc(), b.marks());
    } else if (block instanceof ChemicalFormula b) {
      return new ChemicalFormula(box, b.smiles(), b.marks());
    }
    throw new AssertionError("no way to give a box to " + block.getClass());
  }
}
