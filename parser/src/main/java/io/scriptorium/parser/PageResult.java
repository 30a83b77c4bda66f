package io.scriptorium.parser;

import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.RenderWarning;
import io.scriptorium.renderer.RenderedPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one page. Holds neither the picture nor the model's text. */
sealed interface PageResult {
  int number();

  PageStatus status();

  /** How the page was rendered; null if it could not be. */
  @Nullable Rendering rendering();

  /**
   * A page that was read.
   *
   * @param status {@link PageStatus#DONE} or {@link PageStatus#TRUNCATED}
   */
  record Read(int number, PageStatus status, Rendering rendering, Usage usage, PageReading reading)
      implements PageResult {}

  /** A page that was not read. */
  record Failed(
      int number,
      @Nullable Rendering rendering,
      ParseException.Kind kind,
      String code,
      String message)
      implements PageResult {
    @Override
    public PageStatus status() {
      return PageStatus.FAILED;
    }
  }

  /** Size and resolution of a page image, its way back to the points of the source, and notes. */
  record Rendering(
      PageSize size, double dpi, PageTransform toPdfPoints, List<RenderWarning> warnings) {
    public Rendering {
      warnings = List.copyOf(warnings);
    }

    static Rendering of(RenderedPage page) {
      PageSize size = new PageSize(page.image().width(), page.image().height());
      return new Rendering(size, page.dpi(), page.toPdfPoints(), page.warnings());
    }
  }

  /** What the model saw and spent. */
  record Usage(PageSize seen, int promptTokens, int tokens, double meanLogProbability) {
    static Usage of(PageAnswer answer) {
      return new Usage(
          answer.seen(), answer.promptTokens(), answer.tokens(), answer.meanLogProbability());
    }
  }
}
