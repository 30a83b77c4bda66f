package io.scriptorium.htmlschema;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The small checks that all elements share. */
final class FormCheck {
  private final ViolationLog log;

  FormCheck(ViolationLog log) {
    this.log = log;
  }

  /** Only those attributes that the format gives to the element. */
  void attributes(Element element, FormatElement as) {
    attributes(element, as.attributeNames());
  }

  void attributes(Element element, Set<String> known) {
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (!known.contains(name) && !SafetyCheck.isForbidden(name)) {
        log.add(
            ViolationCode.ATTRIBUTE_UNKNOWN,
            element,
            "an attribute of " + Elements.label(element) + " is not of the format");
      }
    }
  }

  /** Text may stand only in elements that hold text. */
  void noText(Element element) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text && !CleanText.isBlank(text.getWholeText())) {
        log.addText(
            ViolationCode.TEXT_MISPLACED, text, Elements.label(element) + " holds no text itself");
      }
    }
  }

  /** Nothing but text and line breaks. */
  void onlyText(Element element) {
    for (Element child : element.children()) {
      if (child.nameIs("br")) {
        attributes(child, FormatElement.BREAK);
      } else {
        misfit(child);
      }
    }
  }

  /** An element that must not stand where it does. */
  void misfit(Element element) {
    if (SafetyCheck.isForbidden(element)) {
      return; // has been reported as such
    }
    if (FormatElement.isKnown(element.normalName())) {
      log.add(
          ViolationCode.ELEMENT_MISPLACED,
          element,
          Elements.label(element) + " must not stand here");
    } else {
      log.add(
          ViolationCode.ELEMENT_UNKNOWN,
          element,
          Elements.label(element) + " is not of the format");
    }
  }
}
