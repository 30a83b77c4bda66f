package io.scriptorium.renderer;

import static io.scriptorium.renderer.DrawnLines.TYPE;
import static io.scriptorium.renderer.DrawnLines.letters;
import static io.scriptorium.renderer.DrawnLines.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

/** Lengths are millimetres of A4 at 200 dpi. */
class FaintRulesTest {
  private static final Color FAINT = new Color(222, 222, 222);

  private final Paper paper = Paper.white();

  @Test
  void closesTheGapsThatNoiseLeaves() {
    rule(20, 100, 80);
    paper.grain(11);

    assertThat(share(before(), 20, 100, 100)).isBetween(0.1, 0.8);
    assertThat(share(closed(), 21, 100, 99)).isEqualTo(1);
  }

  @Test
  void leavesTheWhiteBetweenTwoRules() {
    rule(20, 100, 80);
    rule(103, 100, 80);
    paper.grain(11);

    assertThat(share(closed(), 21, 100, 99)).isEqualTo(1);
    assertThat(share(closed(), 101, 100, 102)).isZero();
    assertThat(share(closed(), 104, 100, 182)).isEqualTo(1);
  }

  @Test
  void bringsBackWhatStrongTypeNearbyHasHidden() {
    letters(paper, 30, 99 - TYPE, 60, TYPE);
    rule(20, 100, 80);

    assertThat(share(before(), 30, 100, 90)).isLessThan(0.5);
    assertThat(share(closed(), 21, 100, 99)).isEqualTo(1);
  }

  @Test
  void takesNoLinesOfTextForRules() {
    lines(paper, 20, 40, 120, 12);
    paper.grain(11);

    assertThat(closed()).isEqualTo(before());
  }

  private void rule(double left, double top, double width) {
    paper.draw(FAINT, new Rectangle2D.Double(left, top, width, 0.25));
  }

  private InkMap map() {
    return InkMap.of(paper.scanned());
  }

  private boolean[] before() {
    InkMap map = map();
    boolean[] ink = Dust.without(map);
    Ringing.remove(map, ink);
    return ink;
  }

  private boolean[] closed() {
    boolean[] ink = before();
    FaintRules.close(map(), ink);
    return ink;
  }

  /** The share of columns that have ink within half a millimetre of a height. */
  private double share(boolean[] ink, double left, double y, double right) {
    InkMap map = map();
    double perMillimetre = map.width() / 210.0;
    int from = (int) (left * perMillimetre);
    int to = (int) (right * perMillimetre);
    int inked = 0;
    for (int x = from; x < to; x++) {
      boolean any = false;
      for (int row = (int) ((y - 0.4) * perMillimetre);
          row <= (int) ((y + 0.5) * perMillimetre);
          row++) {
        any |= ink[row * map.width() + x];
      }
      inked += any ? 1 : 0;
    }
    return (double) inked / (to - from);
  }
}
