package io.scriptorium.renderer;

import static io.scriptorium.renderer.RasterAssert.assertThatImage;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelRowsTest {
  @Test
  void reducesSixteenBitsToEight() {
    BufferedImage image = pixel(ColorSpace.CS_sRGB, DataBuffer.TYPE_USHORT, 65535, 25700, 0);

    assertThatImage(PixelRows.of(image).toRaster()).hasColor(new Color(255, 100, 0), 0, 0);
  }

  @Test
  void convertsOtherColourSpaces() {
    BufferedImage linear = pixel(ColorSpace.CS_LINEAR_RGB, DataBuffer.TYPE_BYTE, 128, 255, 0);

    assertThatImage(PixelRows.of(linear).toRaster()).hasColor(new Color(188, 255, 0), 0, 0);
  }

  @Test
  void laysOtherColourSpacesOnWhiteToo() {
    BufferedImage linear = pixel(ColorSpace.CS_LINEAR_RGB, DataBuffer.TYPE_BYTE, 0, 0, 255, 128);

    assertThatImage(PixelRows.of(linear).toRaster()).hasColor(new Color(127, 127, 255), 0, 0);
  }

  @Test
  void laysGreyOnWhite() {
    BufferedImage grey = pixel(ColorSpace.CS_GRAY, DataBuffer.TYPE_BYTE, 100, 128);

    assertThatImage(PixelRows.of(grey).toRaster()).hasColor(new Color(177, 177, 177), 0, 0);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE
      })
  void laysEveryKindOfAlphaOnWhite(int type) {
    BufferedImage image = new BufferedImage(1, 1, type);
    image.setRGB(0, 0, 0x80FF0000);

    assertThatImage(PixelRows.of(image).toRaster()).hasColor(new Color(255, 127, 127), 0, 0);
  }

  @Test
  void readsAPartOfWhatPagesAreDrawnOn() {
    BufferedImage page = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    page.setRGB(1, 1, 0x0A141E);
    page.setRGB(2, 1, 0x28323C);

    RasterImage part = PixelRows.of(page.getSubimage(1, 1, 2, 1)).toRaster();

    assertThatImage(part).hasColor(new Color(10, 20, 30), 0, 0);
    assertThatImage(part).hasColor(new Color(40, 50, 60), 1, 0);
  }

  @Test
  void readsEveryPixelOfWhatPagesAreDrawnOn() {
    BufferedImage page = new BufferedImage(13, 3, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int i = 0; i < 39; i++) {
      page.setRGB(i % 13, i / 13, random.nextInt());
    }

    RasterImage raster = PixelRows.of(page).toRaster();

    for (int i = 0; i < 39; i++) {
      assertThatImage(raster).hasExactly(new Color(page.getRGB(i % 13, i / 13)), i % 13, i / 13);
    }
  }

  private static BufferedImage pixel(int space, int type, int... samples) {
    ColorSpace colors = ColorSpace.getInstance(space);
    boolean alpha = samples.length > colors.getNumComponents();
    ComponentColorModel model =
        new ComponentColorModel(
            colors, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type);
    WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, samples);
    return new BufferedImage(model, raster, false, null);
  }
}
