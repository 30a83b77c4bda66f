package io.scriptorium.samples.synth;

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

/** Blocks at another place. */
record Moved(int dx, int dy) {
  Block block(Block block) {
    BoundingBox box = box(block.box());
    if (block instanceof Paragraph b) {
      return new Paragraph(box, b.text());
    } else if (block instanceof Heading b) {
      return new Heading(box, b.level(), b.text());
    } else if (block instanceof ListBlock b) {
      return new ListBlock(
          box,
          b.ordered(),
          b.items().stream().map(item -> new ListItem(box(item.box()), item.text())).toList());
    } else if (block instanceof Table b) {
      return new Table(box, b.grid());
    } else if (block instanceof Chart b) {
      return new Chart(box, b.data());
    } else if (block instanceof Formula b) {
      return new Formula(box, b.kind(), b.latex());
    } else if (block instanceof Image) {
      return new Image(box);
    } else if (block instanceof Caption b) {
      return new Caption(box, b.text());
    } else if (block instanceof ImageText b) {
      return new ImageText(box, b.text());
    } else if (block instanceof MusicSheet b) {
      return new MusicSheet(box, b.abc());
    } else if (block instanceof ChemicalFormula b) {
      return new ChemicalFormula(box, b.smiles());
    }
    throw new IllegalArgumentException("unknown block " + block.getClass());
  }

  private BoundingBox box(BoundingBox box) {
    return new BoundingBox(box.x1() + dx, box.y1() + dy, box.x2() + dx, box.y2() + dy);
  }
}
