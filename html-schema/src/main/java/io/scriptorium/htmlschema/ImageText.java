package io.scriptorium.htmlschema;

/** A picture with the text that stands inside it. */
public record ImageText(BoundingBox box, String text, Marks marks) implements Block {
  public ImageText {
    text = CleanText.flowing(text);
  }

  public ImageText(BoundingBox box, String text) {
    this(box, text, Marks.NONE);
  }

  @Override
  public ImageText with(Marks newMarks) {
    return new ImageText(box, text, newMarks);
  }
}
