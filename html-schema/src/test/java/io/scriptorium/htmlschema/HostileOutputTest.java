package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileOutputTest {
  private static final String[] PIECES = {
    "<",
    ">",
    "</",
    "<p",
    "<p>",
    "</p>",
    " data-bbox=",
    "\"",
    "'",
    "1 2 3 4",
    "=",
    "<table>",
    "<tr>",
    "<td rowspan=3>",
    "</table>",
    "<ul>",
    "<li>",
    "<div class=",
    "formula",
    "chart",
    "image ocr",
    "<br>",
    "<img data-bbox='1 2 3 4'/>",
    "<svg>",
    "<math>",
    "<style>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&",
    "&#0;",
    "&#x202e;",
    "&lt",
    "\u0000",
    "\uD800",
    "text",
    "#",
    "\n",
    "```",
    "<html>",
    "</body>",
    "<b>",
    "<a>",
    "<select>",
    "<template>",
    "<frameset>",
    "<h1>",
    "<plaintext>",
    "<title>",
    "<form>"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<ul><li>",
        "<b>",
        "<table><tr><td>",
        "<p data-bbox='1 2 3 4'>x<ul>",
        "<a x=\"",
        "<!--",
        "<style>",
        "<",
        "</",
        "<div class=image>",
        "<div class=formula><h1>x",
        "<p>x<svg>"
      })
  void readsDeepAndEndlessRepetition(String piece) {
    PageReading reading = Reading.of("<p>start</p>" + piece.repeat(100_000));

    assertThat(Reading.blocks(reading)).contains(new Paragraph(Reading.WHOLE, "start"));
  }

  @Test
  void readsOnlySoManyCharacters() {
    PageReading reading = Reading.of("x".repeat(ModelOutputReader.MAX_CHARACTERS + 1));

    assertThat(Reading.codes(reading)).contains("TEXT_CUT");
    assertThat(((Paragraph) Reading.blocks(reading).get(0)).text())
        .hasSize(ModelOutputReader.MAX_CHARACTERS);
  }

  @Test
  void writesValidHtmlWhateverTheModelEmits() {
    for (long seed = 1; seed <= 1000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }

      Page page = Reading.of(text.toString()).page();

      assertThat(Reading.of(HtmlWriter.page(page)))
          .as("seed %d: %s", seed, text)
          .satisfies(again -> assertThat(again.page()).isEqualTo(page))
          .satisfies(
              again -> {
                if (!page.blocks().isEmpty()) {
                  assertThat(again.repairs()).isEmpty();
                }
              });
    }
  }
}
