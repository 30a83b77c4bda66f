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
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;

/**
 * Blocks at another place, with their marks.
 *
 * @param dx pixels to the right
 * @param dy pixels down
 * @param slope pixels further down for each to the right of the middle of the page; boxes grow by
 *     what they reach over
 * @param onto the page to which they come; boxes that would reach outside end at its edge
 */
public record Moved(int dx, int dy, double slope, PageSize onto) {
  public Moved(int dx, int dy, PageSize onto) {
    this(dx, dy, 0, onto);
  }

  public Block block(Block block) {
    BoundingBox box = box(block.box());
    if (block instanceof Paragraph b) {
      return new Paragraph(box, b.text(), b.marks());
    } else if (block instanceof Heading b) {
      return new Heading(box, b.level(), b.text(), b.marks());
    } else if (block instanceof ListBlock b) {
      return new ListBlock(
          box,
          b.ordered(),
          b.items().stream().map(item -> new ListItem(box(item.box()), item.text())).toList(),
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
    throw new AssertionError("no way to move " + block.getClass());
  }

  private BoundingBox box(BoundingBox box) {
    double atLeft = slope * (box.x1() + dx - onto.width() / 2.0);
    double atRight = slope * (box.x2() + dx - onto.width() / 2.0);
    int upper = box.y1() + dy + (int) Math.rint(Math.min(atLeft, atRight));
    int lower = box.y2() + dy + (int) Math.rint(Math.max(atLeft, atRight));
    int left = Math.min(Math.max(0, box.x1() + dx), onto.width() - 1);
    int top = Math.min(Math.max(0, upper), onto.height() - 1);
    int right = Math.max(left + 1, Math.min(box.x2() + dx, onto.width()));
    int bottom = Math.max(top + 1, Math.min(lower, onto.height()));
    return new BoundingBox(left, top, right, bottom);
  }
}
