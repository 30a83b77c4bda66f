package io.scriptorium.htmlschema;

/**
 * One block of a page. Blocks stand in reading order; every block has its place on the page.
 *
 * <p>Texts come in two kinds. <em>Flowing</em> text (paragraphs, headings, items, cells, captions)
 * has single spaces and {@code \n} where a line was broken on purpose. <em>Verbatim</em> text
 * (LaTeX, ABC, SMILES) keeps its inner white space. Both are cleaned when a block is made: they
 * start and end with something visible and hold no control characters, so that every block can be
 * written and read back unchanged.
 */
public sealed interface Block
    permits Paragraph,
        Heading,
        ListBlock,
        Table,
        Chart,
        Formula,
        Image,
        Caption,
        ImageText,
        MusicSheet,
        ChemicalFormula {
  BoundingBox box();

  /** Its role on the page, and how sure the model was. */
  Marks marks();

  /** Whether it is lines of type alone, and neither a table nor a figure of any kind. */
  default boolean isType() {
    return this instanceof Paragraph
        || this instanceof Heading
        || this instanceof ListBlock
        || this instanceof Formula
        || this instanceof Caption;
  }

  /** The same block with other marks. */
  Block with(Marks newMarks);
}
