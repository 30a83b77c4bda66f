package io.scriptorium.htmlschema;

import java.util.List;

/**
 * A list.
 *
 * @param ordered whether its items are numbered
 */
public record ListBlock(BoundingBox box, boolean ordered, List<ListItem> items) implements Block {
  public ListBlock {
    items = List.copyOf(items);
  }
}
