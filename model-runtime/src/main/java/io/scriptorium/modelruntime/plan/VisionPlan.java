package io.scriptorium.modelruntime.plan;

import io.scriptorium.modelruntime.checkpoint.VisionConfig;
import io.scriptorium.modelruntime.preprocess.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where every patch of some images and videos stands while the vision tower works on it.
 *
 * <p>The tower takes patches in merge units of {@code merge x merge} patches. Before the first
 * block the units are put in window order, so that the units of a window of {@code windowSize}
 * pixels lie side by side; behind the merger the order is undone. Windows at the right and lower
 * edge are smaller; each window is padded to the size of a whole one and its padding masked. See
 * the technical report, section 2.1, and {@code get_window_index} of the reference implementation.
 *
 * <p>N stands for patches, U = N / merge² for units, W for windows, S for the patches of a whole
 * window.
 *
 * @param unitOrder {@code [U]}: which unit, counted in raster order, stands at each place
 * @param unitInverse {@code [U]}: at which place each unit stands
 * @param patchPositions {@code [N][2]}, flat: row and column of the patch at each place
 * @param windows number of windows, W
 * @param windowRows {@code [W * S]}: which patch is in each slot of each window; padding repeats
 *     the window's first
 * @param windowPadded {@code [W * S]}: whether the slot is padding
 * @param windowSlots {@code [N]}: in which slot the patch at each place is
 * @param frameLengths patches of each frame: an image is one frame, a video one for each temporal
 *     patch; the layers of full attention stay inside a frame
 */
@SuppressWarnings("ArrayRecordComponent")
public record VisionPlan(
    int[] unitOrder,
    int[] unitInverse,
    int[] patchPositions,
    int windows,
    int[] windowRows,
    boolean[] windowPadded,
    int[] windowSlots,
    List<Integer> frameLengths) {

  /** Plans the images and videos of a run, in the order in which their patches are packed. */
  public static VisionPlan of(List<Grid> grids, VisionConfig config) {
    int merge = config.spatialMergeSize();
    int unit = config.mergeUnit();
    int window = config.windowUnits();
    int slots = window * window * unit;
    int patches = 0;
    int windows = 0;
    for (Grid grid : grids) {
      patches = Math.addExact(patches, grid.tokens(merge) * unit);
      windows += grid.t() * ceil(grid.h() / merge, window) * ceil(grid.w() / merge, window);
    }
    int[] order = new int[patches / unit];
    int[] positions = new int[patches * 2];
    int[] rows = new int[Math.multiplyExact(windows, slots)];
    boolean[] padded = new boolean[rows.length];
    Arrays.fill(padded, true);
    int[] slotOf = new int[patches];
    List<Integer> frames = new ArrayList<>();

    int place = 0;
    int windowIndex = 0;
    int frameBase = 0;
    for (Grid grid : grids) {
      int height = grid.h() / merge;
      int width = grid.w() / merge;
      for (int t = 0; t < grid.t(); t++) {
        frames.add(grid.h() * grid.w());
        for (int top = 0; top < height; top += window) {
          for (int left = 0; left < width; left += window) {
            int slot = windowIndex * slots;
            int first = place * unit;
            Arrays.fill(rows, slot, slot + slots, first);
            for (int y = top; y < Math.min(top + window, height); y++) {
              for (int x = left; x < Math.min(left + window, width); x++) {
                order[place] = frameBase + y * width + x;
                for (int inUnit = 0; inUnit < unit; inUnit++) {
                  int patch = place * unit + inUnit;
                  positions[2 * patch] = y * merge + inUnit / merge;
                  positions[2 * patch + 1] = x * merge + inUnit % merge;
                  rows[slot] = patch;
                  padded[slot] = false;
                  slotOf[patch] = slot;
                  slot++;
                }
                place++;
              }
            }
            windowIndex++;
          }
        }
        frameBase += height * width;
      }
    }
    return new VisionPlan(order, inverse(order), positions, windows, rows, padded, slotOf, frames);
  }

  /** Number of patches, N. */
  public int patches() {
    return windowSlots.length;
  }

  private static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      inverse[order[place]] = place;
    }
    return inverse;
  }

  private static int ceil(int length, int step) {
    return (length + step - 1) / step;
  }
}
