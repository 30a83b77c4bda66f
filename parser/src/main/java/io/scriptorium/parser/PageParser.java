package io.scriptorium.parser;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.parser.PageResult.Rendering;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.PngFile;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderedPage;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one page from its source to its validated blocks. */
final class PageParser {
  private static final Logger log = LoggerFactory.getLogger(PageParser.class);
  private static final String INTERNAL_ERROR = "INTERNAL_ERROR";

  private final PageReader reader;
  private final ParseProgress progress;
  private final Exports exports;
  private final ResultWriter result;

  PageParser(PageModel model, ParseProgress progress, Exports exports, ResultWriter result) {
    this.reader = new PageReader(model);
    this.progress = progress;
    this.exports = exports;
    this.result = result;
  }

  /**
   * Parses one page. What is wrong with the page alone becomes a failed page.
   *
   * @throws ParseException if trying the whole document again may help
   * @throws IOException if the picture could not be written
   */
  PageResult parse(PageSource pages, int number) throws ParseException, IOException {
    RenderedPage rendered;
    try {
      rendered = pages.render(number);
    } catch (RenderException e) {
      if (e.code().isTransient()) {
        throw new ParseException(e.code().name(), Kind.TRANSIENT, text(e), e);
      }
      return new PageResult.Failed(number, null, Kind.BAD_INPUT, e.code().name(), text(e));
    } catch (RuntimeException | StackOverflowError e) {
      return unexpected(number, null, "rendering", e);
    }
    PngFile.write(rendered.image(), result.pageImage(number));
    Rendering rendering = Rendering.of(rendered);
    if (rendered.ink().blank()) {
      // Asked about a page with nothing on it, a model makes something up.
      return new PageResult.Blank(number, rendering);
    }
    PageReader.Views views;
    PageReader.Answers answers;
    try {
      views = reader.views(rendered.image());
      answers = reader.ask(views, tokens -> progress.tokenEmitted(number, tokens));
    } catch (ParseException e) {
      if (e.kind() == Kind.TRANSIENT) {
        throw e;
      }
      return new PageResult.Failed(number, rendering, e.kind(), e.code(), text(e));
    } catch (RuntimeException | StackOverflowError e) {
      return unexpected(number, rendering, "asking the model", e);
    }
    try {
      PageReading reading = answers.read(rendering.size());
      PageExtras extras = extras(reading.page(), rendered);
      PageValues values =
          exports.keys().isEmpty()
              ? null
              : values(
                  views, reading.page(), exports.keys().get(), number, answers.usage().tokens());
      return new PageResult.Read(
          number, answers.ends(), rendering, answers.usage(), reading, extras, values);
    } catch (RuntimeException | StackOverflowError e) {
      return unexpected(number, rendering, "reading the model's answer", e);
    }
  }

  private PageExtras extras(Page page, RenderedPage rendered) throws IOException {
    PageText text =
        exports.has(ExportFormat.PDF)
            ? SearchableText.of(
                page, rendered.number(), rendered.toPdfPoints(), OwnText.of(rendered.text()))
            : null;
    if (!exports.crops()) {
      return new PageExtras(Set.of(), 0, text);
    }
    CropWriter.Written crops =
        new CropWriter(result).write(page, rendered.number(), rendered.image());
    return new PageExtras(crops.crops(), crops.leftOut(), text);
  }

  /**
   * Asks for the key values of a page that was read. If that fails, what was read stays.
   *
   * @param before tokens that the model has emitted for the page
   * @throws ParseException if trying the whole document again may help
   */
  private PageValues values(
      PageReader.Views views, Page read, KeyTemplate keys, int number, int before)
      throws ParseException {
    try {
      return reader.extract(
          views, read, keys, tokens -> progress.tokenEmitted(number, before + tokens));
    } catch (ParseException e) {
      if (e.kind() == Kind.TRANSIENT) {
        throw e;
      }
      return PageValues.failed(e.code(), text(e));
    } catch (RuntimeException | StackOverflowError e) {
      return PageValues.failed(INTERNAL_ERROR, told(number, "asking for key values", e));
    }
  }

  private static PageResult unexpected(
      int number, @Nullable Rendering rendering, String step, Throwable failure) {
    return new PageResult.Failed(
        number, rendering, Kind.BAD_INPUT, INTERNAL_ERROR, told(number, step, failure));
  }

  /** Logs a failure. Neither log nor result gets its text, which may hold content of the page. */
  private static String told(int number, String step, Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    StackTraceElement[] trace = failure.getStackTrace();
    log.warn("page {}: {} while {}, at {}", number, kind, step, trace.length == 0 ? "?" : trace[0]);
    return kind + " while " + step;
  }

  private static String text(Exception failure) {
    return String.valueOf(failure.getMessage());
  }
}
