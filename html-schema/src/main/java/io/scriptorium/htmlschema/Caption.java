package io.scriptorium.htmlschema;

/** A picture with its caption. */
public record Caption(BoundingBox box, String text, Marks marks) implements Block {
  public Caption {
    text = CleanText.flowing(text);
  }

  public Caption(BoundingBox box, String text) {
    this(box, text, Marks.NONE);
  }

  @Override
  public Caption with(Marks newMarks) {
    return new Caption(box, text, newMarks);
  }
}
