package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderException.Code;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderWarning;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.pool.ChildException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is tried for a document or a page, and which code it fails with.
 *
 * <table>
 * <caption>What follows on a failed try</caption>
 * <tr><th>the child</th><th>then</th><th>and in the end</th></tr>
 * <tr><td>was too slow</td><td></td><td>{@link Code#PAGE_TIMEOUT}, or {@link Code#DOCUMENT_TIMEOUT}
 * for opening and where the time of the document is up</td></tr>
 * <tr><td>ran out of memory</td><td>once more with a quarter of the pixels</td><td>{@link
 * Code#PAGE_TOO_COSTLY}, or at once {@link Code#DOCUMENT_TOO_COSTLY} for opening</td></tr>
 * <tr><td>died</td><td>once more, as something else may have killed it</td><td>{@link
 * Code#RENDERER_DIED}</td></tr>
 * <tr><td>did not start</td><td></td><td>{@link Code#RENDERER_UNAVAILABLE}</td></tr>
 * </table>
 */
final class Tries {
  private final Slot slot;
  private final PooledDocument document;
  private final RenderOptions options;

  Tries(Slot slot, PooledDocument document, RenderOptions options) {
    this.slot = slot;
    this.document = document;
    this.options = options;
  }

  /** Opens the document. */
  Reply.Opened open() throws RenderException {
    try {
      return opened(options);
    } catch (ChildException first) {
      slot.replace();
      if (first.reason() != Reason.DIED) {
        throw openingFailed(first);
      }
    }
    try {
      return opened(options);
    } catch (ChildException second) {
      slot.replace();
      throw openingFailed(second);
    }
  }

  /** Renders a page. */
  RenderedPage render(int number) throws RenderException {
    boolean coarser;
    try {
      return rendered(number, options);
    } catch (ChildException first) {
      slot.replace();
      coarser = first.reason() == Reason.OUT_OF_MEMORY;
      if (!coarser && first.reason() != Reason.DIED) {
        throw pageFailed(number, first);
      }
    }
    return coarser ? renderCoarser(number) : renderOnceMore(number);
  }

  private RenderedPage renderOnceMore(int number) throws RenderException {
    try {
      return rendered(number, options);
    } catch (ChildException second) {
      slot.replace();
      throw pageFailed(number, second);
    }
  }

  private RenderedPage renderCoarser(int number) throws RenderException {
    try {
      RenderOptions coarser = options.coarser();
      return rendered(number, coarser)
          .withWarning(
              new RenderWarning(
                  RenderWarning.Code.RENDERED_COARSER,
                  "it was rendered at %d dpi and with up to %d pixels, for want of memory"
                      .formatted(coarser.dpi(), coarser.maxPixels())));
    } catch (ChildException second) {
      slot.replace();
      throw second.reason() == Reason.NOT_STARTED ? unavailable(second) : tooCostly(number);
    } catch (RenderException second) {
      throw second.code() == Code.DOCUMENT_TIMEOUT || second.code().isTransient()
          ? second
          : tooCostly(number);
    }
  }

  /** Writes a searchable PDF. */
  void writeSearchable(List<PageText> pages, Path file) throws RenderException, IOException {
    try {
      writtenSearchable(pages, file);
      return;
    } catch (ChildException first) {
      slot.replace();
      if (first.reason() != Reason.DIED) {
        throw searchableFailed(first);
      }
    }
    try {
      writtenSearchable(pages, file);
    } catch (ChildException second) {
      slot.replace();
      throw searchableFailed(second);
    }
  }

  private void writtenSearchable(List<PageText> pages, Path file)
      throws ChildException, RenderException, IOException {
    opened(options);
    take(new Request.BeginSearchable());
    for (PageText page : pages) {
      take(new Request.AddText(page));
    }
    take(new Request.SaveSearchable());
    slot.fetchSearchable(file);
  }

  private void take(Request step) throws ChildException, RenderException {
    Reply reply = slot.ask(document, step);
    if (!(reply instanceof Reply.Taken)) {
      throw failure(reply);
    }
  }

  private Reply.Opened opened(RenderOptions with) throws ChildException, RenderException {
    Reply reply = slot.open(document, with);
    if (reply instanceof Reply.Opened opened) {
      return opened;
    }
    throw failure(reply);
  }

  private RenderedPage rendered(int number, RenderOptions with)
      throws ChildException, RenderException {
    opened(with);
    Reply reply = slot.render(document, number);
    if (reply instanceof Reply.Rendered rendered && rendered.page().number() == number) {
      return rendered.page();
    }
    throw failure(reply);
  }

  /** What a living child has to say against it. */
  private static RenderException failure(Reply reply) throws ChildException {
    if (reply instanceof Reply.Failed failed) {
      return failed.cause().isPresent()
          ? new RenderException(failed.code(), failed.message(), failed.cause().get().toException())
          : new RenderException(failed.code(), failed.message());
    }
    if (reply instanceof Reply.NoRoom disk) {
      return new RenderException(
          Code.RENDERER_UNAVAILABLE,
          "the folder for temporary files cannot be written to: " + disk.reason());
    }
    if (reply instanceof Reply.Broken broken) {
      throw new IllegalStateException(
          broken.cause().kind() + " in the renderer", broken.cause().toException());
    }
    if (reply instanceof Reply.OutOfMemory) {
      throw new ChildException(Reason.OUT_OF_MEMORY, "its memory was full");
    }
    throw new ChildException(Reason.DIED, "it answered something else");
  }

  private RenderException openingFailed(ChildException failure) {
    PoolOptions limits = document.limits();
    return switch (failure.reason()) {
      case TOO_SLOW ->
          new RenderException(
              Code.DOCUMENT_TIMEOUT,
              "the document was not opened within " + Limits.text(limits.pageTime()));
      case OUT_OF_MEMORY ->
          new RenderException(
              Code.DOCUMENT_TOO_COSTLY,
              "the document needs more than "
                  + Limits.text(limits.heapBytes())
                  + " of memory to be opened");
      case DIED ->
          new RenderException(
              Code.RENDERER_DIED,
              "two processes died of opening the document: " + failure.getMessage());
      case NOT_STARTED -> unavailable(failure);
    };
  }

  private RenderException searchableFailed(ChildException failure) {
    PoolOptions limits = document.limits();
    return switch (failure.reason()) {
      case TOO_SLOW ->
          document.isTimeUp()
              ? document.timeIsUp()
              : new RenderException(
                  Code.DOCUMENT_TIMEOUT,
                  "the searchable PDF was not written within " + Limits.text(limits.pageTime()));
      case OUT_OF_MEMORY ->
          new RenderException(
              Code.DOCUMENT_TOO_COSTLY,
              "the searchable PDF needs more than "
                  + Limits.text(limits.heapBytes())
                  + " of memory");
      case DIED ->
          new RenderException(
              Code.RENDERER_DIED,
              "two processes died of writing the searchable PDF: " + failure.getMessage());
      case NOT_STARTED -> unavailable(failure);
    };
  }

  private RenderException pageFailed(int number, ChildException failure) {
    return switch (failure.reason()) {
      case TOO_SLOW ->
          document.isTimeUp()
              ? document.timeIsUp()
              : new RenderException(
                  Code.PAGE_TIMEOUT,
                  "page %d was not rendered within %s"
                      .formatted(number, Limits.text(document.limits().pageTime())));
      case OUT_OF_MEMORY -> tooCostly(number);
      case DIED ->
          new RenderException(
              Code.RENDERER_DIED,
              "two processes died of page " + number + ": " + failure.getMessage());
      case NOT_STARTED -> unavailable(failure);
    };
  }

  private RenderException tooCostly(int number) {
    return new RenderException(
        Code.PAGE_TOO_COSTLY,
        "page %d needs more than %s of memory, also with a quarter of the pixels"
            .formatted(number, Limits.text(document.limits().heapBytes())));
  }

  private static RenderException unavailable(ChildException failure) {
    return new RenderException(
        Code.RENDERER_UNAVAILABLE, "no process for rendering: " + failure.getMessage());
  }
}
