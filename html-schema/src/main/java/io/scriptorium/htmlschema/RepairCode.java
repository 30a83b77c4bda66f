package io.scriptorium.htmlschema;

/** What {@link ModelOutputReader} may have to put right. The names are stable. */
public enum RepairCode {
  /** The answer is longer, or holds more tags, than the reader takes; the rest was not read. */
  TEXT_CUT,
  /** The answer holds nothing. */
  OUTPUT_EMPTY,
  /** The answer ends before its end tags, or inside a tag, which is dropped. */
  OUTPUT_TRUNCATED,
  /** The code fence around the answer was not closed. */
  FENCE_UNCLOSED,
  /** The answer holds no element of the format; its text is kept as one paragraph. */
  NOT_HTML,
  /** A tag, or a quote inside it, was not closed. */
  TAG_CLOSED,
  /** What looked like the start of a tag was kept as text. */
  TAG_AS_TEXT,
  /** Characters that must not stand in a text were replaced or dropped. */
  CHARACTERS_REPLACED,
  /** A comment was dropped. */
  COMMENT_DROPPED,
  /** A style sheet was dropped. */
  STYLE_DROPPED,
  /** An element with no place in the format was dropped with its content. */
  ELEMENT_DROPPED,
  /** An element that the format does not know was dropped, its content kept. */
  ELEMENT_UNKNOWN,
  /** Elements inside a text were dropped, their text kept. */
  MARKUP_FLATTENED,
  /** Attributes that the format does not know were dropped. */
  ATTRIBUTES_DROPPED,
  /** The class of a figure was spelled in another way. */
  CLASS_NORMALIZED,
  /** The format attribute of a figure was missing or different. */
  FORMAT_NORMALIZED,
  /** A block stood inside another; it now follows it. */
  CONTENT_MOVED,
  /** A block had neither text nor box and was dropped. */
  BLOCK_EMPTY,
  /** No box could be found; the block has the whole page. */
  BOX_MISSING,
  /** A box was not four finite numbers; it was not used. */
  BOX_INVALID,
  /** A box was taken from what stands around or inside the block. */
  BOX_DERIVED,
  /** A box had commas, brackets, fractions or the like. */
  BOX_REFORMATTED,
  /** A box had its corners in another order. */
  BOX_SWAPPED,
  /** A box reached outside the page. */
  BOX_CLAMPED,
  /** A box was thinner than a pixel. */
  BOX_WIDENED,
  /** A box besides the block's own was dropped. */
  BOX_DROPPED,
  /** Rows of a table were filled with empty cells. */
  TABLE_PADDED,
  /** A table was larger than the limit; its last rows were dropped. */
  TABLE_CUT,
  /** Spans of cells were invalid, overlapped or left the table. */
  SPAN_CHANGED,
  /** A page of a file did not tell its size; it was taken from the boxes. */
  SIZE_DERIVED,
  /** A page of a file had no number or another than its place. */
  PAGE_RENUMBERED,
  /** There are more repairs than are listed. */
  REPAIRS_OMITTED
}
