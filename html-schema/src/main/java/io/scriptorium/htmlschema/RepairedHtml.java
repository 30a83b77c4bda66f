package io.scriptorium.htmlschema;

import java.util.List;

/**
 * A file that was brought into the published format.
 *
 * @param pages each page with what had to be put right on it; one without a number of its own if
 *     the file is a single page
 * @param html the file as {@link HtmlWriter} writes it
 */
public record RepairedHtml(List<PageReading> pages, String html) {
  public RepairedHtml {
    pages = List.copyOf(pages);
  }

  /** Whether nothing but the order of attributes, white space and the like was changed. */
  public boolean isUnchanged() {
    return pages.stream().allMatch(page -> page.repairs().isEmpty());
  }
}
