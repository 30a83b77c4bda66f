package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.SearchablePdf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests with the help of a renderer; one document is open at a time. */
final class ChildSession {
  private final Function<RenderOptions, DocumentOpener> renderers;
  private final Path folder;
  private @Nullable PageSource open;
  private @Nullable SearchablePdf searchable;

  /**
   * A session without a document.
   *
   * @param folder the private folder of this process
   */
  ChildSession(Function<RenderOptions, DocumentOpener> renderers, Path folder) {
    this.renderers = renderers;
    this.folder = folder;
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
    } catch (IOException e) {
      return new Reply.NoRoom(e.getClass().getSimpleName());
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

  private Reply tryToAnswer(Request request) throws RenderException, IOException {
    if (request instanceof Request.Render page && open != null) {
      return new Reply.Rendered(open.render(page.number()));
    }
    if (request instanceof Request.BeginSearchable && open != null) {
      closeSearchable();
      searchable = open.searchable();
      return new Reply.Taken();
    }
    if (request instanceof Request.AddText text && searchable != null) {
      searchable.add(text.page());
      return new Reply.Taken();
    }
    if (request instanceof Request.SaveSearchable && searchable != null) {
      searchable.save(ChildFolder.searchable(folder));
      closeSearchable();
      return new Reply.Taken();
    }
    close();
    if (request instanceof Request.Open document) {
      open = renderers.apply(document.options()).open(Path.of(document.file()));
      return new Reply.Opened(open.format(), open.pageCount(), open.facts());
    }
    return new Reply.Closed();
  }

  private void closeSearchable() {
    SearchablePdf pdf = searchable;
    searchable = null;
    if (pdf != null) {
      pdf.close();
    }
  }

  private void close() {
    closeSearchable();
    PageSource source = open;
    open = null;
    if (source != null) {
      source.close();
    }
  }
}
