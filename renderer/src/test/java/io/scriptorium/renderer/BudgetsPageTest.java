package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.renderer.pool.PoolOptions;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The one table of what a document may cost, made from the values in the code. Run with {@code
 * -Dscriptorium.writeDocs=true} to write the page after a change of them.
 */
class BudgetsPageTest {
  private static final Path PAGE = Path.of("../docs/budgets.md");

  private static final RenderOptions OPTIONS = RenderOptions.DEFAULTS;
  private static final PoolOptions POOL = PoolOptions.DEFAULTS;

  /** Settings that bound nothing. */
  private static final List<String> NO_BUDGETS = List.of("dpi", "passwords", "processes");

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "bytes of a file",
              "`maxBytes`",
              gib(OPTIONS.maxBytes()),
              "`FILE_TOO_LARGE`",
              "the file system, before the file is opened",
              "a colour scan of 1000 pages fits; what is larger is more than one document"),
          new Row(
              "pages",
              "`maxPages`",
              number(OPTIONS.maxPages()),
              "`TOO_MANY_PAGES`",
              "the pages that are there, never a stated count",
              "more is an archive; memory does not grow with pages, time does"),
          new Row(
              "pixels of a page image",
              "`maxPixels`, `--max-pixels`",
              number(OPTIONS.maxPixels()),
              "none: drawn coarser, or scaled down",
              "page box or header of the picture",
              "the most that the model takes: 16384 squares of 28 x 28"),
          new Row(
              "pixels of a drawn page at least",
              "`minPixels`, `--min-pixels`",
              number(OPTIONS.minPixels()),
              "none: drawn finer",
              "page box",
              "the least that the model takes"),
          new Row(
              "pixels of a picture inside a PDF",
              "8 x `maxPixels`",
              number(OPTIONS.maxDecodedPixels()),
              "`PAGE_TOO_LARGE`",
              "header of the picture",
              "600 dpi on A3"),
          new Row(
              "memory of a picture while it is decoded",
              "4 bytes for each of these pixels",
              mib(OPTIONS.maxDecodedBytes()),
              "`PAGE_TOO_LARGE`",
              "header of the picture",
              "A3 at 600 dpi in colour, a drawing of A0 at 600 dpi in black and white"),
          new Row(
              "colour profile",
              "",
              "8 MiB, 256 tags",
              "none: `COLOR_PROFILE_IGNORED`",
              "header of the profile",
              "the tables of any press"),
          new Row(
              "unpacked bytes of a page, and of the structure of a PDF",
              "`maxUnpackedBytes`",
              mib(OPTIONS.maxUnpackedBytes()),
              "`PAGE_TOO_COSTLY`, `DOCUMENT_TOO_COSTLY`",
              "while streams unpack, whatever packs them",
              "no honest page comes near; a bomb of 3 MB unpacks to 3 GB"),
          new Row(
              "characters of a text layer",
              "",
              number(TextLayer.MOST_GLYPHS),
              "none: the layer is cut off and says so",
              "while the page is looked through",
              "the densest page has some 20 000"),
          new Row(
              "attachments that are listed",
              "",
              number(DocumentFacts.MOST_ATTACHMENTS),
              "none: the list is cut off",
              "while the list is read",
              "the list is for people"),
          new Row(
              "time for a page, and for opening",
              "`pageTime`, `--page-timeout`",
              POOL.pageTime().toSeconds() + " s",
              "`PAGE_TIMEOUT`, `DOCUMENT_TIMEOUT`",
              "the clock; the process is killed",
              "a heavy plan takes 10 s, and a machine may be six times as busy"),
          new Row(
              "time for all pages of a document",
              "`documentTime`, `--document-timeout`",
              POOL.documentTime().toMinutes() + " min",
              "`DOCUMENT_TIMEOUT`",
              "the clocks of the processes together; it stands still while the model reads",
              "10 000 pages at 0.3 s; of 10 000 pages that hang it ends all but 60"),
          new Row(
              "heap of a process",
              "`heapBytes`, `--render-memory`",
              gib(POOL.heapBytes()),
              "`PAGE_TOO_COSTLY`, `DOCUMENT_TOO_COSTLY`",
              "Java; the page is tried once more with a quarter of the pixels",
              "the largest stored picture, decoded and turned into a page"),
          new Row(
              "pages ahead of the model",
              "`pagesAhead`, `--pages-ahead`",
              number(POOL.pagesAhead()),
              "none: the next one waits",
              "counted",
              "each is up to 37 MiB of pixels; the model is slower than that"),
          new Row(
              "documents of a process",
              "`documentsPerProcess`",
              number(POOL.documentsPerProcess()),
              "none: a fresh process takes over",
              "counted",
              "what libraries leave behind goes with it, and a start costs half a second"));

  private record Row(
      String what, String setting, String standard, String code, String checked, String reason) {
    String markdown() {
      return "| %s | %s | %s | %s | %s | %s |\n"
          .formatted(what, setting, standard, code, checked, reason);
    }
  }

  @Test
  void isThePageInTheDocumentation() throws IOException {
    if (Boolean.getBoolean("scriptorium.writeDocs")) {
      Files.writeString(PAGE, markdown());
    }

    assertThat(PAGE).content().isEqualTo(markdown());
  }

  @Test
  void namesEveryLimitThatCanBeSet() {
    assertThat(
            Stream.of(RenderOptions.class, PoolOptions.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> !NO_BUDGETS.contains(name)))
        .isNotEmpty()
        .allMatch(name -> markdown().contains("`" + name + "`"));
  }

  private static String markdown() {
    return """
    # What a document may cost

    Checked from headers, before anything is allocated, wherever a header tells. A document that
    exceeds a budget costs nobody but itself: it fails with the code given, or the page does and
    the others go on. Settings are components of `RenderOptions` and `PoolOptions`; those with an
    option can be set for `parse` and `serve`, and in the configuration of `serve`.

    This page is generated from the values in the code.

    | budget | setting | default | code | checked against | why so much |
    |---|---|---|---|---|---|
    """
        + ROWS.stream().map(Row::markdown).collect(Collectors.joining());
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }

  private static String mib(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  private static String gib(long bytes) {
    return (bytes >> 30) + " GiB";
  }
}
