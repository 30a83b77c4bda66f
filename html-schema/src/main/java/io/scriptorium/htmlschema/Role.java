package io.scriptorium.htmlschema;

/** The part that a block plays on its page. All but {@link #BODY} is running matter. */
public enum Role {
  /** Content that stands on this page only. */
  BODY("body"),
  /** Repeated at the top of pages. */
  HEADER("header"),
  /** Repeated at the bottom of pages. */
  FOOTER("footer"),
  /** The number of the page and nothing else. */
  PAGE_NUMBER("page-number");

  private final String attribute;

  Role(String attribute) {
    this.attribute = attribute;
  }

  /** As it stands in the attribute {@code data-role}, where that of the body is left out. */
  public String attribute() {
    return attribute;
  }

  /** Whether the block belongs to the pages and not to what they tell. */
  public boolean isRunning() {
    return this != BODY;
  }
}
