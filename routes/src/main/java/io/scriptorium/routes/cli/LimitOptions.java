package io.scriptorium.routes.cli;

import io.scriptorium.renderer.pool.PoolOptions;
import io.scriptorium.routes.Quantity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that bound what a document may cost while it is rendered. */
final class LimitOptions {
  @Option(
      names = "--page-timeout",
      paramLabel = "TIME",
      description = "Longest time to render a page, or to open a document. Default: 60s.")
  private @Nullable String pageTimeout;

  @Option(
      names = "--document-timeout",
      paramLabel = "TIME",
      description = "Longest time to render all pages of a document. Default: 1h.")
  private @Nullable String documentTimeout;

  @Option(
      names = "--render-processes",
      paramLabel = "N",
      description = "Processes that render. Default: one for each processor, up to 3.")
  private @Nullable Integer processes;

  @Option(
      names = "--render-memory",
      paramLabel = "SIZE",
      description = "Memory that each of them may use for documents. Default: 1GiB.")
  private @Nullable String memory;

  @Option(
      names = "--pages-ahead",
      paramLabel = "N",
      description = {
        "Pages of a document that are rendered before the model wants them, from 0 to 100.",
        "Default: 2."
      })
  private @Nullable Integer pagesAhead;

  /**
   * What a document may cost.
   *
   * @param standard what holds where the command line says nothing
   */
  PoolOptions limits(PoolOptions standard) throws WrongUseException {
    try {
      return standard
          .withProcesses(processes == null ? standard.processes() : processes)
          .withPagesAhead(pagesAhead == null ? standard.pagesAhead() : pagesAhead)
          .withPageTime(
              read("--page-timeout", pageTimeout, Quantity::duration, standard.pageTime()))
          .withDocumentTime(
              read(
                  "--document-timeout",
                  documentTimeout,
                  Quantity::duration,
                  standard.documentTime()))
          .withHeapBytes(read("--render-memory", memory, Quantity::size, standard.heapBytes()));
    } catch (IllegalArgumentException e) {
      throw new WrongUseException(e.getMessage());
    }
  }

  private static <T> T read(
      String option, @Nullable String text, Function<String, T> reader, T standard)
      throws WrongUseException {
    try {
      return text == null ? standard : reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new WrongUseException(option + ": " + text + " " + e.getMessage());
    }
  }
}
