package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests with the help of a renderer; one document is open at a time. */
final class ChildSession {
  private final Function<RenderOptions, DocumentOpener> renderers;
  private @Nullable PageSource open;

  ChildSession(Function<RenderOptions, DocumentOpener> renderers) {
    this.renderers = renderers;
  }

  /** Answers whatever happens, as long as the process lives. */
  Reply answer(Request request) {
    try {
      return tryToAnswer(request);
    } catch (RenderException e) {
      Optional<Trace> cause =
          Optional.ofNullable(e.getCause())
              .map(problem -> Trace.of(String.valueOf(problem.getMessage()), problem));
      return new Reply.Failed(e.code(), String.valueOf(e.getMessage()), cause);
    } catch (OutOfMemoryError e) {
      return new Reply.OutOfMemory();
    } catch (StackOverflowError e) {
      return request instanceof Request.Render page
          ? failed(RenderException.Code.PAGE_DAMAGED, "page " + page.number() + " is", e)
          : failed(RenderException.Code.FILE_DAMAGED, "the file is", e);
    } catch (Throwable e) {
      return new Reply.Broken(Trace.of(e.getClass().getName(), e));
    }
  }

  private static Reply failed(RenderException.Code code, String what, Throwable problem) {
    return new Reply.Failed(
        code,
        what + " nested too deeply",
        Optional.of(Trace.of(problem.getClass().getName(), problem)));
  }

  private Reply tryToAnswer(Request request) throws RenderException {
    if (request instanceof Request.Render page && open != null) {
      return new Reply.Rendered(open.render(page.number()));
    }
    close();
    if (request instanceof Request.Open document) {
      open = renderers.apply(document.options()).open(Path.of(document.file()));
      return new Reply.Opened(open.format(), open.pageCount(), open.facts());
    }
    return new Reply.Closed();
  }

  private void close() {
    PageSource source = open;
    open = null;
    if (source != null) {
      source.close();
    }
  }
}
