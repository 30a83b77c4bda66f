package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads the HTML that a model emitted for a page.
 *
 * <p>Whatever the text is, the result is a valid page: markup that the format does not know is
 * taken apart, text is kept, boxes are brought onto the page, and everything that had to be put
 * right or could not be kept is listed as a {@link Repair}. Never throws because of the text; time
 * and memory grow with its length, of which at most {@value #MAX_CHARACTERS} characters are read.
 * Safe for use by several threads.
 */
public final class ModelOutputReader {
  /** Most characters of a text that are read. */
  public static final int MAX_CHARACTERS = 4 << 20;

  private static final int MAX_DEPTH = 128;

  private static final String BLOCKS =
      "p, h1, h2, h3, h4, h5, h6, ul, ol, li, table, div, img, [data-bbox]";

  private ModelOutputReader() {}

  /**
   * Makes a valid page of whatever a model emitted; never throws because of it.
   *
   * @param text what the model emitted, hostile and possibly cut anywhere
   * @param seen size of the resized image that the model saw; its boxes are in these pixels
   * @param page size of the upright page; the boxes of the result are in these pixels
   */
  public static PageReading read(String text, PageSize seen, PageSize page) {
    RepairLog log = new RepairLog();
    return read(new AnswerText(text, log), seen, page, MarksReader.NONE, log);
  }

  /**
   * The same, with the confidence of each block.
   *
   * @param confidence of the text's tokens
   */
  public static PageReading read(
      String text, PageSize seen, PageSize page, TokenConfidence confidence) {
    RepairLog log = new RepairLog();
    AnswerText answer = new AnswerText(text, log);
    return read(answer, seen, page, new AnswerMarks(confidence, answer), log);
  }

  /** Reads a page of a published file, whose marks are believed. */
  static PageReading readFile(String text, PageSize page) {
    RepairLog log = new RepairLog();
    return read(new AnswerText(text, log), page, page, new FileMarks(log), log);
  }

  private static PageReading read(
      AnswerText answer, PageSize seen, PageSize page, MarksReader marks, RepairLog log) {
    List<Block> blocks = blocks(answer.markup(), new BoxReader(seen, page, log), marks, log);
    return new PageReading(new Page(page, blocks), log.repairs());
  }

  private static List<Block> blocks(
      String markup, BoxReader boxes, MarksReader marks, RepairLog log) {
    if (CleanText.isBlank(markup)) {
      log.add(RepairCode.OUTPUT_EMPTY, "there is no text");
      return List.of();
    }
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    Document document =
        parser.setTrackPosition(marks instanceof AnswerMarks).parseInput(markup, "");
    reportComments(document, log);
    if (document.selectFirst(BLOCKS) == null) {
      return paragraph(document, boxes, log);
    }
    BlockReader reader = new BlockReader(boxes, marks, log);
    reader.read(document);
    return reader.blocks();
  }

  private static void reportComments(Document document, RepairLog log) {
    long comments = document.nodeStream(Comment.class).count();
    if (comments > 0) {
      log.add(RepairCode.COMMENT_DROPPED, comments + " comments were dropped");
    }
  }

  private static List<Block> paragraph(Document document, BoxReader boxes, RepairLog log) {
    List<Block> blocks = new ArrayList<>();
    String text = CleanText.flowing(TextCollector.flat(document, log));
    if (!text.isEmpty()) {
      log.add(RepairCode.NOT_HTML, "no element of the format; kept as one paragraph");
      blocks.add(new Paragraph(boxes.page(), text));
    }
    return blocks;
  }
}
