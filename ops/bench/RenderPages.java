import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RenderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Renders every page of the PDFs in a folder to pixels in memory, a document to a thread.
 *
 * <pre>{@code
 * java -cp 'routes/target/lib/*' ops/bench/RenderPages.java FOLDER DPI THREADS
 * }</pre>
 */
public final class RenderPages {
  public static void main(String[] arguments) throws Exception {
    RenderOptions options = RenderOptions.DEFAULTS.withDpi(Integer.parseInt(arguments[1]));
    DocumentRenderer renderer = new DocumentRenderer(options);
    List<Path> files;
    try (Stream<Path> entries = Files.list(Path.of(arguments[0]))) {
      files = entries.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[2]));
    long start = System.nanoTime();
    List<Future<Integer>> documents = new ArrayList<>();
    for (Path file : files) {
      documents.add(threads.submit(() -> render(renderer, file)));
    }
    int pages = 0;
    for (Future<Integer> document : documents) {
      pages += document.get();
    }
    threads.shutdown();
    System.out.printf("%d pages %.3f s%n", pages, (System.nanoTime() - start) / 1e9);
  }

  private static int render(DocumentRenderer renderer, Path file) throws Exception {
    long start = System.nanoTime();
    try (PageSource source = renderer.open(file)) {
      for (int number = 1; number <= source.pageCount(); number++) {
        source.render(number);
      }
      System.out.printf(
          "%-16s %6.1f ms a page%n",
          file.getFileName(), (System.nanoTime() - start) / 1e6 / source.pageCount());
      return source.pageCount();
    }
  }
}
