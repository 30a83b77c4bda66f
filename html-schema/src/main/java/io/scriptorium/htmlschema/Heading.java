package io.scriptorium.htmlschema;

/**
 * A heading.
 *
 * @param level 1 (the page's main heading) to 6
 */
public record Heading(BoundingBox box, int level, String text, Marks marks) implements Block {
  public Heading {
    if (level < 1 || level > 6) {
      throw new IllegalArgumentException("heading level " + level + " is not between 1 and 6");
    }
    text = CleanText.flowing(text);
  }

  public Heading(BoundingBox box, int level, String text) {
    this(box, level, text, Marks.NONE);
  }

  @Override
  public Heading with(Marks newMarks) {
    return new Heading(box, level, text, newMarks);
  }
}
