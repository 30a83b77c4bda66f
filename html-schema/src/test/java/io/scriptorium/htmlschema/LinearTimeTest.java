package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.assembly.DocumentAssembler;
import io.scriptorium.htmlschema.assembly.DocumentText;
import io.scriptorium.htmlschema.assembly.JoinedTable;
import io.scriptorium.htmlschema.assembly.ReadingOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations are counted, not seconds. */
class LinearTimeTest {
  /** Grids and maps that double now and then, and what is done once. */
  private static final double SLACK = 1.15;

  private static Consumer<String> answers;
  private static Consumer<String> files;

  @BeforeAll
  static void load() throws ReflectiveOperationException {
    answers = OperationCounter.counting(OfAnswers.class);
    files = OperationCounter.counting(OfAnyFiles.class);
    // What is done once, such as reading the names of elements, is no part of any count.
    answers.accept("<p>x");
    files.accept("<p>x");
  }

  /** A file of pages: validated, read, repaired, assembled and written. */
  public static final class OfFiles implements Consumer<String> {
    @Override
    public void accept(String html) {
      try {
        List<Page> pages = DocumentAssembler.assemble(HtmlReader.document(html));
        JoinedTable.of(pages);
        DocumentText.of(pages);
        pages.forEach(ReadingOrder::doubt);
        HtmlRepairer.repair(HtmlWriter.document(pages));
      } catch (InvalidHtmlException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  /** An answer: read with its confidence and written. */
  public static final class OfAnswers implements Consumer<String> {
    @Override
    public void accept(String answer) {
      int[] ends = new int[answer.length()];
      Arrays.setAll(ends, i -> i + 1);
      TokenConfidence confidence = new TokenConfidence(ends, new float[ends.length]);
      PageSize size = new PageSize(2480, 3508);
      Page page = ModelOutputReader.read(answer, size, size, confidence).page();
      ContentCheck.of(page);
      HtmlWriter.page(page);
    }
  }

  @Test
  void takesAHundredTimesAsLongForAHundredDensePages() throws Exception {
    Consumer<String> work = OperationCounter.counting(OfFiles.class);
    long one = operations(work, document(1));

    assertThat(operations(work, document(100))).isLessThan((long) (100 * one * SLACK));
  }

  @Test
  void takesTwentyTimesAsLongForAnAnswerOfTwentyDensePages() {
    long one = operations(answers, HtmlWriter.page(DensePage.of(1)));

    assertThat(operations(answers, HtmlWriter.page(DensePage.of(20))))
        .isLessThan((long) (20 * one * SLACK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "</",
        "<!",
        "<p",
        "<p ",
        "<p x='",
        "<a x=\"",
        "&",
        "&#",
        "&#x",
        "<!--",
        "-->",
        "<style>",
        "<script>",
        "</style",
        "<title>",
        "<div>",
        "<div class=image>",
        "<b>",
        "<a>",
        "<table>",
        "<tr>",
        "<td>",
        "<table><tr><td>",
        "<td rowspan=9>",
        "<td colspan=9>",
        "<li>",
        "<ul><li>",
        "<p data-bbox='1 2 3 4'>x",
        "<h1>x<ul>",
        "<svg>",
        "<math><mi>",
        "<select>",
        "<form>",
        "<nobr>",
        "<p>x</b>",
        "<section>",
        "<section data-size='1 1'>",
        "```",
        "#\n",
        "x <y ",
        "<div class=formula><div>",
        "\u0000",
        "\u202E",
        "\r\n",
        "<img data-bbox='1 2 3 4'>",
        "data-bbox='1 2",
        "</body>",
        "<body>",
        "<br>",
        "<x y>"
      })
  void staysLinearWhateverIsRepeated(String piece) {
    for (Consumer<String> work : List.of(answers, files)) {
      long first = operations(work, "<p>x</p>" + piece.repeat(300));
      long second = operations(work, "<p>x</p>" + piece.repeat(600));
      long third = operations(work, "<p>x</p>" + piece.repeat(900));

      // Until nesting reaches its limit, the first ones are cheaper.
      assertThat(third - second).isLessThan((long) ((second - first) * SLACK) + 300);
    }
  }

  /** A file of any kind: validated and repaired. */
  public static final class OfAnyFiles implements Consumer<String> {
    @Override
    public void accept(String html) {
      HtmlValidator.validate(html);
      HtmlRepairer.repair(html);
    }
  }

  private static long operations(Consumer<String> work, String text) {
    Operations.count = 0;
    work.accept(text);
    return Operations.count;
  }

  private static String document(int pages) {
    return HtmlWriter.document(Collections.nCopies(pages, DensePage.of(1)));
  }
}
