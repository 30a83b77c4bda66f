package io.scriptorium.htmlschema;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Checks what holds everywhere: elements are closed, nothing is active, texts are clean. */
final class SafetyCheck {
  private static final Set<String> FORBIDDEN_ATTRIBUTES =
      Set.of(
          "action",
          "background",
          "formaction",
          "href",
          "ping",
          "poster",
          "src",
          "srcdoc",
          "srcset",
          "style",
          "xlink:href");

  private final ViolationLog log;

  SafetyCheck(ViolationLog log) {
    this.log = log;
  }

  void check(Document document) {
    document.traverse((node, depth) -> node(node));
  }

  private void node(Node node) {
    if (node instanceof TextNode text) {
      if (text.getWholeText().codePoints().anyMatch(SafetyCheck::isForbidden)) {
        log.addText(ViolationCode.CHARACTER_FORBIDDEN, text, "a text holds a forbidden character");
      }
    } else if (node instanceof Comment) {
      log.add(ViolationCode.CONTENT_FORBIDDEN, node, "there is a comment");
    } else if (node instanceof Element element && !element.sourceRange().isImplicit()) {
      element(element);
    }
  }

  private void element(Element element) {
    if (element.endSourceRange().isImplicit()) {
      log.add(ViolationCode.MALFORMED, element, Elements.label(element) + " is not closed");
    }
    if (isForbidden(element)) {
      log.add(ViolationCode.CONTENT_FORBIDDEN, element, Elements.label(element) + " is forbidden");
    }
    for (Attribute attribute : element.attributes()) {
      if (isForbidden(attribute.getKey()) && !isCrop(element, attribute)) {
        log.add(
            ViolationCode.CONTENT_FORBIDDEN,
            element,
            "an attribute of " + Elements.label(element) + " is active, styles or loads something");
      }
    }
  }

  /** The picture of a figure, beside the document. */
  private static boolean isCrop(Element element, Attribute attribute) {
    return element.nameIs("img")
        && attribute.getKey().equals("src")
        && CropLinks.isLink(attribute.getValue());
  }

  static boolean isForbidden(Element element) {
    Element parent = element.parent();
    boolean ofHead =
        parent != null
            && parent.nameIs("head")
            && (element.nameIs("meta") || element.nameIs("title"));
    return !ofHead && (Elements.isDropped(element) || element.nameIs("form"));
  }

  static boolean isForbidden(String attribute) {
    return attribute.startsWith("on") || FORBIDDEN_ATTRIBUTES.contains(attribute);
  }

  private static boolean isForbidden(int character) {
    return CleanText.isForbidden(character) || CleanText.overridesDirection(character);
  }
}
