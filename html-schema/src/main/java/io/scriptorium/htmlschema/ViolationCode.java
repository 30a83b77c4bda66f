package io.scriptorium.htmlschema;

/** What {@link HtmlValidator} may find wrong. The names are stable. */
public enum ViolationCode {
  FILE_TOO_LONG("The file is longer than the validator takes"),
  MALFORMED(
      "A tag, attribute, comment or character reference is broken, or an element is not closed"),
  ELEMENT_MISSING("An element of the format is missing"),
  ELEMENT_UNKNOWN("An element does not belong to the format"),
  ELEMENT_MISPLACED("An element of the format stands where it must not"),
  TEXT_MISPLACED("Text stands outside the elements that hold text"),
  ATTRIBUTE_UNKNOWN("An attribute does not belong to the format"),
  ATTRIBUTE_INVALID("An attribute has a value that the format does not know"),
  CLASS_UNKNOWN("The class of a figure is not one of the format"),
  CONTENT_FORBIDDEN("Something active, styled or loaded from elsewhere, or a comment"),
  CHARACTER_FORBIDDEN("A character must not stand in a text"),
  BOX_MISSING("A block or item has no box"),
  BOX_INVALID("A box is not four integers with x1 < x2 and y1 < y2"),
  BOX_OUTSIDE("A box reaches outside its page"),
  CONTINUATION_INVALID("A table goes on from a table that is on no earlier page"),
  SIZE_MISSING("A page does not tell its size"),
  SIZE_INVALID("The size of a page is not two positive integers"),
  PAGE_NUMBER_INVALID("Pages are not numbered 1, 2, 3 and so on"),
  SPAN_INVALID("A colspan or rowspan is not a number within the limits of HTML"),
  TABLE_RAGGED("Rows of a table differ in length, or a span leaves the table"),
  TABLE_OVERLAPPING("Cells of a table overlap"),
  TABLE_TOO_LARGE("A table has more places than the limit"),
  VIOLATIONS_OMITTED("There are more violations than are listed");

  private final String description;

  ViolationCode(String description) {
    this.description = description;
  }

  /** What it means, for a person: sentences, the last one without its full stop. */
  public String description() {
    return description;
  }
}
