package io.scriptorium.modelruntime.preprocess;

/**
 * An image or video as the vision tower reads it: one row a patch.
 *
 * <p>Rows go by pair of frames, then block row, block column, row in the block, column in the
 * block; a block is what the merger turns into one token. Columns go by channel, frame of the pair,
 * y, x. The array is not copied; nobody writes to it any more.
 *
 * @param grid patches in each direction
 * @param width of the resized image in pixels; coordinates in the model's answers refer to it
 * @param height of the resized image in pixels
 * @param values {@code grid.patches() * patchLength} normalised numbers (shape {@code [patches,
 *     patchLength]})
 */
@SuppressWarnings("ArrayRecordComponent")
public record PixelPatches(Grid grid, int width, int height, float[] values) {

  public PixelPatches {
    if (values.length == 0 || values.length % grid.patches() != 0) {
      throw new IllegalArgumentException(
          values.length + " numbers are not rows for " + grid.patches() + " patches");
    }
  }

  /** Numbers in a row. */
  public int patchLength() {
    return values.length / grid.patches();
  }
}
