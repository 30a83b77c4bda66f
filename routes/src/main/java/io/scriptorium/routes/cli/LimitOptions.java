package io.scriptorium.routes.cli;

import io.scriptorium.renderer.pool.PoolOptions;
import io.scriptorium.routes.Quantity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that bound what a document may cost while it is rendered. */
final class LimitOptions {
  private static final PoolOptions STANDARD = PoolOptions.DEFAULTS;

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
  private int processes = STANDARD.processes();

  @Option(
      names = "--render-memory",
      paramLabel = "SIZE",
      description = "Memory that each of them may use for documents. Default: 1GiB.")
  private @Nullable String memory;

  PoolOptions limits() throws WrongUseException {
    try {
      return STANDARD
          .withProcesses(processes)
          .withPageTime(
              read("--page-timeout", pageTimeout, Quantity::duration, STANDARD.pageTime()))
          .withDocumentTime(
              read(
                  "--document-timeout",
                  documentTimeout,
                  Quantity::duration,
                  STANDARD.documentTime()))
          .withHeapBytes(read("--render-memory", memory, Quantity::size, STANDARD.heapBytes()));
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
