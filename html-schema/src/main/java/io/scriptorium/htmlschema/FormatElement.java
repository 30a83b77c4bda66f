package io.scriptorium.htmlschema;

import static io.scriptorium.htmlschema.FormatAttribute.BOX;
import static io.scriptorium.htmlschema.FormatAttribute.CHARSET;
import static io.scriptorium.htmlschema.FormatAttribute.CLASS;
import static io.scriptorium.htmlschema.FormatAttribute.COLSPAN;
import static io.scriptorium.htmlschema.FormatAttribute.CONFIDENCE;
import static io.scriptorium.htmlschema.FormatAttribute.CONTINUES;
import static io.scriptorium.htmlschema.FormatAttribute.FORMAT;
import static io.scriptorium.htmlschema.FormatAttribute.PAGE;
import static io.scriptorium.htmlschema.FormatAttribute.ROLE;
import static io.scriptorium.htmlschema.FormatAttribute.ROWSPAN;
import static io.scriptorium.htmlschema.FormatAttribute.SIZE;
import static io.scriptorium.htmlschema.FormatAttribute.SOURCE;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The elements of the format, and which attributes they may have. */
enum FormatElement {
  HTML(List.of("html"), "a file", "of a document `head` and `body`; of a page `body`"),
  HEAD(List.of("head"), "the head of a document", "`meta`, then `title`"),
  META(List.of("meta"), "the encoding", "nothing", CHARSET),
  TITLE(List.of("title"), "format and version", "text"),
  BODY(List.of("body"), "the content", "of a document sections, of a page blocks"),
  SECTION(List.of("section"), "a page of a document", "blocks", CLASS, PAGE, SIZE),
  PARAGRAPH(List.of("p"), "`Paragraph`", "text and `br`", BOX, ROLE, CONFIDENCE),
  HEADING(
      List.of("h1", "h2", "h3", "h4", "h5", "h6"),
      "`Heading`",
      "text and `br`",
      BOX,
      ROLE,
      CONFIDENCE),
  LIST(List.of("ol", "ul"), "`ListBlock`", "`li`", BOX, ROLE, CONFIDENCE),
  ITEM(List.of("li"), "`ListItem`", "text and `br`", BOX),
  TABLE(List.of("table"), "`Table`", "`tr`", BOX, CLASS, ROLE, CONFIDENCE, CONTINUES),
  ROW(List.of("tr"), "a row of a `Grid`", "`td` and `th`"),
  CELL(List.of("td", "th"), "`Cell`", "text and `br`", COLSPAN, ROWSPAN),
  FIGURE(
      List.of("div"), "a figure", "`img`, then its content", CLASS, FORMAT, BOX, ROLE, CONFIDENCE),
  PICTURE(List.of("img"), "the place of a figure", "nothing", BOX, SOURCE),
  CONTENT(List.of("div", "p", "table"), "the content of a figure", "notation; text and `br`; `tr`"),
  BREAK(List.of("br"), "a line break", "nothing");

  private static final Set<String> NAMES =
      Arrays.stream(values())
          .flatMap(element -> element.names.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final List<String> names;
  private final String meaning;
  private final String content;
  private final List<FormatAttribute> attributes;
  private final Set<String> attributeNames;

  FormatElement(List<String> names, String meaning, String content, FormatAttribute... attributes) {
    this.names = names;
    this.meaning = meaning;
    this.content = content;
    this.attributes = List.of(attributes);
    this.attributeNames =
        this.attributes.stream().map(FormatAttribute::text).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an element of the format has this name. */
  static boolean isKnown(String name) {
    return NAMES.contains(name);
  }

  /** The names as written. */
  List<String> names() {
    return names;
  }

  /** What it stands for, in Markdown for a person. */
  String meaning() {
    return meaning;
  }

  /** What it holds, in Markdown for a person. */
  String content() {
    return content;
  }

  List<FormatAttribute> attributes() {
    return attributes;
  }

  /** The names of its attributes. */
  Set<String> attributeNames() {
    return attributeNames;
  }
}
