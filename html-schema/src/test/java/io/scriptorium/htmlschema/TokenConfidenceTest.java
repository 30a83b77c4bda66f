package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenConfidenceTest {
  // The logarithms are of single precision.
  private static final Offset<Double> EXACTLY = Offset.offset(1e-6);

  @Test
  void isTheGeometricMeanOfTheTokensInARange() {
    TokenConfidence confidence = confidence(new int[] {2, 2, 4, 6}, 0.5, 0.5, 0.125, 1);

    assertThat(confidence.of(0, 4).orElseThrow()).isCloseTo(Math.cbrt(0.5 * 0.5 * 0.125), EXACTLY);
    assertThat(confidence.of(2, 3)).hasValueCloseTo(0.125, EXACTLY);
    assertThat(confidence.of(3, 5).orElseThrow()).isCloseTo(Math.sqrt(0.125), EXACTLY);
    assertThat(confidence.of(4, 99)).hasValue(1);
    assertThat(confidence.of(6, 9)).isEmpty();
    assertThat(confidence.of(3, 3)).isEmpty();
  }

  @Test
  void countsTheTokensThatAreLessProbable() {
    TokenConfidence confidence = confidence(new int[] {2, 2, 4, 6}, 0.5, 0.7, Double.NaN, 1);

    assertThat(confidence.countBelow(0.4)).isZero();
    assertThat(confidence.countBelow(0.6)).isOne();
  }

  @Test
  void leavesTheNumbersOfBoxesOut() {
    String html = "<p data-bbox=\"1 25\">a</p>";
    int text = html.indexOf('a', html.indexOf('>'));
    int number = html.indexOf('1');
    TokenConfidence confidence =
        confidence(
            new int[] {
              number, number + 1, number + 2, number + 3, number + 4, text, text, text + 5
            },
            0.9,
            0.1,
            0.1,
            0.1,
            0.1,
            0.5,
            0.1,
            0.8);

    TokenConfidence read = confidence.withoutBoxes(html);

    assertThat(read).isEqualTo(confidence(new int[] {number, text, text + 5}, 0.9, 0.5, 0.8));
    assertThat(read.count()).isEqualTo(3);
    assertThat(read.countBelow(0.6)).isOne();
  }

  @Test
  void leavesABoxOutThatIsCutOff() {
    TokenConfidence confidence = confidence(new int[] {1, 14, 16}, 0.9, 0.9, 0.1);

    assertThat(confidence.withoutBoxes("<p data-bbox=\"12").count()).isEqualTo(2);
    assertThat(confidence.withoutBoxes("").count()).isZero();
  }

  @Test
  void isUnknownWhereProbabilitiesAreNoNumbers() {
    assertThat(confidence(new int[] {2}, Double.NaN).of(0, 2)).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void rejectsTokensThatDoNotFit() {
    assertThatThrownBy(() -> new TokenConfidence(new int[1], new float[2]))
        .hasMessage("1 ends do not fit 2 probabilities");
    assertThatThrownBy(() -> new TokenConfidence(new int[] {3, 2}, new float[2]))
        .hasMessage("token 1 ends before the one before it");
  }

  /** Each answer has one block that the model was half sure of, marked by brackets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[<p data-bbox='1 2 3 4'>a</p>]<h1 data-bbox='1 2 3 4'>b</h1>",
        "<h1 data-bbox='1 2 3 4'>b</h1>\n[<p data-bbox='1 2 3 4'>a</p>]",
        "```html\n<html><body>[<p data-bbox='1 2 3 4'>a</p>]</body></html>\n```",
        "Here:\n```\n<html><body>[<p data-bbox='1 2 3 4'>a</p>]</body></html>\n``` done",
        "<h1 data-bbox='1 2 3 4'>\u202E\u202E\r\n\u0000b</h1>[<p data-bbox='1 2 3 4'>a</p>]",
        "<h1 data-bbox='1 2 3 4'>1 < 2 <3</h1>[<p data-bbox='1 2 3 4'>a</p>]",
        "<h1 data-bbox='1 2 3 4>b</h1>[<p data-bbox='1 2 3 4'>a</p>]",
        "<h1 data-bbox='1 2 3 4'>b[<p data-bbox='1 2 3 4'>a</p>]",
        "<h1 data-bbox='1 2 3 4'>b</h1>[<p data-bbox='1 2 3 4'>a]<h2 data-bbox='1 2 3 4'>c</h2>",
        "<h1 data-bbox='1 2 3 4'>b</h1>[<p data-bbox='1 2 3 4'>a",
      })
  void findsTheTokensOfABlockWhateverWasMended(String marked) {
    int start = marked.indexOf('[');
    int end = (marked + "]").indexOf(']') - 1;
    String answer = marked.replace("[", "").replace("]", "");
    int[] ends = new int[answer.length()];
    Arrays.setAll(ends, i -> i + 1);
    double[] probabilities = new double[ends.length];
    Arrays.setAll(probabilities, i -> i >= start && i < end ? 0.5 : 0.25);

    List<Block> blocks =
        ModelOutputReader.read(answer, Reading.SIZE, Reading.SIZE, confidence(ends, probabilities))
            .page()
            .blocks();

    assertThat(blocks)
        .filteredOn(Paragraph.class::isInstance)
        .filteredOn(block -> ReadingText.of(block).equals("a"))
        .extracting(block -> block.marks().confidence())
        .containsExactly(OptionalDouble.of(0.5));
  }

  @Test
  void changesNothingElseOfAReading() {
    for (long seed = 1; seed <= 50; seed++) {
      Page page = new RandomPages(seed).page();
      String html = HtmlWriter.page(page);
      int[] ends = {html.length()};

      Page read =
          ModelOutputReader.read(html, page.size(), page.size(), confidence(ends, 0.75)).page();

      assertThat(read.blocks().stream().map(block -> block.with(Marks.NONE)))
          .as("seed %d", seed)
          .isEqualTo(page.blocks());
      assertThat(read.blocks())
          .allSatisfy(block -> assertThat(block.marks().confidence()).hasValue(0.75));
    }
  }

  private static TokenConfidence confidence(int[] ends, double... probabilities) {
    float[] logarithms = new float[probabilities.length];
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = (float) Math.log(probabilities[i]);
    }
    return new TokenConfidence(ends, logarithms);
  }
}
