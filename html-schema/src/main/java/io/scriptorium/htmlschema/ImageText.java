package io.scriptorium.htmlschema;

/** A picture with the text that stands inside it. */
public record ImageText(BoundingBox box, String text) implements Block {
  public ImageText {
    text = CleanText.flowing(text);
  }
}
