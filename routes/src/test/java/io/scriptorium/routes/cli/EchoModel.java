package io.scriptorium.routes.cli;

import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.parser.KeyValueAnswer;
import io.scriptorium.parser.ModelIdentity;
import io.scriptorium.parser.PageAnswer;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ReadPage;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.RasterImage;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * A model that reads the width of every page off it, as the value of every key as well. Pages of
 * width 13 break it.
 */
final class EchoModel implements PageModel {
  static final int UNLUCKY_WIDTH = 13;

  private boolean closed;

  boolean isClosed() {
    return closed;
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity("echo", "ec40", Map.of());
  }

  @Override
  public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount) {
    return pictures.stream().map(sizes -> echo(sizes.get(0), tokenCount)).toList();
  }

  private static PageAnswer echo(RasterImage page, IntConsumer tokenCount) {
    if (page.width() == UNLUCKY_WIDTH) {
      throw new IllegalStateException("content of the page");
    }
    tokenCount.accept(1);
    String html = "<html><body><p data-bbox=\"0 0 2 2\">width %d</p></body></html>";
    PageSize seen = new PageSize(page.width(), page.height());
    return new PageAnswer(
        html.formatted(page.width()), seen, PageAnswer.End.WHOLE, 9, 1, -0.5, null);
  }

  @Override
  public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount) {
    return page.pictures().stream()
        .map(
            picture -> {
              String json = keys.json().replace("\"\"", "\"" + picture.width() + "\"");
              return new KeyValueAnswer(json, PageAnswer.End.WHOLE, 9, 1);
            })
        .toList();
  }

  @Override
  public void close() {
    closed = true;
  }
}
