package io.scriptorium.renderer;

/**
 * An open document whose pages are rendered one at a time, in any order and as often as wanted; the
 * pixels of a page belong to the caller and are not kept. For one thread; whoever opens it closes
 * it.
 */
public interface PageSource extends AutoCloseable {
  SourceFormat format();

  int pageCount();

  /** What else is known of the document. */
  default DocumentFacts facts() {
    return DocumentFacts.NONE;
  }

  /**
   * Renders one page.
   *
   * @param number from 1 to {@link #pageCount()}
   * @throws IllegalArgumentException if there is no page of that number
   * @throws RenderException if this page cannot be rendered; other pages may still be
   */
  RenderedPage render(int number) throws RenderException;

  /**
   * Begins a PDF of this document that can be searched.
   *
   * @throws RenderException if the document does not let itself be written anew
   */
  SearchablePdf searchable() throws RenderException;

  @Override
  void close();
}
