package io.scriptorium.modelruntime.preprocess;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts resized frames into normalised patches in the order {@link PixelPatches} describes. */
final class Patchifier {

  private final int patch;
  private final int merge;
  private final int framesPerPatch;
  private final int patchLength;
  private final Normalisation normalisation;

  Patchifier(PreprocessorConfig config) {
    patch = config.patchSize();
    merge = config.mergeSize();
    framesPerPatch = config.temporalPatchSize();
    patchLength = config.patchLength();
    normalisation = new Normalisation(config);
  }

  /**
   * Writes the patches of one step in time.
   *
   * @param frames as many as a patch is deep, of the grid's size
   * @param start where in {@code values} the step begins
   */
  void cut(List<RgbImage> frames, Grid grid, float[] values, int start) {
    int blockRowLength = merge * grid.w() * patchLength;
    IntStream.range(0, grid.h() / merge)
        .parallel()
        .forEach(
            blockRow ->
                cutBlockRow(frames, grid, blockRow, values, start + blockRow * blockRowLength));
  }

  private void cutBlockRow(
      List<RgbImage> frames, Grid grid, int blockRow, float[] values, int start) {
    int out = start;
    for (int blockColumn = 0; blockColumn < grid.w() / merge; blockColumn++) {
      for (int row = 0; row < merge; row++) {
        for (int column = 0; column < merge; column++) {
          int y = (blockRow * merge + row) * patch;
          int x = (blockColumn * merge + column) * patch;
          cutPatch(frames, x, y, values, out);
          out += patchLength;
        }
      }
    }
  }

  private void cutPatch(List<RgbImage> frames, int x, int y, float[] values, int start) {
    int plane = patch * patch;
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      for (int t = 0; t < framesPerPatch; t++) {
        int out = start + (channel * framesPerPatch + t) * plane;
        if (t > 0 && frames.get(t).equals(frames.get(t - 1))) {
          System.arraycopy(values, out - plane, values, out, plane);
        } else {
          cutPlane(frames.get(t), x, y, channel, values, out);
        }
      }
    }
  }

  private void cutPlane(RgbImage frame, int x, int y, int channel, float[] values, int start) {
    float[] table = normalisation.table(channel);
    byte[] rgb = frame.rgb();
    int out = start;
    for (int row = y; row < y + patch; row++) {
      int in = (row * frame.width() + x) * RgbImage.CHANNELS + channel;
      for (int column = 0; column < patch; column++) {
        values[out++] = table[rgb[in] & 0xff];
        in += RgbImage.CHANNELS;
      }
    }
  }
}
