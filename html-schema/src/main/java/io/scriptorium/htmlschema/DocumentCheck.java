package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Checks the frame of a file: one page, or the sections of a document. */
final class DocumentCheck {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8}) ([1-9]\\d{0,8})");

  private final ViolationLog log;
  private final FormCheck form;

  /** For each page so far, the number of its tables. */
  private final List<Integer> tables = new ArrayList<>();

  DocumentCheck(ViolationLog log) {
    this.log = log;
    this.form = new FormCheck(log);
  }

  void check(Document document) {
    Element html = document.expectFirst("html");
    explicit(html);
    form.attributes(html, FormatElement.HTML);
    form.noText(html);
    Element body = null;
    Element head = null;
    for (Element child : html.children()) {
      if (child.nameIs("body") && body == null) {
        body = child;
      } else if (child.nameIs("head") && head == null) {
        head = child;
      } else {
        form.misfit(child);
      }
    }
    if (body == null) {
      log.add(ViolationCode.ELEMENT_MISSING, html, "there is no body");
      return;
    }
    explicit(body);
    form.attributes(body, FormatElement.BODY);
    if (isDocument(document, body)) {
      doctype(document);
      head(head, html);
      sections(body);
    } else {
      if (head != null && !head.sourceRange().isImplicit()) {
        form.misfit(head);
      }
      new BlockCheck(null, null, log).blocks(body);
    }
  }

  private static boolean isDocument(Document document, Element body) {
    return document.documentType() != null
        || body.children().stream().anyMatch(child -> child.nameIs("section"));
  }

  private void explicit(Element element) {
    if (element.sourceRange().isImplicit()) {
      log.add(
          ViolationCode.ELEMENT_MISSING,
          element,
          "the tag of " + element.normalName() + " is missing");
    }
  }

  private void doctype(Document document) {
    DocumentType type = document.documentType();
    if (type == null) {
      log.add(ViolationCode.ELEMENT_MISSING, 1, 1, "the document type is missing");
    } else if (!type.name().equals("html")
        || !type.publicId().isEmpty()
        || !type.systemId().isEmpty()) {
      log.add(ViolationCode.MALFORMED, type, "the document type is not html alone");
    }
  }

  private void head(@Nullable Element head, Element html) {
    List<Element> children = head == null ? List.of() : head.children();
    boolean complete =
        children.size() == 2
            && children.get(0).nameIs("meta")
            && children.get(0).attr("charset").equalsIgnoreCase("utf-8")
            && children.get(1).nameIs("title");
    if (!complete) {
      String message = "the head is not meta with charset utf-8, then title";
      log.add(ViolationCode.ELEMENT_MISSING, head == null ? html : head, message);
    }
    for (Element child : children) {
      if (child.nameIs("meta")) {
        form.attributes(child, FormatElement.META);
      } else if (child.nameIs("title")) {
        form.attributes(child, FormatElement.TITLE);
      } else {
        form.misfit(child);
      }
    }
  }

  private void sections(Element body) {
    form.noText(body);
    int number = 0;
    for (Element child : body.children()) {
      if (child.nameIs("section")) {
        number++;
        log.beginPage(number);
        section(child, number);
      } else {
        form.misfit(child);
      }
    }
  }

  private void section(Element section, int number) {
    form.attributes(section, FormatElement.SECTION);
    if (!section.attr("class").equals("page")) {
      log.add(ViolationCode.ATTRIBUTE_INVALID, section, "the class of the section is not page");
    }
    if (!section.attr("data-page").equals(Integer.toString(number))) {
      log.add(ViolationCode.PAGE_NUMBER_INVALID, section, "data-page is not " + number);
    }
    new BlockCheck(size(section), tables, log).blocks(section);
    tables.add((int) section.children().stream().filter(child -> child.nameIs("table")).count());
  }

  private @Nullable PageSize size(Element section) {
    if (!section.hasAttr("data-size")) {
      log.add(ViolationCode.SIZE_MISSING, section, "data-size is missing");
      return null;
    }
    Matcher size = SIZE.matcher(section.attr("data-size"));
    if (!size.matches()) {
      log.add(ViolationCode.SIZE_INVALID, section, "data-size is not two positive integers");
      return null;
    }
    return new PageSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }
}
