package io.scriptorium.samples.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class RasterCanvasTest {
  private final Raster raster = Raster.filled(40, 30, Color.WHITE, true);
  private final RasterCanvas canvas = new RasterCanvas(raster, new AffineTransform());

  @Test
  void inksAPixelByTheShareThatIsCovered() {
    canvas.fill(new Frame(1, 1, 2.5, 1.5), Color.BLACK);

    assertThat(sample(1, 1)).isEqualTo(128);
    assertThat(sample(2, 1)).isEqualTo(191);
    assertThat(sample(0, 1)).isEqualTo(255);
    assertThat(sample(1, 2)).isEqualTo(255);
  }

  @Test
  void inksAsMuchAsTheShapeIsLarge() {
    Path2D circle = new Path2D.Double(new Ellipse2D.Double(5.3, 4.1, 19.4, 19.4));

    canvas.fill(circle, Color.BLACK);

    assertThat(ink()).isCloseTo(Math.PI * 9.7 * 9.7, within(1.5));
  }

  @Test
  void leavesHolesOpen() {
    Area ring = new Area(new Rectangle2D.Double(2, 2, 9, 9));
    ring.subtract(new Area(new Rectangle2D.Double(4, 4, 2, 2)));

    canvas.fill(new Path2D.Double(ring), Color.BLACK);

    assertThat(sample(4, 4)).isEqualTo(255);
    assertThat(sample(3, 4)).isZero();
    assertThat(sample(6, 4)).isZero();
  }

  @Test
  void fillsOnceWhereContoursOfOneDirectionOverlap() {
    Path2D twice = new Path2D.Double(new Rectangle2D.Double(0, 0, 2, 2));
    twice.append(new Rectangle2D.Double(1, 1, 2, 2), false);

    canvas.fill(twice, Color.GRAY);

    assertThat(sample(1, 1)).isEqualTo(128);
    assertThat(sample(2, 2)).isEqualTo(128);
  }

  @Test
  void keepsWhatLiesBeyondTheEdgesOffThePicture() {
    canvas.fill(new Frame(-3, -3, 2, 50), Color.BLACK);
    canvas.fill(new Frame(38, 28, 60, 60), Color.BLACK);

    assertThat(ink()).isEqualTo(2 * 30 + 2 * 2);
  }

  @Test
  void tellsABoxThatHoldsAllInkOfACharacterAndNothingElse() {
    RasterCanvas turned = new RasterCanvas(raster, AffineTransform.getRotateInstance(0.05, 20, 15));
    turned.text(10, 22, new Run(new TextStyle(Typeface.SERIF, 20, Color.BLACK), " R"));

    GlyphBox box = turned.glyphs().get(0);

    assertThat(turned.glyphs()).hasSize(1);
    assertThat(box.codePoint()).isEqualTo('R');
    Rectangle2D inked = inked();
    assertThat(inked.getMinX()).isEqualTo(Math.floor(box.x1()));
    assertThat(inked.getMinY()).isEqualTo(Math.floor(box.y1()));
    assertThat(inked.getMaxX()).isEqualTo(Math.ceil(box.x2()));
    assertThat(inked.getMaxY()).isEqualTo(Math.ceil(box.y2()));
  }

  @Test
  void keepsTheLevelStrokesOfASheetThatIsTurnedByNextToNothing() {
    Run letters = new Run(new TextStyle(Typeface.SERIF, 20, Color.BLACK), "ET");
    Raster other = Raster.filled(40, 30, Color.WHITE, true);
    AffineTransform hardlyTurned = new AffineTransform(1, 1e-7, -1e-7, 1, 0, 0);

    canvas.text(5, 22.3, letters);
    new RasterCanvas(other, hardlyTurned).text(5, 22.3, letters);

    assertThat(ink(other)).isCloseTo(ink(), within(0.1));
  }

  @Test
  void drawsNothingForALineWithoutLength() {
    canvas.line(3, 3, 3, 3, 2, Color.BLACK);

    assertThat(ink()).isZero();
  }

  @Test
  void drawsInColour() {
    Raster colour = Raster.filled(4, 4, new Color(250, 240, 230), false);

    new RasterCanvas(colour, new AffineTransform())
        .fill(new Frame(1, 0, 2, 1), new Color(10, 20, 30));

    assertThat(colour.interleaved()).startsWith(250, 240, 230, 10, 20, 30);
  }

  private int sample(int x, int y) {
    return raster.planes()[0][y * raster.width() + x] & 0xFF;
  }

  private double ink() {
    return ink(raster);
  }

  private static double ink(Raster raster) {
    double ink = 0;
    for (byte sample : raster.planes()[0]) {
      ink += (255 - (sample & 0xFF)) / 255.0;
    }
    return ink;
  }

  private Rectangle2D inked() {
    Rectangle2D inked = null;
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < raster.width(); x++) {
        if (sample(x, y) < 255) {
          Rectangle2D pixel = new Rectangle2D.Double(x, y, 1, 1);
          inked = inked == null ? pixel : inked.createUnion(pixel);
        }
      }
    }
    return inked;
  }
}
