package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as the token limit cuts them off: in a tag, an entity, a number, a character. */
class TruncationTest {
  @ParameterizedTest
  @MethodSource("answers")
  void givesAValidPageWithWhatWasWhole(String answer) {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    List<String> before = List.of();
    for (int end = 0; end < bytes.length; end++) {
      String cut = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, end)).toString();

      PageReading reading = Reading.of(cut);

      assertThat(reading.repairs()).as("cut at byte %d", end).isNotEmpty();
      assertThat(HtmlValidator.validate(HtmlWriter.page(reading.page())).violations())
          .as("cut at byte %d", end)
          .isEmpty();
      // Blocks that were complete stay as they were, but for the last one, which may grow.
      List<String> texts = reading.page().blocks().stream().map(ReadingText::of).toList();
      List<String> complete = before.subList(0, Math.max(0, before.size() - 2));
      assertThat(texts.stream().limit(complete.size()))
          .as("cut at byte %d", end)
          .isEqualTo(complete);
      before = texts;
    }
  }

  static Stream<String> answers() {
    List<String> answers = new ArrayList<>();
    answers.add(
        "```html\n<html><body>\n<h1 data-bbox=\"1 2 3 4\">Größe &amp; ≤ 漢字 𝄞</h1>"
            + "<p data-bbox='1 2 3 4'>a &lt; b &#x41; x<y</p><!-- note -->"
            + "<style>table{x}</style><table data-bbox=\"1 2 3 4\" class=\"table1\"><thead><tr>"
            + "<th rowspan=\"2\">a</th><th>b</th></tr></thead><tr><td>c</td></tr></table>"
            + "<ol><li data-bbox=\"1 2 3 4\">one</li><li>two</li></ol></body></html>\n```");
    answers.add(
        Stream.of(FigureClass.values())
                .map(
                    figure ->
                        "<div class=\"%s\" format=\"%s\" data-bbox=\"1 2 3 4\"><img data-bbox=\"1 2 3 4\"/><%s>x_{1}</%s></div>\n"
                            .formatted(figure.attribute(), figure.format(), "p", "p"))
                .reduce("<html><body>", String::concat)
            + "</body></html>");
    Arrays.asList(7L, 8L, 9L)
        .forEach(seed -> answers.add(HtmlWriter.page(new RandomPages(seed).page())));
    return answers.stream();
  }
}
