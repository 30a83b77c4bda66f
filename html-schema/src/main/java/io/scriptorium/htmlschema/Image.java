package io.scriptorium.htmlschema;

/** A picture without text of its own. */
public record Image(BoundingBox box, Marks marks) implements Block {
  public Image(BoundingBox box) {
    this(box, Marks.NONE);
  }

  @Override
  public Image with(Marks newMarks) {
    return new Image(box, newMarks);
  }
}
