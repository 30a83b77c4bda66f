package io.scriptorium.htmlschema;

/** What {@link ModelOutputReader} may have to put right. The names are stable. */
public enum RepairCode {
  TEXT_CUT(
      "The answer is longer, or holds more tags, than the reader takes; the rest was not read"),
  OUTPUT_EMPTY("The answer holds nothing"),
  OUTPUT_TRUNCATED("The answer ends before its end tags, or inside a tag, which is dropped"),
  FENCE_UNCLOSED("The code fence around the answer was not closed"),
  NOT_HTML("The answer holds no element of the format; its text is kept as one paragraph"),
  TAG_CLOSED("A tag, or a quote inside it, was not closed"),
  TAG_AS_TEXT("What looked like the start of a tag was kept as text"),
  CHARACTERS_REPLACED("Characters that must not stand in a text were replaced or dropped"),
  COMMENT_DROPPED("A comment was dropped"),
  STYLE_DROPPED("A style sheet was dropped"),
  ELEMENT_DROPPED("An element with no place in the format was dropped with its content"),
  ELEMENT_UNKNOWN("An element that the format does not know was dropped, its content kept"),
  MARKUP_FLATTENED("Elements inside a text were dropped, their text kept"),
  ATTRIBUTES_DROPPED("Attributes that the format does not know were dropped"),
  CLASS_NORMALIZED("The class of a figure or table was spelled in another way"),
  FORMAT_NORMALIZED("The format attribute of a figure was missing or different"),
  CONTENT_MOVED("A block stood inside another; it now follows it"),
  BLOCK_EMPTY("A block had neither text nor box and was dropped"),
  BOX_MISSING("No box could be found; the block has the whole page"),
  BOX_INVALID("A box was not four finite numbers; it was not used"),
  BOX_DERIVED("A box was taken from what stands around or inside the block"),
  BOX_REFORMATTED("A box had commas, brackets, fractions or the like"),
  BOX_SWAPPED("A box had its corners in another order"),
  BOX_CLAMPED("A box reached outside the page"),
  BOX_WIDENED("A box was thinner than a pixel"),
  BOX_DROPPED("A box besides the block's own was dropped"),
  TABLE_PADDED("Rows of a table were filled with empty cells"),
  TABLE_CUT("A table was larger than the limit; its last rows were dropped"),
  SPAN_CHANGED("Spans of cells were invalid, overlapped or left the table"),
  SIZE_DERIVED("A page of a file did not tell its size; it was taken from the boxes"),
  PAGE_RENUMBERED("A page of a file had no number or another than its place"),
  MARK_DROPPED(
      "A mark of a file's block had no meaning, or went on from a table that is not there"),
  REPAIRS_OMITTED("There are more repairs than are listed");

  private final String description;

  RepairCode(String description) {
    this.description = description;
  }

  /** What it means, for a person: sentences, the last one without its full stop. */
  public String description() {
    return description;
  }
}
