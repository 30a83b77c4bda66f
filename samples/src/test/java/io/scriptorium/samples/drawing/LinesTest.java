package io.scriptorium.samples.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final TextStyle STYLE = new TextStyle(Typeface.SERIF, 10, Color.BLACK);

  @Test
  void justifiedLinesFillTheMeasureExceptTheLast() {
    String text = "Each hour near a window adds a little to a sum that is never paid back.";

    List<SetLine> lines = Lines.of(text, STYLE, 110, Align.JUSTIFIED);

    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines.subList(0, lines.size() - 1))
        .allSatisfy(line -> assertThat(line.width()).isCloseTo(110, within(1e-9)));
    assertThat(lines.get(lines.size() - 1).width()).isLessThanOrEqualTo(110);
    assertThat(lines.stream().map(LinesTest::text).collect(Collectors.joining(" ")))
        .isEqualTo(text);
  }

  @Test
  void showsTheHyphenOnlyWhereALineEnds() {
    double measure = STYLE.width("win-") + 1;

    assertThat(Lines.of("win|dow", STYLE, measure, Align.LEFT))
        .extracting(LinesTest::text)
        .containsExactly("win-", "dow");
    assertThat(Lines.of("win|dow", STYLE, 100, Align.LEFT))
        .extracting(LinesTest::text)
        .containsExactly("window");
  }

  @Test
  void setsWordsBetweenUnderscoresInItalics() {
    SetLine line = Lines.of("where _d_ is lost", STYLE, 200, Align.LEFT).get(0);

    assertThat(line.runs()).extracting(Run::text).containsExactly("where ", "d ", "is lost");
    assertThat(line.runs().get(1).style().face()).isSameAs(Typeface.SERIF_ITALIC);
  }

  @Test
  void setsEscapedMarksAsTheyAre() {
    String plain = "a_b|c\\d";

    assertThat(Lines.of(Fragment.marked(plain), STYLE, 200, Align.LEFT))
        .extracting(LinesTest::text)
        .containsExactly(plain);
    assertThat(Fragment.plain(Fragment.marked(plain))).isEqualTo(plain);
  }

  @Test
  void rejectsAWordThatIsWiderThanTheLine() {
    assertThatThrownBy(() -> Lines.of("groundwood", STYLE, 20, Align.LEFT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a word is wider than the line (20.0 points)");
  }

  private static String text(SetLine line) {
    return line.runs().stream().map(Run::text).collect(Collectors.joining());
  }
}
