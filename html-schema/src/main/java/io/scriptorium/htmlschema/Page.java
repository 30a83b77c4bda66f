package io.scriptorium.htmlschema;

import java.util.List;

/** The validated content of one page, in reading order; every box lies on the page. */
public record Page(PageSize size, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      requireOnPage(block.box(), size, i);
      if (block instanceof ListBlock list) {
        for (ListItem item : list.items()) {
          requireOnPage(item.box(), size, i);
        }
      }
    }
  }

  private static void requireOnPage(BoundingBox box, PageSize size, int block) {
    if (!box.isOn(size)) {
      throw new IllegalArgumentException(
          "box ("
              + box.text()
              + ") of block "
              + (block + 1)
              + " reaches outside the page of "
              + size.width()
              + " x "
              + size.height());
    }
  }
}
