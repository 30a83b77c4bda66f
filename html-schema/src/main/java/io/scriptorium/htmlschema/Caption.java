package io.scriptorium.htmlschema;

/** A picture with its caption. */
public record Caption(BoundingBox box, String text) implements Block {
  public Caption {
    text = CleanText.flowing(text);
  }
}
