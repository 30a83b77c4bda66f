package io.scriptorium.htmlschema;

/** What {@link HtmlValidator} may find wrong. The names are stable. */
public enum ViolationCode {
  /** The file is longer than the validator takes. */
  FILE_TOO_LONG,
  /** A tag, attribute, comment or character reference is broken, or an element is not closed. */
  MALFORMED,
  /** An element of the format is missing. */
  ELEMENT_MISSING,
  /** An element does not belong to the format. */
  ELEMENT_UNKNOWN,
  /** An element of the format stands where it must not. */
  ELEMENT_MISPLACED,
  /** Text stands outside the elements that hold text. */
  TEXT_MISPLACED,
  /** An attribute does not belong to the format. */
  ATTRIBUTE_UNKNOWN,
  /** An attribute has a value that the format does not know. */
  ATTRIBUTE_INVALID,
  /** The class of a figure is not one of the format. */
  CLASS_UNKNOWN,
  /** Something active, styled or loaded from elsewhere, or a comment. */
  CONTENT_FORBIDDEN,
  /** A character must not stand in a text. */
  CHARACTER_FORBIDDEN,
  /** A block or item has no box. */
  BOX_MISSING,
  /** A box is not four integers with x1 &lt; x2 and y1 &lt; y2. */
  BOX_INVALID,
  /** A box reaches outside its page. */
  BOX_OUTSIDE,
  /** A page does not tell its size. */
  SIZE_MISSING,
  /** The size of a page is not two positive integers. */
  SIZE_INVALID,
  /** Pages are not numbered 1, 2, 3 and so on. */
  PAGE_NUMBER_INVALID,
  /** A colspan or rowspan is not a number within the limits of HTML. */
  SPAN_INVALID,
  /** Rows of a table differ in length, or a span leaves the table. */
  TABLE_RAGGED,
  /** Cells of a table overlap. */
  TABLE_OVERLAPPING,
  /** A table has more places than the limit. */
  TABLE_TOO_LARGE,
  /** There are more violations than are listed. */
  VIOLATIONS_OMITTED
}
