package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads lists; the items of a list inside another follow the item that holds it. */
final class ListReader {
  private static final Set<String> BOX_ONLY = Set.of(BoxReader.ATTRIBUTE);

  private final BlockReader blocks;
  private final BoxReader boxes;
  private final MarksReader marks;
  private final RepairLog log;

  ListReader(BlockReader blocks, BoxReader boxes, MarksReader marks, RepairLog log) {
    this.blocks = blocks;
    this.boxes = boxes;
    this.marks = marks;
    this.log = log;
  }

  private record FoundItem(@Nullable BoundingBox box, String text) {}

  void read(Element list, @Nullable BoundingBox around) {
    BoundingBox own = boxes.read(list);
    List<FoundItem> found = new ArrayList<>();
    List<Element> others = new ArrayList<>();
    collect(list, found, others);
    BoundingBox derived = own == null ? union(found) : own;
    if (derived == null && found.isEmpty()) {
      log.add(RepairCode.BLOCK_EMPTY, "neither items nor box");
      blocks.moved(others, around == null ? boxes.page() : around);
      return;
    }
    if (own == null && derived != null) {
      log.add(RepairCode.BOX_DERIVED, "the box is the one around the items");
    }
    BoundingBox box = boxes.orElse(derived, around);
    blocks.add(new ListBlock(box, list.nameIs("ol"), items(found, box), marks.read(list)));
    blocks.moved(others, box);
  }

  private List<ListItem> items(List<FoundItem> found, BoundingBox box) {
    long without = found.stream().filter(item -> item.box() == null).count();
    if (without > 0) {
      log.add(RepairCode.BOX_DERIVED, without + " items have the box of their list");
    }
    return found.stream()
        .map(item -> new ListItem(item.box() == null ? box : item.box(), item.text()))
        .toList();
  }

  private void collect(Element list, List<FoundItem> found, List<Element> others) {
    Elements.checkAttributes(list, BOX_ONLY, marks.attributes(), log);
    for (Node node : list.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        String loose = text.getWholeText().replace('\n', ' ');
        TextCollector.checkCharacters(loose, log);
        found.add(new FoundItem(null, loose));
      } else if (node instanceof Element element) {
        if (element.nameIs("li")) {
          item(element, found, others);
        } else {
          other(element, found, others);
        }
      }
    }
  }

  private void item(Element element, List<FoundItem> found, List<Element> others) {
    Elements.checkAttributes(element, BOX_ONLY, log);
    Element owned = owned(element);
    TextCollector collected = TextCollector.collect(element, false, owned, log);
    BoundingBox box = boxes.read(owned == null ? element : owned);
    if (box == null && CleanText.isBlank(collected.text())) {
      log.add(RepairCode.BLOCK_EMPTY, "an item has neither text nor box");
    } else {
      found.add(new FoundItem(box, collected.text()));
    }
    for (Element inner : collected.others()) {
      other(inner, found, others);
    }
  }

  private void other(Element element, List<FoundItem> found, List<Element> others) {
    if (Elements.isList(element)) {
      log.add(RepairCode.MARKUP_FLATTENED, "a list inside the list joined it");
      collect(element, found, others);
    } else {
      others.add(element);
    }
  }

  /** The paragraph that carries the box of an item without one. */
  private static @Nullable Element owned(Element item) {
    Element first = item.firstElementChild();
    boolean carries =
        first != null
            && !Elements.hasBox(item)
            && Elements.hasBox(first)
            && (first.nameIs("p") || first.nameIs("span"));
    return carries ? first : null;
  }

  private static @Nullable BoundingBox union(List<FoundItem> items) {
    BoundingBox union = null;
    for (FoundItem item : items) {
      if (item.box() != null) {
        union = union == null ? item.box() : union.union(item.box());
      }
    }
    return union;
  }
}
