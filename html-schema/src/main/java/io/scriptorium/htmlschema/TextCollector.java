package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Collects the text of an element, and the blocks inside it that are none of its text. */
@SuppressWarnings("ReferenceEquality") // The very elements are meant, not ones like them.
final class TextCollector implements NodeFilter {
  private final Element root;
  private final boolean verbatim;
  private final boolean flat;
  private final @Nullable Element owned;
  private final RepairLog log;
  private final StringBuilder text = new StringBuilder();
  private final List<Element> others = new ArrayList<>();
  private int flattened;
  private boolean newLine;

  private TextCollector(
      Element root, boolean verbatim, boolean flat, @Nullable Element owned, RepairLog log) {
    this.root = root;
    this.verbatim = verbatim;
    this.flat = flat;
    this.owned = owned;
    this.log = log;
  }

  /**
   * The text of an element without the blocks inside it.
   *
   * @param verbatim whether white space counts
   * @param owned an element inside that belongs to the text although it has a box
   */
  static TextCollector collect(
      Element root, boolean verbatim, @Nullable Element owned, RepairLog log) {
    return new TextCollector(root, verbatim, false, owned, log).run();
  }

  /** The whole text of an element, blocks inside it included. */
  static String flat(Element root, RepairLog log) {
    return new TextCollector(root, false, true, null, log).run().text();
  }

  String text() {
    return text.toString();
  }

  /** The blocks inside the element, in their order. */
  List<Element> others() {
    return others;
  }

  private TextCollector run() {
    traverse(root);
    if (flattened > 0) {
      log.add(RepairCode.MARKUP_FLATTENED, flattened + " elements inside a text were dropped");
    }
    checkCharacters(text(), log);
    return this;
  }

  /** Forbidden characters can still come out of character references. */
  static void checkCharacters(String text, RepairLog log) {
    if (!text.equals(CleanText.withoutForbidden(text))) {
      log.add(RepairCode.CHARACTERS_REPLACED, "a text refers to characters that must not stand");
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      append(textNode.getWholeText());
    } else if (node instanceof Element element && element != root) {
      return element(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    newLine |= node instanceof Element element && element != root && element.isBlock();
    return FilterResult.CONTINUE;
  }

  private FilterResult element(Element element) {
    if (Elements.isDropped(element)) {
      Elements.drop(element, log);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (element == owned || Elements.isFrame(element)) {
      newLine |= element.isBlock();
      return FilterResult.CONTINUE;
    }
    if (!flat && Elements.isOwnBlock(element)) {
      others.add(element);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (element.nameIs("img")) {
      Elements.drop(element, log);
    } else if (element.nameIs("br")) {
      text.append('\n');
    } else {
      newLine |= element.isBlock();
      flattened++;
    }
    return FilterResult.CONTINUE;
  }

  private void append(String part) {
    if (newLine && !CleanText.isBlank(part)) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      newLine = false;
    }
    text.append(verbatim ? part : part.replace('\n', ' '));
  }
}
