package io.scriptorium.htmlschema;

/** Running text. */
public record Paragraph(BoundingBox box, String text) implements Block {
  public Paragraph {
    text = CleanText.flowing(text);
  }
}
