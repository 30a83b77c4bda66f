package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes one paragraph of what was read in a field of a form, its label and its value, each on lines
 * of its own. A model that sees nothing else of the form takes large writing for a heading.
 */
public final class FormField {
  private FormField() {}

  /** The field as one paragraph, if it is paragraphs and headings alone; else as it is. */
  public static Page in(Page field) {
    List<Block> blocks = field.blocks();
    if (blocks.isEmpty() || !blocks.stream().allMatch(FormField::isText)) {
      return field;
    }
    return new Page(field.size(), List.of(of(blocks)));
  }

  /** Whether a block may be a label or a value. */
  static boolean isText(Block block) {
    return block instanceof Paragraph || block instanceof Heading;
  }

  /** Texts from top to bottom, each on lines of its own. */
  static Paragraph of(List<Block> texts) {
    BoundingBox box = texts.stream().map(Block::box).reduce(BoundingBox::union).orElseThrow();
    String text = texts.stream().map(ReadingText::of).collect(Collectors.joining("\n"));
    return new Paragraph(box, text, JoinedMarks.of(texts));
  }
}
