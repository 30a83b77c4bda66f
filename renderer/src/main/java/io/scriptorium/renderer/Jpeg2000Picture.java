package io.scriptorium.renderer;

import com.github.jaiimageio.jpeg2000.J2KImageReadParam;
import io.scriptorium.renderer.Jpeg2000Codestream.Component;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A JPEG 2000 that can be decoded. The decoder yields samples only; what colours they are is told
 * here, because it ignores profiles, palettes and inks.
 */
record Jpeg2000Picture(
    Jpeg2000Codestream codestream,
    Jpeg2000Colors colors,
    int halvings,
    Optional<ColorProfile> profile,
    PictureFrame frame) {

  static Jpeg2000Picture of(
      Jpeg2000Codestream codestream,
      Jpeg2000Colors colors,
      Resolution resolution,
      RenderOptions options) {
    int halvings = codestream.halvings(options);
    int samples = colors.samples(codestream.components().size());
    int inks = samples - (colors.alpha(samples) < 0 ? 0 : 1);
    byte[] bytes = colors.profile();
    Optional<ColorProfile> profile =
        bytes == null ? Optional.empty() : ColorProfile.of(bytes, inks);
    PictureFrame frame =
        new PictureFrame(
            codestream.shape(halvings),
            resolution.halved(halvings),
            Orientation.UPRIGHT,
            null,
            List.of(),
            bytes != null && profile.isEmpty() ? List.of(ColorProfile.IGNORED) : List.of());
    return new Jpeg2000Picture(codestream, colors, halvings, profile, frame);
  }

  PixelRows decode(ImageInputStream in) throws IOException {
    ImageReader reader = PictureReaders.readerFor(SourceFormat.JPEG_2000);
    try {
      in.seek(0);
      reader.setInput(in, false, true);
      J2KImageReadParam param = new J2KImageReadParam();
      param.setResolution(codestream.levels() - halvings);
      return rows(reader.readRaster(0, param));
    } finally {
      reader.dispose();
    }
  }

  private PixelRows rows(Raster raster) {
    int samples = colors.samples(raster.getNumBands());
    int alpha = colors.alpha(samples);
    int inks = samples - (alpha < 0 ? 0 : 1);
    WritableRaster bytes =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, raster.getWidth(), raster.getHeight(), samples, null);
    int[] row = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      int band = 0;
      for (int i = 0; i < samples; i++) {
        readRow(raster, y, i, row);
        // Alpha comes last in Java.
        bytes.setSamples(0, y, row.length, 1, i == alpha ? samples - 1 : band++, row);
      }
    }
    if (colors.space() == Jpeg2000Colors.SYCC && inks == 3) {
      LumaChroma.toRgb(bytes);
    }
    ColorModel model =
        new ComponentColorModel(
            space(inks),
            alpha >= 0,
            false,
            alpha >= 0 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return PixelRows.of(new BufferedImage(model, bytes, false, null));
  }

  private ColorSpace space(int inks) {
    if (profile.isPresent()) {
      return profile.get().space();
    }
    return switch (inks) {
      case 1 -> ColorSpace.getInstance(ColorSpace.CS_GRAY);
      case 3 -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
      case 4 -> InkSpace.INSTANCE;
      default -> throw new IllegalArgumentException(inks + " colour components");
    };
  }

  /** Samples of 8 bits. */
  private void readRow(Raster raster, int y, int index, int[] row) {
    int band = colors.palette() == null ? index : 0;
    raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
    Component component = codestream.components().get(band);
    int most = (1 << component.bits()) - 1;
    int shift = component.signed() ? 1 << (component.bits() - 1) : 0;
    byte[] column = colors.palette() == null ? null : colors.palette()[index];
    for (int x = 0; x < row.length; x++) {
      int value = (row[x] + shift) & most;
      row[x] =
          column == null
              ? (value * 255 + most / 2) / most
              : column[Math.min(value, column.length - 1)] & 0xFF;
    }
  }
}
