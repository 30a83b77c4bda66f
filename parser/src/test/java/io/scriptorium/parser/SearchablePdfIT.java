package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.HtmlReader;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.SearchablePdf;
import io.scriptorium.renderer.pool.PoolOptions;
import io.scriptorium.renderer.pool.RenderPool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The searchable PDF of each sample, made of its truth, as pdftotext (Debian package poppler-utils)
 * reads it.
 */
class SearchablePdfIT {
  private static final Path SAMPLES = Path.of("../samples");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"article, pdf", "form, pdf", "invoice, pdf", "scan, tif"})
  void pdftotextGivesTheTextOfEveryBlock(String name, String ending) throws Exception {
    Path document = SAMPLES.resolve("documents").resolve(name + "." + ending);
    List<Page> truth =
        HtmlReader.document(Files.readString(SAMPLES.resolve("truth").resolve(name + ".html")));
    Path pdf = folder.resolve(name + ".pdf");

    try (RenderPool pool = RenderPool.start(RenderOptions.DEFAULTS, PoolOptions.DEFAULTS);
        PageSource source = pool.open(document);
        SearchablePdf searchable = source.searchable()) {
      for (int number = 1; number <= truth.size(); number++) {
        RenderedPage rendered = source.render(number);
        searchable.add(
            SearchableText.of(
                truth.get(number - 1),
                number,
                rendered.toPdfPoints(),
                OwnText.of(rendered.text())));
      }
      searchable.save(pdf);
    }

    for (int number = 1; number <= truth.size(); number++) {
      String text = squeezed(pdftotext(pdf, number));
      for (Block block : truth.get(number - 1).blocks()) {
        assertThat(text).contains(ending.equals("pdf") ? words(block) : parts(block));
      }
    }
  }

  /**
   * What stands together on a page with no other text than ours; lines of cells lie side by side.
   */
  private static List<String> parts(Block block) {
    if (block instanceof Table) {
      return words(block);
    }
    return block instanceof ListBlock list
        ? squeezed(list.items().stream().map(ListItem::text))
        : squeezed(Stream.of(ReadingText.of(block)));
  }

  /** A page with text of its own keeps it, in whatever order a reader finds its words. */
  private static List<String> words(Block block) {
    return squeezed(
        Stream.of(ReadingText.of(block).split("\\s+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit)));
  }

  private static List<String> squeezed(Stream<String> texts) {
    return Stream.concat(texts, Stream.of("")).map(SearchablePdfIT::squeezed).toList();
  }

  /** Without spaces, and without the hyphens at which readers join lines. */
  private static String squeezed(String text) {
    return text.replaceAll("[\\s-]+", "");
  }

  private String pdftotext(Path pdf, int page) throws IOException, InterruptedException {
    Path text = folder.resolve("page" + page + ".txt");
    String number = Integer.toString(page);
    Process process =
        new ProcessBuilder(
                "pdftotext",
                "-f",
                number,
                "-l",
                number,
                "-enc",
                "UTF-8",
                pdf.toString(),
                text.toString())
            .redirectErrorStream(true)
            .start();
    String complaints = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(complaints).isZero();
    assertThat(complaints).isEmpty();
    return Files.readString(text);
  }
}
