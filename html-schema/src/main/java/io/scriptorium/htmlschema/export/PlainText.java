package io.scriptorium.htmlschema.export;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.ReadingText;
import java.util.List;

/**
 * The text of a document in reading order, without any markup: what {@link ReadingText} says, and a
 * form feed between two pages. Safe for use by several threads.
 */
public final class PlainText {
  private PlainText() {}

  /** The text of all pages, to be stored as UTF-8. */
  public static String document(List<Page> pages) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      if (i > 0) {
        out.append('\f');
      }
      String text = ReadingText.of(pages.get(i));
      out.append(text);
      if (!text.isEmpty()) {
        out.append('\n');
      }
    }
    return out.toString();
  }
}
