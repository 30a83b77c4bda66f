package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A PDF in the making whose pages look as those of the document and carry text that is not seen,
 * but searched, marked and copied. The same document and text give the same bytes. For one thread;
 * whoever begins one closes it.
 *
 * <p>A PDF keeps its pages with all that belongs to them; what is added to a page is one content
 * stream and one font. It is written without the protection it may have had. Each picture of
 * another file becomes a page: a JPEG in its own bytes where PDF knows its colours, and every other
 * picture in the pixels that a rendering gives, packed without loss.
 */
public interface SearchablePdf extends AutoCloseable {
  /**
   * Adds the text of a page; pages without text need no call.
   *
   * @throws RenderException if this page cannot carry any
   */
  void add(PageText page) throws RenderException;

  /**
   * Writes a new file. To be called once, after all pages.
   *
   * @throws RenderException if the document does not let itself be written anew
   * @throws IOException if the file cannot be written
   */
  void save(Path file) throws RenderException, IOException;

  @Override
  void close();
}
