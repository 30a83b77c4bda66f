package io.scriptorium.htmlschema;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** What elements of a model's answer are to the reader. */
final class Elements {
  private static final Set<String> DROPPED =
      Set.of(
          "applet",
          "area",
          "audio",
          "base",
          "basefont",
          "bgsound",
          "button",
          "canvas",
          "datalist",
          "embed",
          "frame",
          "frameset",
          "iframe",
          "input",
          "link",
          "map",
          "meta",
          "noembed",
          "noframes",
          "noscript",
          "object",
          "option",
          "param",
          "picture",
          "script",
          "select",
          "source",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "track",
          "video",
          "xmp");
  private static final Set<String> FRAMES = Set.of("html", "head", "body");
  private static final Set<String> TEXTS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6");

  private Elements() {}

  /** Dropped with its content. */
  static boolean isDropped(Element element) {
    return DROPPED.contains(element.normalName());
  }

  /** Stands around the page. */
  static boolean isFrame(Element element) {
    return FRAMES.contains(element.normalName());
  }

  static boolean isList(Element element) {
    return element.nameIs("ul") || element.nameIs("ol");
  }

  static boolean isFigure(Element element) {
    return element.nameIs("div") && FigureClass.find(element.className()).isPresent();
  }

  static boolean hasBox(Element element) {
    return element.hasAttr(BoxReader.ATTRIBUTE);
  }

  /** A block of the format. */
  static boolean isBlock(Element element) {
    return TEXTS.contains(element.normalName())
        || isList(element)
        || isFigure(element)
        || element.nameIs("table")
        || element.nameIs("img");
  }

  /** Inside a text, what is a block of its own rather than a part of the text. */
  static boolean isOwnBlock(Element element) {
    boolean boxed = hasBox(element) && (element.isBlock() || element.nameIs("img"));
    return boxed || isList(element) || isFigure(element) || element.nameIs("table");
  }

  /** Lists the attributes that the format does not know as dropped. */
  static void checkAttributes(Element element, Set<String> known, RepairLog log) {
    checkAttributes(element, known, Set.of(), log);
  }

  /** The same for a block, which may have marks. */
  static void checkAttributes(
      Element element, Set<String> known, Set<String> marks, RepairLog log) {
    int unknown = 0;
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      unknown += known.contains(name) || marks.contains(name) ? 0 : 1;
    }
    if (unknown > 0) {
      log.add(
          RepairCode.ATTRIBUTES_DROPPED,
          unknown + " attributes of " + label(element) + " are not known to the format");
    }
  }

  /** Drops an element, and says so. */
  static void drop(Element element, RepairLog log) {
    if (element.nameIs("style")) {
      log.add(RepairCode.STYLE_DROPPED, "a style sheet was dropped");
    } else {
      log.add(RepairCode.ELEMENT_DROPPED, label(element) + " was dropped with its content");
    }
  }

  /** The element's name if it is one of HTML: others are content of the document. */
  static String label(Element element) {
    String name = element.normalName();
    return Tag.isKnownTag(name) ? name : "an unknown element";
  }
}
