package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.ChemicalFormula;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ImageText;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.MusicSheet;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.Arrays;
import java.util.Locale;

/**
 * The types that blocks are compared by. Levels of headings and numbering of lists do not count.
 */
enum BlockType {
  PARAGRAPH(Paragraph.class),
  HEADING(Heading.class),
  LIST(ListBlock.class),
  TABLE(Table.class),
  CHART(Chart.class),
  FORMULA(Formula.class),
  IMAGE(Image.class),
  CAPTION(Caption.class),
  IMAGE_TEXT(ImageText.class),
  MUSIC(MusicSheet.class),
  CHEMICAL_FORMULA(ChemicalFormula.class);

  private final Class<? extends Block> block;

  BlockType(Class<? extends Block> block) {
    this.block = block;
  }

  static BlockType of(Block block) {
    return Arrays.stream(values())
        .filter(type -> type.block.isInstance(block))
        .findFirst()
        .orElseThrow();
  }

  /** As in {@code document.json}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
