package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figure of the page is from 200 to 400 across and from 300 to 500 down. */
class StrayCaptionsTest {
  private static final Image FIGURE = new Image(new BoundingBox(200, 300, 400, 500));

  private static final Chart CHART = new Chart(FIGURE.box(), new Grid(List.of()));

  @Test
  void areOnAPageWithoutFigures() {
    Caption caption = caption(510, "Nails");

    assertThat(told(caption)).isSameAs(caption);
    assertThat(StrayCaptions.in(new Page(Paper.SIZE, List.of(caption))).blocks())
        .containsExactly(new Paragraph(caption.box(), "Nails"));
  }

  @Test
  void haveNoNumberOfAFigure() {
    assertThat(told(caption(100, "Fig. 7 – Nails."))).isInstanceOf(Caption.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Page 64", "– 8 –"})
  void areNumbersOfPagesThatAreNotBelowAFigure(String text) {
    assertThat(told(caption(800, text))).isInstanceOf(Paragraph.class);
    assertThat(told(caption(510, text))).isInstanceOf(Caption.class);
  }

  @Test
  void areSentencesThatAreNotBelowAFigure() {
    assertThat(told(caption(270, "“Nails were sold.”"))).isInstanceOf(Paragraph.class);
    assertThat(told(caption(800, "Nails were sold."))).isInstanceOf(Paragraph.class);
    assertThat(told(new Caption(new BoundingBox(500, 510, 700, 530), "Nails were sold.")))
        .isInstanceOf(Paragraph.class);
    assertThat(told(caption(510, "Nails were sold."))).isInstanceOf(Caption.class);
  }

  @Test
  void areTitlesThatAreNeitherBelowAFigureNorAboveAChart() {
    assertThat(told(caption(270, "Yours faithfully"))).isInstanceOf(Paragraph.class);
    assertThat(told(caption(510, "Nails of iron"))).isInstanceOf(Caption.class);
    assertThat(told(caption(270, "Sales of nails"), CHART)).isInstanceOf(Caption.class);
    assertThat(told(caption(100, "Sales of nails"), CHART))
        .as("far above it")
        .isInstanceOf(Paragraph.class);
    assertThat(told(new Caption(new BoundingBox(500, 270, 700, 290), "Sales of nails"), CHART))
        .as("beside it")
        .isInstanceOf(Paragraph.class);
  }

  private static Caption caption(int top, String text) {
    return new Caption(new BoundingBox(200, top, 400, top + 20), text);
  }

  private static Block told(Caption caption) {
    return told(caption, FIGURE);
  }

  private static Block told(Caption caption, Block figure) {
    return StrayCaptions.in(new Page(Paper.SIZE, List.of(caption, figure))).blocks().get(0);
  }
}
