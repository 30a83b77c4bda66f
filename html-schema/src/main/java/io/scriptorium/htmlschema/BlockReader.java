package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns the elements of an answer into blocks, in their order. What stands around blocks is taken
 * apart; text between them becomes paragraphs. The {@code around} of its methods is the box of the
 * nearest element around, for blocks without their own.
 */
final class BlockReader {
  private static final Set<String> BOX_ONLY = Set.of(BoxReader.ATTRIBUTE);
  // Qwen numbers tables in its own way; they are numbered anew.
  private static final Pattern TABLE_CLASS = Pattern.compile("|table\\w{0,40}");
  private static final Set<String> TABLE = Set.of(BoxReader.ATTRIBUTE, "class");

  private final BoxReader boxes;
  private final MarksReader marks;
  private final RepairLog log;
  private final FigureReader figures;
  private final ListReader lists;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder loose = new StringBuilder();
  private int looseMarkup;

  BlockReader(BoxReader boxes, MarksReader marks, RepairLog log) {
    this.boxes = boxes;
    this.marks = marks;
    this.log = log;
    this.figures = new FigureReader(this, boxes, marks, log);
    this.lists = new ListReader(this, boxes, marks, log);
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Reads what stands inside a document, or inside the section of a page. */
  void read(Element root) {
    walk(root, null, Set.of());
    flush(null);
  }

  void add(Block block) {
    blocks.add(block);
  }

  /** Reads what stands inside an element, but for some of its children. */
  void content(Element parent, BoundingBox around, Set<Element> except) {
    int before = blocks.size();
    walk(parent, around, except);
    flush(around);
    moved(blocks.size() - before);
  }

  /** Reads blocks that were found inside another. */
  void moved(List<Element> elements, BoundingBox around) {
    int before = blocks.size();
    for (Element element : elements) {
      element(element, around);
      flush(around);
    }
    moved(blocks.size() - before);
  }

  private void moved(int count) {
    if (count > 0) {
      log.add(
          RepairCode.CONTENT_MOVED,
          "the last " + count + " blocks up to here stood inside the one before them");
    }
  }

  private void walk(Element parent, @Nullable BoundingBox around, Set<Element> except) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        looseText(text.getWholeText(), around);
      } else if (node instanceof Element element && !except.contains(element)) {
        element(element, around);
      }
    }
  }

  private void element(Element element, @Nullable BoundingBox around) {
    if (Elements.isDropped(element)) {
      log.begin(blocks.size() + 1, Elements.label(element));
      Elements.drop(element, log);
    } else if (Elements.isBlock(element)) {
      flush(around);
      log.begin(blocks.size() + 1, Elements.label(element));
      block(element, around);
    } else if (Elements.isFrame(element)) {
      Elements.checkAttributes(element, Set.of(), log);
      walk(element, around, Set.of());
    } else if (element.isBlock() || Elements.hasBox(element)) {
      flush(around);
      log.begin(blocks.size() + 1, Elements.label(element));
      log.add(RepairCode.ELEMENT_UNKNOWN, "not of the format; its content is kept");
      BoundingBox own = boxes.read(element);
      BoundingBox inner = own == null ? around : own;
      walk(element, inner, Set.of());
      flush(inner);
    } else {
      looseMarkup++;
      loose.append(element.nameIs("br") ? " " : "");
      walk(element, around, Set.of());
    }
  }

  private void block(Element element, @Nullable BoundingBox around) {
    if (Elements.isList(element)) {
      lists.read(element, around);
    } else if (Elements.isFigure(element)) {
      figures.read(element, around);
    } else if (element.nameIs("table")) {
      table(element, around);
    } else if (element.nameIs("img")) {
      image(element);
    } else {
      text(element, around);
    }
  }

  private void text(Element element, @Nullable BoundingBox around) {
    Elements.checkAttributes(element, BOX_ONLY, marks.attributes(), log);
    TextCollector collected = TextCollector.collect(element, false, null, log);
    BoundingBox own = boxes.read(element);
    if (own == null && CleanText.isBlank(collected.text())) {
      log.add(RepairCode.BLOCK_EMPTY, "neither text nor box");
      collected.others().forEach(other -> element(other, around));
      return;
    }
    BoundingBox box = boxes.orElse(own, around);
    if (element.nameIs("p")) {
      add(new Paragraph(box, collected.text(), marks.read(element)));
    } else {
      int level = element.normalName().charAt(1) - '0';
      add(new Heading(box, level, collected.text(), marks.read(element)));
    }
    moved(collected.others(), box);
  }

  private void table(Element element, @Nullable BoundingBox around) {
    Elements.checkAttributes(element, TABLE, marks.tableAttributes(), log);
    if (!TABLE_CLASS.matcher(element.className()).matches()) {
      log.add(RepairCode.CLASS_NORMALIZED, "the class of a table is not table and its number");
    }
    TableReader table = TableReader.read(element, log);
    BoundingBox box = boxes.orElse(boxes.read(element), around);
    add(new Table(box, table.grid(), marks.read(element), marks.continuation(element)));
    moved(table.others(), box);
  }

  private void image(Element element) {
    BoundingBox box = boxes.read(element);
    if (box == null) {
      Elements.drop(element, log);
    } else {
      Elements.checkAttributes(element, BOX_ONLY, log);
      add(new Image(box));
    }
  }

  /** Text between blocks; at the top, a line that starts with {@code #} is a remark. */
  private void looseText(String text, @Nullable BoundingBox around) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean startsLine = i > 0 || loose.isEmpty();
      if (around == null && startsLine && lines[i].stripLeading().startsWith("#")) {
        log.add(RepairCode.COMMENT_DROPPED, "a line that starts with # was dropped");
      } else if (!loose.isEmpty() || !CleanText.isBlank(lines[i])) {
        loose.append(i > 0 ? " " : "").append(lines[i]);
      }
    }
  }

  private void flush(@Nullable BoundingBox around) {
    String text = loose.toString();
    loose.setLength(0);
    int markup = looseMarkup;
    looseMarkup = 0;
    boolean blank = CleanText.isBlank(text);
    if (blank && markup == 0) {
      return;
    }
    log.begin(blocks.size() + 1, "text");
    if (markup > 0) {
      log.add(RepairCode.MARKUP_FLATTENED, markup + " elements inside a text were dropped");
    }
    if (blank) {
      return;
    }
    TextCollector.checkCharacters(text, log);
    add(new Paragraph(boxes.orElse(null, around), text));
  }
}
