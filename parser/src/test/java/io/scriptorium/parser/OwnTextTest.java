package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.renderer.TextGlyph;
import io.scriptorium.renderer.TextLayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnTextTest {
  private static final BoundingBox LINE = new BoundingBox(0, 0, 400, 20);

  private final List<TextGlyph> glyphs = new ArrayList<>();

  @Test
  void saysTheWordsOfALineInAnyOrder() {
    write("Form R-7 of 1974", 0, 0, 10);

    assertThat(says(LINE, "1974 of Form R-7")).isTrue();
    assertThat(says(LINE, "Form R-7 of 1975")).isFalse();
    assertThat(says(LINE, "Form Form Form Form")).isFalse();
  }

  @Test
  void saysItAtItsPlaceOnly() {
    write("Form", 0, 100, 10);

    assertThat(says(new BoundingBox(0, 95, 60, 125), "Form")).isTrue();
    assertThat(says(LINE, "Form")).isFalse();
  }

  @Test
  void doesNotMindSignsThatAreDrawn() {
    write("Reading room", 0, 0, 10);

    assertThat(says(LINE, "☑ Reading room")).isTrue();
  }

  @Test
  void doesNotSayAWordWhoseLettersStandApart() {
    write("BR20417", 0, 0, 40);

    assertThat(says(LINE, "BR20417")).isFalse();
  }

  @Test
  void doesNotSayAFormulaByItsLetters() {
    write("r = 1 n d h", 0, 0, 10);

    assertThat(says(LINE, "\\bar{r} = \\frac{1}{n} \\frac{d}{h}")).isFalse();
  }

  @Test
  void readsLigaturesAsTheirLetters() {
    glyphs.add(new TextGlyph("ﬁ", 0, 0, 10, 20, true));
    write("sh", 10, 0, 10);

    assertThat(says(LINE, "fish")).isTrue();
  }

  @Test
  void anEmptyPageOrTextSaysNothing() {
    assertThat(says(LINE, "Form")).isFalse();
    write("Form", 0, 0, 10);
    assertThat(says(LINE, "")).isFalse();
    assertThat(says(LINE, "☐")).isFalse();
  }

  private void write(String text, float left, float top, float step) {
    for (int i = 0; i < text.length(); i++) {
      float x = left + i * step;
      glyphs.add(new TextGlyph(text.substring(i, i + 1), x, top, x + 10, top + 20, true));
    }
  }

  private boolean says(BoundingBox box, String text) {
    TextLayer layer = new TextLayer(glyphs, true, TextLayer.Quality.USABLE, 1);
    return OwnText.of(layer).in(box).covers(text);
  }
}
