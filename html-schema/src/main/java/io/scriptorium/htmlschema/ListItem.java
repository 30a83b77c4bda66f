package io.scriptorium.htmlschema;

/** An item of a {@link ListBlock}. */
public record ListItem(BoundingBox box, String text) {
  public ListItem {
    text = CleanText.flowing(text);
  }
}
