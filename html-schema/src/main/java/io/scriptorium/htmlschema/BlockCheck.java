package io.scriptorium.htmlschema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Checks the blocks of one page. */
final class BlockCheck {
  private static final String INTEGER = "(0|[1-9]\\d{0,8})";
  private static final Pattern BOX =
      Pattern.compile(String.join(" ", INTEGER, INTEGER, INTEGER, INTEGER));

  private final @Nullable PageSize size;
  private final @Nullable List<Integer> earlier;
  private final ViolationLog log;
  private final FormCheck form;
  private final TableCheck tables;

  /**
   * @param size the page's, or null if it is not known
   * @param earlier number of tables on each earlier page, or null if the page stands alone
   */
  BlockCheck(@Nullable PageSize size, @Nullable List<Integer> earlier, ViolationLog log) {
    this.size = size;
    this.earlier = earlier;
    this.log = log;
    this.form = new FormCheck(log);
    this.tables = new TableCheck(log);
  }

  void blocks(Element parent) {
    form.noText(parent);
    int number = 0;
    for (Element child : parent.children()) {
      number++;
      log.beginBlock(number, Elements.label(child));
      block(child);
    }
  }

  private void block(Element element) {
    switch (element.normalName()) {
      case "p" -> text(element, FormatElement.PARAGRAPH);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> text(element, FormatElement.HEADING);
      case "ol", "ul" -> list(element);
      case "table" -> {
        form.attributes(element, FormatElement.TABLE);
        box(element);
        marks(element);
        continuation(element);
        if (!element.attr("class").matches("table[1-9]\\d{0,8}")) {
          log.add(ViolationCode.ATTRIBUTE_INVALID, element, "the class is not table and a number");
        }
        tables.check(element);
      }
      case "div" -> figure(element);
      default -> form.misfit(element);
    }
  }

  private void text(Element element, FormatElement as) {
    form.attributes(element, as);
    box(element);
    if (as != FormatElement.ITEM) {
      marks(element);
    }
    form.onlyText(element);
  }

  private void list(Element list) {
    form.attributes(list, FormatElement.LIST);
    box(list);
    marks(list);
    form.noText(list);
    for (Element child : list.children()) {
      if (child.nameIs("li")) {
        text(child, FormatElement.ITEM);
      } else {
        form.misfit(child);
      }
    }
  }

  private void figure(Element element) {
    form.attributes(element, FormatElement.FIGURE);
    box(element);
    marks(element);
    Optional<FigureClass> known =
        Arrays.stream(FigureClass.values())
            .filter(figure -> figure.attribute().equals(element.attr("class")))
            .findFirst();
    if (known.isEmpty()) {
      log.add(ViolationCode.CLASS_UNKNOWN, element, "the class is not one of the format");
      return;
    }
    FigureClass figure = known.get();
    if (figure.format().isEmpty() && element.hasAttr("format")) {
      log.add(ViolationCode.ATTRIBUTE_UNKNOWN, element, "this figure has no format");
    } else if (!element.attr("format").equals(figure.format())) {
      log.add(ViolationCode.ATTRIBUTE_INVALID, element, "format is not " + figure.format());
    }
    form.noText(element);
    children(element, figure);
  }

  private void children(Element element, FigureClass figure) {
    List<String> expected =
        figure.contentName().isEmpty() ? List.of("img") : List.of("img", figure.contentName());
    List<Element> children = element.children();
    for (int i = 0; i < children.size(); i++) {
      Element child = children.get(i);
      if (i >= expected.size() || !child.nameIs(expected.get(i))) {
        form.misfit(child);
      } else if (i == 0) {
        form.attributes(child, FormatElement.PICTURE);
        box(child);
      } else {
        form.attributes(child, FormatElement.CONTENT);
        content(child);
      }
    }
    if (children.size() < expected.size()) {
      String missing = expected.get(children.size());
      log.add(ViolationCode.ELEMENT_MISSING, element, "there is no " + missing + " in the figure");
    }
  }

  private void content(Element content) {
    if (content.nameIs("table")) {
      tables.check(content);
    } else {
      form.onlyText(content);
    }
  }

  private void marks(Element element) {
    if (element.hasAttr(FileMarks.ROLE) && FileMarks.role(element.attr(FileMarks.ROLE)).isEmpty()) {
      log.add(ViolationCode.ATTRIBUTE_INVALID, element, "data-role is none of the format");
    }
    if (element.hasAttr(FileMarks.CONFIDENCE)
        && FileMarks.confidence(element.attr(FileMarks.CONFIDENCE)).isEmpty()) {
      log.add(
          ViolationCode.ATTRIBUTE_INVALID,
          element,
          "data-confidence is not between 0 and 1 with up to three decimals");
    }
  }

  private void continuation(Element table) {
    if (!table.hasAttr(FileMarks.CONTINUES)) {
      return;
    }
    Continuation part = FileMarks.continuation(table.attr(FileMarks.CONTINUES)).orElse(null);
    if (part == null) {
      log.add(
          ViolationCode.ATTRIBUTE_INVALID,
          table,
          "data-continues is not a direction, a page and a table");
    } else if (earlier != null && !part.isAmong(earlier)) {
      log.add(
          ViolationCode.CONTINUATION_INVALID,
          table,
          "there is no table " + part.table() + " on an earlier page " + part.page());
    }
  }

  private void box(Element element) {
    if (!Elements.hasBox(element)) {
      log.add(ViolationCode.BOX_MISSING, element, Elements.label(element) + " has no data-bbox");
      return;
    }
    Matcher numbers = BOX.matcher(element.attr(BoxReader.ATTRIBUTE));
    if (!numbers.matches()) {
      log.add(ViolationCode.BOX_INVALID, element, "data-bbox is not four integers");
      return;
    }
    int[] box = new int[4];
    for (int i = 0; i < box.length; i++) {
      box[i] = Integer.parseInt(numbers.group(i + 1));
    }
    if (box[2] <= box[0] || box[3] <= box[1]) {
      String message = "box " + numbers.group() + " is empty or has its corners swapped";
      log.add(ViolationCode.BOX_INVALID, element, message);
    } else if (size != null && (box[2] > size.width() || box[3] > size.height())) {
      log.add(
          ViolationCode.BOX_OUTSIDE,
          element,
          "box "
              + numbers.group()
              + " reaches outside the page of "
              + size.width()
              + " x "
              + size.height());
    }
  }
}
