package io.scriptorium.htmlschema;

/**
 * A chart.
 *
 * @param data what can be read off it; {@link Grid#EMPTY} if nothing was
 */
public record Chart(BoundingBox box, Grid data, Marks marks) implements Block {
  public Chart(BoundingBox box, Grid data) {
    this(box, data, Marks.NONE);
  }

  @Override
  public Chart with(Marks newMarks) {
    return new Chart(box, data, newMarks);
  }
}
