package io.scriptorium.htmlschema;

import org.jspecify.annotations.Nullable;

/**
 * A table, or the part of one that stands on its page.
 *
 * @param continues the part that this one goes on from; null if the table begins here
 */
public record Table(BoundingBox box, Grid grid, Marks marks, @Nullable Continuation continues)
    implements Block {
  public Table(BoundingBox box, Grid grid) {
    this(box, grid, Marks.NONE, null);
  }

  @Override
  public Table with(Marks newMarks) {
    return new Table(box, grid, newMarks, continues);
  }

  /** The same table as the part of another one. */
  public Table continuing(@Nullable Continuation part) {
    return new Table(box, grid, marks, part);
  }
}
