package io.scriptorium.htmlschema;

import static io.scriptorium.htmlschema.Reading.BOX;
import static io.scriptorium.htmlschema.Reading.blocks;
import static io.scriptorium.htmlschema.Reading.codes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureReadingTest {
  @Test
  void takesTheBoxFromTheImgInside() {
    PageReading reading = Reading.ofBody("<div class=image><img B></div>");

    assertThat(blocks(reading)).containsExactly(new Image(BOX));
    assertThat(codes(reading)).containsExactly("BOX_DERIVED");
  }

  @Test
  void saysThatAnotherBoxOfTheImgIsDropped() {
    PageReading reading =
        Reading.ofBody("<div class='image caption' B><img data-bbox='2 3 4 5'/><p>cat</p></div>");

    assertThat(blocks(reading)).containsExactly(new Caption(BOX, "cat"));
    assertThat(codes(reading)).containsExactly("BOX_DROPPED");
  }

  @ParameterizedTest
  @CsvSource({
    "formula.machine_printed, PRINTED, ''",
    "formula machine_printed, PRINTED, CLASS_NORMALIZED",
    "formula.handwritten, HANDWRITTEN, ''",
    "formula, UNSPECIFIED, ''",
    "Formula blue, UNSPECIFIED, CLASS_NORMALIZED",
  })
  void tellsFormulasApart(String name, Formula.Kind kind, String repair) {
    PageReading reading =
        Reading.ofBody("<div class='" + name + "' B><img B/><div>x^2 &lt; y\n \\\\ z</div></div>");

    assertThat(blocks(reading)).containsExactly(new Formula(BOX, kind, "x^2 < y\n \\\\ z"));
    assertThat(String.join(" ", codes(reading))).isEqualTo(repair);
  }

  @Test
  void keepsALessThanSignOfAFormula() {
    PageReading reading = Reading.ofBody("<div class=formula B><div>x<y and z>w</div></div>");

    assertThat(blocks(reading))
        .containsExactly(new Formula(BOX, Formula.Kind.UNSPECIFIED, "x<y and z>w"));
  }

  @Test
  void assumesTheFormatOfMusicAndChemistry() {
    PageReading reading =
        Reading.ofBody(
            "<div class='music sheet' B><img B/><div>X:1</div></div>"
                + "<div class='chemical formula' format=smiles B><div>CCO</div></div>"
                + "<div class='music sheet' format='abc notation' B>X:2</div>");

    assertThat(blocks(reading))
        .containsExactly(
            new MusicSheet(BOX, "X:1"),
            new ChemicalFormula(BOX, "CCO"),
            new MusicSheet(BOX, "X:2"));
    assertThat(reading.repairs())
        .extracting(Repair::toString)
        .containsExactly(
            "Repair[code=FORMAT_NORMALIZED, place=block 1 (div),"
                + " message=the format was read as abc notation]",
            "Repair[code=FORMAT_NORMALIZED, place=block 2 (div),"
                + " message=the format was read as smile]");
  }

  @Test
  void keepsTextBesideAnImageAndDataOfAChart() {
    PageReading reading =
        Reading.ofBody(
            "<div class=image B><img B/>inside</div>"
                + "<div class=chart B><img B/>title<table><tr><td>7</table></div>");

    assertThat(blocks(reading))
        .hasSize(4)
        .contains(new Paragraph(BOX, "inside"), new Paragraph(BOX, "title"), new Image(BOX));
    assertThat(blocks(reading).get(2))
        .isInstanceOfSatisfying(Chart.class, chart -> assertThat(chart.data().rows()).hasSize(1));
    assertThat(codes(reading)).containsExactly("BOX_DERIVED", "CONTENT_MOVED");
  }

  @Test
  void movesBlocksOutOfAnUnclosedFigure() {
    PageReading reading =
        Reading.ofBody("<div class=formula B><img B/><div B>x</div><p B>after</p><h2 B>then</h2>");

    assertThat(blocks(reading))
        .containsExactly(
            new Formula(BOX, Formula.Kind.UNSPECIFIED, "x"),
            new Paragraph(BOX, "after"),
            new Heading(BOX, 2, "then"));
  }

  @Test
  void readsAnImgWithABoxOutsideAFigure() {
    PageReading reading = Reading.ofBody("<img B src='http://x/y.png'><img src=x>");

    assertThat(blocks(reading)).containsExactly(new Image(BOX));
    assertThat(codes(reading)).containsExactly("ATTRIBUTES_DROPPED", "ELEMENT_DROPPED");
  }
}
