package io.scriptorium.htmlschema;

/** Running text. */
public record Paragraph(BoundingBox box, String text, Marks marks) implements Block {
  public Paragraph {
    text = CleanText.flowing(text);
  }

  public Paragraph(BoundingBox box, String text) {
    this(box, text, Marks.NONE);
  }

  @Override
  public Paragraph with(Marks newMarks) {
    return new Paragraph(box, text, newMarks);
  }
}
