package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the blocks that are a {@code div} around an {@code img}. */
final class FigureReader {
  private static final Set<String> KNOWN = Set.of(BoxReader.ATTRIBUTE, "class", "format");

  private final BlockReader blocks;
  private final BoxReader boxes;
  private final MarksReader marks;
  private final RepairLog log;

  FigureReader(BlockReader blocks, BoxReader boxes, MarksReader marks, RepairLog log) {
    this.blocks = blocks;
    this.boxes = boxes;
    this.marks = marks;
    this.log = log;
  }

  void read(Element element, @Nullable BoundingBox around) {
    FigureClass figure = FigureClass.find(element.className()).orElseThrow();
    checkSpelling(element, figure);
    Element image = firstChild(element, "img");
    BoundingBox box = box(element, image, around);
    switch (figure) {
      case IMAGE -> {
        blocks.add(new Image(box, marks.read(element)));
        blocks.content(element, box, present(image, null));
      }
      case CHART -> chart(element, image, box);
      default -> text(element, figure, image, box);
    }
  }

  private void chart(Element element, @Nullable Element image, BoundingBox box) {
    Element data = firstChild(element, "table");
    if (data == null) {
      blocks.add(new Chart(box, Grid.EMPTY, marks.read(element)));
      blocks.content(element, box, present(image, null));
    } else {
      TableReader table = TableReader.read(data, log);
      blocks.add(new Chart(box, table.grid(), marks.read(element)));
      blocks.moved(table.others(), box);
      blocks.content(element, box, present(image, data));
    }
  }

  private void text(Element element, FigureClass figure, @Nullable Element image, BoundingBox box) {
    if (image != null) {
      image.remove();
    }
    TextCollector collected =
        TextCollector.collect(element, figure.verbatim(), content(element, figure), log);
    String text = collected.text();
    blocks.add(
        switch (figure) {
          case CAPTION -> new Caption(box, text, marks.read(element));
          case IMAGE_TEXT -> new ImageText(box, text, marks.read(element));
          case MUSIC -> new MusicSheet(box, text, marks.read(element));
          case CHEMICAL -> new ChemicalFormula(box, text, marks.read(element));
          default -> new Formula(box, figure.formulaKind(), text, marks.read(element));
        });
    blocks.moved(collected.others(), box);
  }

  private BoundingBox box(Element element, @Nullable Element image, @Nullable BoundingBox around) {
    BoundingBox own = boxes.read(element);
    BoundingBox inner = image == null ? null : boxes.read(image);
    if (own == null && inner != null) {
      log.add(RepairCode.BOX_DERIVED, "the box is taken from the img inside");
      return inner;
    }
    if (own != null && inner != null && !own.equals(inner)) {
      log.add(RepairCode.BOX_DROPPED, "the img inside had another box");
    }
    return boxes.orElse(own, around);
  }

  private void checkSpelling(Element element, FigureClass figure) {
    Elements.checkAttributes(element, KNOWN, marks.attributes(), log);
    if (!element.attr("class").equals(figure.attribute())) {
      log.add(RepairCode.CLASS_NORMALIZED, "the class was read as " + figure.attribute());
    }
    if (!element.attr("format").equals(figure.format())) {
      log.add(
          RepairCode.FORMAT_NORMALIZED,
          figure.format().isEmpty()
              ? "the attribute format was dropped"
              : "the format was read as " + figure.format());
    }
  }

  /** The child that holds the text, with or without a box of its own. */
  private static @Nullable Element content(Element element, FigureClass figure) {
    Element first = firstChild(element, figure.contentName());
    if (first == null) {
      first = firstChild(element, figure.contentName().equals("p") ? "div" : "p");
    }
    return first == null || Elements.isFigure(first) ? null : first;
  }

  private static @Nullable Element firstChild(Element element, String name) {
    for (Element child : element.children()) {
      if (child.nameIs(name)) {
        return child;
      }
    }
    return null;
  }

  private static Set<Element> present(@Nullable Element first, @Nullable Element second) {
    List<Element> elements = new ArrayList<>();
    if (first != null) {
      elements.add(first);
    }
    if (second != null) {
      elements.add(second);
    }
    return new HashSet<>(elements);
  }
}
