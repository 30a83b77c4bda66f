package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.samples.drawing.Raster;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanTest {
  private static final int SIDE = 64;

  @Test
  void blurKeepsTheInkAndSpreadsIt() {
    Raster picture = dot();

    new Blur(0.8).apply(picture);

    assertThat(ink(picture)).isCloseTo(255, within(8.0));
    assertThat(sample(picture, 32, 32)).isBetween(1, 254);
    assertThat(sample(picture, 33, 32)).isEqualTo(sample(picture, 32, 33)).isLessThan(255);
  }

  @Test
  void jpegLeavesAFlatPictureAndComesCloseToASmoothOne() {
    Raster smooth = Raster.filled(SIDE, SIDE, Color.WHITE, false);
    for (int i = 0; i < SIDE * SIDE; i++) {
      smooth.planes()[0][i] = (byte) (i % SIDE * 2);
      smooth.planes()[2][i] = (byte) (255 - i / SIDE);
    }
    byte[] before = smooth.interleaved().clone();

    byte[] after = new JpegLoss(90).apply(smooth).interleaved();

    assertThat(after).isNotEqualTo(before);
    assertThat(
            IntStream.range(0, after.length)
                .map(i -> Math.abs((after[i] & 255) - (before[i] & 255))))
        .allMatch(difference -> difference < 14);
  }

  @Test
  void jpegRingsAroundInk() {
    Raster picture = dot();

    new JpegLoss(30).apply(picture);

    assertThat(sample(picture, 32, 32)).isGreaterThan(30);
    assertThat(sample(picture, 8, 8)).isEqualTo(255);
  }

  @Test
  void noiseIsAsStrongAsItSays() {
    Raster picture = Raster.filled(SIDE, SIDE, Color.GRAY, true);

    new Noise(6, new Dice(1)).apply(picture);

    double square =
        IntStream.range(0, SIDE * SIDE)
            .mapToDouble(i -> (picture.planes()[0][i] & 255) - 128.0)
            .map(d -> d * d)
            .average()
            .orElseThrow();
    assertThat(Math.sqrt(square)).isCloseTo(6, within(0.4));
  }

  @Test
  void lowResolutionKeepsEverythingInItsPlace() {
    Raster picture = Raster.filled(SIDE, SIDE, Color.WHITE, true);
    picture.fill(20, 0, 44, SIDE, Color.BLACK);

    Raster after = new LowResolution(0.6).apply(picture);

    assertThat(after.width()).isEqualTo(SIDE);
    assertThat(sample(after, 17, 30)).isGreaterThan(200);
    assertThat(sample(after, 22, 30)).isLessThan(50);
    assertThat(sample(after, 41, 30)).isLessThan(50);
    assertThat(sample(after, 46, 30)).isGreaterThan(200);
  }

  @Test
  void bilevelHalvesThePictureAndKnowsFiveShadesOnly() {
    Raster drawn = Raster.filled(SIDE, SIDE, Color.WHITE, true);
    drawn.fill(10, 10, 31, 31, Color.BLACK);

    Raster after = new Bilevel(0.2, 128, new Dice(1)).apply(drawn);

    assertThat(after.width()).isEqualTo(SIDE / 2);
    assertThat(sample(after, 10, 10)).isZero();
    assertThat(sample(after, 15, 10)).isEqualTo(127);
    assertThat(sample(after, 20, 20)).isEqualTo(255);
  }

  @Test
  void lightIsBrightestAtTheLamp() {
    Raster picture = Raster.filled(SIDE, SIDE, Color.WHITE, true);

    new UnevenLight(0.4, 0, 0).apply(picture);

    assertThat(sample(picture, 0, 0)).isEqualTo(255);
    assertThat(sample(picture, SIDE - 1, SIDE - 1)).isCloseTo(155, within(5));
  }

  @Test
  void otherSideShinesThroughMirrored() {
    Raster picture = Raster.filled(SIDE, SIDE, Color.WHITE, true);
    picture.fill(4, 4, 20, 20, Color.BLACK);

    new BleedThrough(0.2).apply(picture);

    assertThat(sample(picture, SIDE - 12, 12)).isCloseTo(204, within(2));
    assertThat(sample(picture, SIDE - 12, 40)).isEqualTo(255);
  }

  @Test
  void toneLightensInkAndDarkensPaper() {
    Raster picture = dot();

    new Tone(0.2, new double[] {0.9, 0.9, 0.9}).apply(picture);

    assertThat(sample(picture, 32, 32)).isEqualTo(46);
    assertThat(sample(picture, 0, 0)).isEqualTo(230);
  }

  @Test
  void dustIsSmallAndRare() {
    Raster picture = Raster.filled(SIDE, SIDE, Color.WHITE, true);

    new Dust(5000, new Dice(1)).apply(picture);

    assertThat(IntStream.range(0, SIDE * SIDE).filter(i -> (picture.planes()[0][i] & 255) < 255))
        .hasSizeBetween(10, 20);
  }

  @Test
  void strengthsTellWhatWasDone() {
    Scan scan = new Scan(0.51234, 1, true, null, List.of(new Blur(0.5), new JpegLoss(70)));

    assertThat(scan.strengths()).hasToString("{skew=0.512, blur=0.5, jpeg_quality=70.0}");
    assertThat(Scan.NONE.strengths()).isEmpty();
  }

  private static Raster dot() {
    Raster picture = Raster.filled(SIDE, SIDE, Color.WHITE, true);
    picture.fill(32, 32, 33, 33, Color.BLACK);
    return picture;
  }

  private static int sample(Raster picture, int x, int y) {
    return picture.planes()[0][y * picture.width() + x] & 0xFF;
  }

  private static double ink(Raster picture) {
    return IntStream.range(0, SIDE * SIDE).map(i -> 255 - (picture.planes()[0][i] & 0xFF)).sum();
  }
}
