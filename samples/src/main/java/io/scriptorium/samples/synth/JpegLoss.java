package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * What JPEG takes away: the coefficients of blocks of 8 x 8 are rounded (ITU-T T.81, tables of
 * annex K), in grey or in YCbCr; colours are not thinned out.
 *
 * @param quality 1 to 100 on the usual scale; less is worse
 */
record JpegLoss(int quality) implements Effect {
  private static final int[] LUMA = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };
  private static final int[] CHROMA = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  /** The transform's matrix, row by row: frequency times place. */
  private static final float[] COSINES = new float[64];

  static {
    for (int u = 0; u < 8; u++) {
      double scale = u == 0 ? StrictMath.sqrt(0.125) : 0.5;
      for (int x = 0; x < 8; x++) {
        COSINES[u * 8 + x] = (float) (scale * StrictMath.cos((2 * x + 1) * u * Math.PI / 16));
      }
    }
  }

  @Override
  public String name() {
    return "jpeg_quality";
  }

  @Override
  public double strength() {
    return quality;
  }

  @Override
  public Raster apply(Raster picture) {
    int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    float[] luma = steps(LUMA, scale);
    float[] chroma = steps(CHROMA, scale);
    byte[][] planes = picture.planes();
    if (!picture.isGrey()) {
      toYcc(planes);
    }
    for (int band = 0; band < planes.length; band++) {
      round(planes[band], picture.width(), picture.height(), band == 0 ? luma : chroma);
    }
    if (!picture.isGrey()) {
      toRgb(planes);
    }
    return picture;
  }

  private static float[] steps(int[] table, int scale) {
    float[] steps = new float[64];
    for (int i = 0; i < 64; i++) {
      steps[i] = Math.max(1, Math.min(255, (table[i] * scale + 50) / 100));
    }
    return steps;
  }

  private static void round(byte[] plane, int width, int height, float[] steps) {
    float[] block = new float[64];
    float[] half = new float[64];
    for (int top = 0; top < height; top += 8) {
      for (int left = 0; left < width; left += 8) {
        if (load(block, plane, width, height, left, top)) {
          // Nothing but one value: rounding its mean is all that could happen, by less than one can
          // see.
          continue;
        }
        alongRows(block, half, COSINES, false);
        alongRows(half, block, COSINES, false);
        for (int i = 0; i < 64; i++) {
          float step = steps[i];
          float scaled = block[i] / step;
          block[i] = (int) (scaled + (scaled < 0 ? -0.5f : 0.5f)) * step;
        }
        alongRows(block, half, COSINES, true);
        alongRows(half, block, COSINES, true);
        store(block, plane, width, height, left, top);
      }
    }
  }

  /** Transforms every row and writes it as a column, so that twice is the whole transform. */
  private static void alongRows(float[] from, float[] to, float[] cosines, boolean back) {
    for (int row = 0; row < 8; row++) {
      int at = row * 8;
      for (int u = 0; u < 8; u++) {
        float sum = 0;
        if (back) {
          for (int x = 0; x < 8; x++) {
            sum += from[at + x] * cosines[x * 8 + u];
          }
        } else {
          for (int x = 0; x < 8; x++) {
            sum += from[at + x] * cosines[u * 8 + x];
          }
        }
        to[u * 8 + row] = sum;
      }
    }
  }

  /** Whether all samples of the block are the same; beyond the edge the last one goes on. */
  private static boolean load(
      float[] block, byte[] plane, int width, int height, int left, int top) {
    boolean flat = true;
    for (int y = 0; y < 8; y++) {
      int row = Math.min(height - 1, top + y) * width;
      for (int x = 0; x < 8; x++) {
        block[y * 8 + x] = (plane[row + Math.min(width - 1, left + x)] & 0xFF) - 128f;
        flat &= block[y * 8 + x] == block[0];
      }
    }
    return flat;
  }

  private static void store(float[] block, byte[] plane, int width, int height, int left, int top) {
    for (int y = 0; y < Math.min(8, height - top); y++) {
      int row = (top + y) * width;
      for (int x = 0; x < Math.min(8, width - left); x++) {
        plane[row + left + x] = clipped(block[y * 8 + x] + 128);
      }
    }
  }

  private static void toYcc(byte[][] planes) {
    for (int i = 0; i < planes[0].length; i++) {
      float r = planes[0][i] & 0xFF;
      float g = planes[1][i] & 0xFF;
      float b = planes[2][i] & 0xFF;
      planes[0][i] = clipped(0.299f * r + 0.587f * g + 0.114f * b);
      planes[1][i] = clipped(-0.168736f * r - 0.331264f * g + 0.5f * b + 128);
      planes[2][i] = clipped(0.5f * r - 0.418688f * g - 0.081312f * b + 128);
    }
  }

  private static void toRgb(byte[][] planes) {
    for (int i = 0; i < planes[0].length; i++) {
      float y = planes[0][i] & 0xFF;
      float cb = (planes[1][i] & 0xFF) - 128f;
      float cr = (planes[2][i] & 0xFF) - 128f;
      planes[0][i] = clipped(y + 1.402f * cr);
      planes[1][i] = clipped(y - 0.344136f * cb - 0.714136f * cr);
      planes[2][i] = clipped(y + 1.772f * cb);
    }
  }

  private static byte clipped(float value) {
    return (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
  }
}
