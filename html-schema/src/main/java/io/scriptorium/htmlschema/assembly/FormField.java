package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;

/**
 * Makes one paragraph of what was read in a field of a form, its label and its value, each on lines
 * of its own. A model that sees nothing else of the form takes large writing for a heading.
 */
public final class FormField {
  private FormField() {}

  /** The field as one paragraph, if it is paragraphs and headings alone; else as it is. */
  public static Page in(Page field) {
    List<Block> blocks = field.blocks();
    boolean isText =
        blocks.stream().allMatch(block -> block instanceof Paragraph || block instanceof Heading);
    return isText
        ? new Page(
            field.size(),
            blocks.stream()
                .map(FormField::paragraph)
                .reduce(FormField::joined)
                .map(List::<Block>of)
                .orElse(List.of()))
        : field;
  }

  private static Paragraph paragraph(Block block) {
    return block instanceof Heading heading
        ? new Paragraph(heading.box(), heading.text(), heading.marks())
        : (Paragraph) block;
  }

  private static Paragraph joined(Paragraph upper, Paragraph lower) {
    return new Paragraph(
        upper.box().union(lower.box()),
        upper.text() + "\n" + lower.text(),
        JoinedMarks.of(upper.marks(), upper.text().length(), lower.marks(), lower.text().length()));
  }
}
