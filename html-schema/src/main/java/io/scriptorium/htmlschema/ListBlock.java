package io.scriptorium.htmlschema;

import java.util.List;

/**
 * A list.
 *
 * @param ordered whether its items are numbered
 */
public record ListBlock(BoundingBox box, boolean ordered, List<ListItem> items, Marks marks)
    implements Block {
  public ListBlock {
    items = List.copyOf(items);
  }

  public ListBlock(BoundingBox box, boolean ordered, List<ListItem> items) {
    this(box, ordered, items, Marks.NONE);
  }

  @Override
  public ListBlock with(Marks newMarks) {
    return new ListBlock(box, ordered, items, newMarks);
  }
}
