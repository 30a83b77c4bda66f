package io.scriptorium.htmlschema;

/** The attributes of the format. */
enum FormatAttribute {
  CHARSET("charset", "`utf-8`"),
  CLASS(
      "class",
      "`page` of a section; `table` and a number of a table; the name of a figure, see below"),
  PAGE("data-page", "the number of the page, counted from 1"),
  SIZE("data-size", "`W H`, width and height of the page in pixels"),
  BOX(
      BoxReader.ATTRIBUTE,
      "`x1 y1 x2 y2` in pixels of the upright page, `0 <= x1 < x2 <= W`, `0 <= y1 < y2 <= H`"),
  ROLE(FileMarks.ROLE, "`header`, `footer` or `page-number`; left out for the body"),
  CONFIDENCE(
      FileMarks.CONFIDENCE,
      "0 to 1 with up to three decimals, how sure the model was; left out if not known"),
  CONTINUES(
      FileMarks.CONTINUES,
      "`down` or `right`, a page and a table of it: the part of the table that this one goes on"
          + " from"),
  SOURCE("src", "`crops/PPPP-BBB.png` of page and block number: a picture of the figure"),
  FORMAT("format", "the notation of a figure, see below"),
  COLSPAN("colspan", "1 to " + Cell.MAX_COLSPAN),
  ROWSPAN("rowspan", "1 to " + Cell.MAX_ROWSPAN);

  private final String text;
  private final String range;

  FormatAttribute(String text, String range) {
    this.text = text;
    this.range = range;
  }

  /** The name as written. */
  String text() {
    return text;
  }

  /** What it may hold, in Markdown for a person. */
  String range() {
    return range;
  }
}
