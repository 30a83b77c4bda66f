package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.SearchablePdf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps the text of all pages until a child writes them, and another one if the first dies. */
final class PooledSearchable implements SearchablePdf {
  private final PooledDocument document;
  private final List<PageText> pages = new ArrayList<>();

  PooledSearchable(PooledDocument document) {
    this.document = document;
  }

  @Override
  public void add(PageText page) {
    if (page.number() > document.pageCount()) {
      throw new IllegalArgumentException(
          "page number (" + page.number() + ") is outside 1 to " + document.pageCount());
    }
    pages.add(page);
  }

  @Override
  public void save(Path file) throws RenderException, IOException {
    document.writeSearchable(pages, file);
  }

  @Override
  public void close() {
    pages.clear();
  }
}
