package io.scriptorium.modelruntime.preprocess;

/**
 * How many patches an image or video was cut into: {@code t} pairs of frames (1 for an image), each
 * of {@code h} rows and {@code w} columns.
 */
public record Grid(int t, int h, int w) {

  public Grid {
    if (t < 1 || h < 1 || w < 1) {
      throw new IllegalArgumentException("a grid of " + t + "x" + h + "x" + w + " is empty");
    }
    Math.multiplyExact(Math.multiplyExact(t, h), w);
  }

  /** Rows of the patch matrix. */
  public int patches() {
    return t * h * w;
  }

  /**
   * Tokens the language model sees for this grid, one for each block of {@code mergeSize x
   * mergeSize} patches.
   */
  public int tokens(int mergeSize) {
    if (mergeSize < 1 || h % mergeSize != 0 || w % mergeSize != 0) {
      throw new IllegalArgumentException(
          "a grid of " + h + "x" + w + " cannot be merged by " + mergeSize);
    }
    return t * (h / mergeSize) * (w / mergeSize);
  }
}
