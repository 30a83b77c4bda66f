package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.PageInk;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.SearchablePdf;
import io.scriptorium.renderer.SourceFormat;
import io.scriptorium.renderer.TextLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Opens scripts: the first line is done on opening, each further one is a page. */
record ScriptedRenderer(RenderOptions options) implements DocumentOpener {
  static final int WIDTH = 60;
  static final int HEIGHT = 40;

  @Override
  public PageSource open(Path file) throws RenderException {
    List<String> script;
    try {
      script = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Deed.of(script.get(0), options, 0);
    return new Script(options, script.subList(1, script.size()));
  }

  @Override
  public void close() {}

  private record Script(RenderOptions options, List<String> lines) implements PageSource {
    @Override
    public SourceFormat format() {
      return SourceFormat.TIFF;
    }

    @Override
    public int pageCount() {
      return lines.size();
    }

    /** All pixels of a page have its number as their value. */
    @Override
    public RenderedPage render(int number) throws RenderException {
      Deed.of(lines.get(number - 1), options, number);
      byte[] rgb = new byte[WIDTH * HEIGHT * 3];
      Arrays.fill(rgb, (byte) number);
      RasterImage image = new RasterImage(WIDTH, HEIGHT, rgb);
      return new RenderedPage(
          number,
          image,
          options.dpi(),
          new PageTransform(1, 0, 0, -1, 0, HEIGHT),
          List.of(),
          PageInk.of(image),
          TextLayer.NONE);
    }

    /** Comes to the deeds of the pages, and writes what it was told. */
    @Override
    public SearchablePdf searchable() {
      return new ScriptedSearchable(options, lines);
    }

    @Override
    public void close() {}
  }

  private record ScriptedSearchable(RenderOptions options, List<String> lines)
      implements SearchablePdf {
    @Override
    public void add(PageText page) throws RenderException {
      Deed.of(lines.get(page.number() - 1), options, page.number());
    }

    @Override
    public void save(Path file) throws IOException {
      Files.write(file, lines);
    }

    @Override
    public void close() {}
  }
}
