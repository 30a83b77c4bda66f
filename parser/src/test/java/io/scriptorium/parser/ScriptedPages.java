package io.scriptorium.parser;

import io.scriptorium.renderer.DocumentFacts;
import io.scriptorium.renderer.PageInk;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.SearchablePdf;
import io.scriptorium.renderer.SourceFormat;
import io.scriptorium.renderer.TextArea;
import io.scriptorium.renderer.TextLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A document of white pages, of which chosen ones cannot be rendered. */
final class ScriptedPages implements PageSource {
  static final int WIDTH = 60;
  static final int HEIGHT = 40;

  private final int pages;
  private final Map<Integer, Exception> failures = new TreeMap<>();
  private final Set<Integer> blank = new TreeSet<>();
  private RenderException.@Nullable Code searchableFailure;
  private boolean closed;

  private ScriptedPages(int pages) {
    this.pages = pages;
  }

  static ScriptedPages ofPages(int pages) {
    return new ScriptedPages(pages);
  }

  ScriptedPages failingAt(int number, RenderException.Code code) {
    failures.put(number, new RenderException(code, "page " + number + " is broken"));
    return this;
  }

  ScriptedPages failingAt(int number, RuntimeException failure) {
    failures.put(number, failure);
    return this;
  }

  ScriptedPages failingAsPdf(RenderException.Code code) {
    searchableFailure = code;
    return this;
  }

  ScriptedPages blankAt(int number) {
    blank.add(number);
    return this;
  }

  @Override
  public DocumentFacts facts() {
    return new DocumentFacts(List.of(new DocumentFacts.Attachment("terms.txt", 12)), true);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public SourceFormat format() {
    return SourceFormat.TIFF;
  }

  @Override
  public int pageCount() {
    return pages;
  }

  @Override
  public RenderedPage render(int number) throws RenderException {
    Exception failure = failures.get(number);
    if (failure instanceof RenderException expected) {
      throw expected;
    }
    if (failure instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    RasterImage white = new RasterImage(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT * 3]);
    return new RenderedPage(
        number,
        white,
        200,
        new PageTransform(0.36, 0, 0, -0.36, 0, 14.4),
        List.of(),
        new PageInk(blank.contains(number) ? 0 : 0.1, blank.contains(number)),
        TextLayer.NONE);
  }

  /** Lists the texts that it was given, and their boxes. */
  @Override
  public SearchablePdf searchable() throws RenderException {
    if (searchableFailure != null) {
      throw new RenderException(searchableFailure, "it is not written anew");
    }
    return new ScriptedSearchable();
  }

  private static final class ScriptedSearchable implements SearchablePdf {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void add(PageText page) {
      for (TextArea area : page.areas()) {
        text.append("page %d: %s\n".formatted(page.number(), area));
      }
    }

    @Override
    public void save(Path file) throws IOException {
      Files.writeString(file, text);
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    closed = true;
  }
}
