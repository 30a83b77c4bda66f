package io.scriptorium.modelruntime.plan;

import io.scriptorium.modelruntime.preprocess.Grid;

/**
 * What the positions of a prompt need to know of one of its images or videos.
 *
 * @param kind image or video
 * @param grid its patches
 * @param secondsPerGrid seconds between two temporal patches of a video; unused for an image
 */
public record VisualInput(Kind kind, Grid grid, float secondsPerGrid) {
  /** An image stands still, a video has time. */
  public enum Kind {
    IMAGE,
    VIDEO
  }

  private static final float MAX_SECONDS_PER_GRID = 3600;

  public VisualInput {
    if (!(secondsPerGrid >= 0 && secondsPerGrid <= MAX_SECONDS_PER_GRID)) {
      throw new IllegalArgumentException(
          "secondsPerGrid (" + secondsPerGrid + ") must be in 0 … " + MAX_SECONDS_PER_GRID);
    }
  }

  public static VisualInput image(Grid grid) {
    return new VisualInput(Kind.IMAGE, grid, 0);
  }

  public static VisualInput video(Grid grid, float secondsPerGrid) {
    return new VisualInput(Kind.VIDEO, grid, secondsPerGrid);
  }
}
