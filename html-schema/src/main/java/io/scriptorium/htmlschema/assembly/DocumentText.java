package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ImageText;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The plain text of a document in reading order, as {@link ReadingText} gives that of a page, with
 * the words whole that were broken at the end of lines, columns and pages. A paragraph that ends in
 * mid-word is joined to the next one; running matter and figures between them follow it. The pages
 * stay as they are.
 */
public final class DocumentText {
  private DocumentText() {}

  /** The text of pages; running matter is part of it. */
  public static String of(List<Page> pages) {
    List<Block> blocks = pages.stream().flatMap(page -> page.blocks().stream()).toList();
    List<String> own = blocks.stream().map(ReadingText::of).toList();
    BrokenWords words = BrokenWords.of(own);
    List<StringBuilder> texts = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < own.size(); i++) {
      Block block = blocks.get(i);
      String text = isFlowing(block) ? words.joinLines(own.get(i)) : own.get(i);
      boolean inBody = !block.marks().role().isRunning();
      if (inBody && block instanceof Paragraph && words.isBroken(paragraph, text)) {
        words.append(paragraph, text);
        continue;
      }
      texts.add(new StringBuilder(text));
      if (inBody && !isFigure(block)) {
        paragraph = block instanceof Paragraph ? texts.get(texts.size() - 1) : new StringBuilder();
      }
    }
    return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }

  /** What may stand between the two halves of a paragraph. */
  private static boolean isFigure(Block block) {
    return block instanceof Image
        || block instanceof Chart
        || block instanceof Caption
        || block instanceof ImageText;
  }

  private static boolean isFlowing(Block block) {
    return block instanceof Paragraph
        || block instanceof Heading
        || block instanceof ListBlock
        || block instanceof Caption;
  }
}
