package io.scriptorium.htmlschema;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells what is known of a block beside its place and content. */
interface MarksReader {
  /** For answers: nothing is known, and what they claim of themselves is not believed. */
  MarksReader NONE = element -> Marks.NONE;

  Marks read(Element element);

  /** The part of a table that a table goes on from. */
  default @Nullable Continuation continuation(Element table) {
    return null;
  }

  /** The attributes of blocks that are looked at. */
  default Set<String> attributes() {
    return Set.of();
  }

  /** The attributes of tables that are looked at. */
  default Set<String> tableAttributes() {
    return Set.of();
  }
}
