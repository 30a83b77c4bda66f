package io.scriptorium.samples.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class BitmapTest {
  private final Bitmap bitmap = new Bitmap(4, 4);

  @Test
  void inksAPixelByTheShareThatIsCovered() {
    fill(new Rectangle2D.Double(1, 1, 1.5, 0.5));

    assertThat(bitmap.ink(1, 1)).isEqualTo(0.5f);
    assertThat(bitmap.ink(2, 1)).isEqualTo(0.25f);
    assertThat(bitmap.ink(0, 1)).isZero();
    assertThat(bitmap.ink(1, 2)).isZero();
  }

  @Test
  void keepsWhatLiesBeyondTheEdgeOffThePicture() {
    fill(new Rectangle2D.Double(-3, -3, 20, 4));

    assertThat(bitmap.ink(0, 0)).isEqualTo(1);
    assertThat(bitmap.ink(3, 0)).isEqualTo(1);
    assertThat(bitmap.ink(0, 1)).isZero();
    assertThat(bitmap.ink(-1, 0)).isZero();
  }

  @Test
  void leavesHolesOpen() {
    Area ring = new Area(new Rectangle2D.Double(0, 0, 3, 3));
    ring.subtract(new Area(new Rectangle2D.Double(1, 1, 1, 1)));

    fill(new Path2D.Double(ring));

    assertThat(bitmap.ink(1, 1)).isZero();
    assertThat(bitmap.ink(0, 0)).isEqualTo(1);
  }

  @Test
  void fillsWhereContoursOfOneDirectionOverlap() {
    Path2D twice = new Path2D.Double(new Rectangle2D.Double(0, 0, 2, 2));
    twice.append(new Rectangle2D.Double(1, 1, 2, 2), false);

    fill(twice);

    assertThat(bitmap.ink(1, 1)).isEqualTo(1);
    assertThat(bitmap.ink(2, 2)).isEqualTo(1);
  }

  private void fill(Shape shape) {
    bitmap.fill(shape, new AffineTransform());
  }
}
