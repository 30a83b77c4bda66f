package io.scriptorium.modelruntime.preprocess;

import java.util.List;

/**
 * How a checkpoint wants its images, as its {@code preprocessor_config.json} says.
 *
 * @param minPixels smallest area of a resized image or frame
 * @param maxPixels largest area of a resized image or frame
 * @param patchSize side of a patch in pixels
 * @param temporalPatchSize frames of a patch
 * @param mergeSize side of a merged block in patches
 * @param mean of red, green and blue, in 0..1
 * @param std standard deviation of red, green and blue, in 0..1
 */
public record PreprocessorConfig(
    int minPixels,
    int maxPixels,
    int patchSize,
    int temporalPatchSize,
    int mergeSize,
    List<Double> mean,
    List<Double> std) {

  public PreprocessorConfig {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    requireRange("patchSize", patchSize, 1, 256);
    requireRange("temporalPatchSize", temporalPatchSize, 1, 16);
    requireRange("mergeSize", mergeSize, 1, 16);
    requireRange("minPixels", minPixels, 1, Integer.MAX_VALUE);
    if (maxPixels < minPixels) {
      throw new IllegalArgumentException(
          "maxPixels (" + maxPixels + ") is less than minPixels (" + minPixels + ")");
    }
    if (mean.size() != RgbImage.CHANNELS || mean.stream().anyMatch(m -> !Double.isFinite(m))) {
      throw new IllegalArgumentException("mean " + mean + " is not three numbers");
    }
    if (std.size() != RgbImage.CHANNELS
        || std.stream().anyMatch(s -> !Double.isFinite(s) || s <= 0)) {
      throw new IllegalArgumentException("std " + std + " is not three numbers above 0");
    }
  }

  /** The same with other limits on the area, for less memory and time or finer print. */
  public PreprocessorConfig withPixelLimits(int minPixels, int maxPixels) {
    return new PreprocessorConfig(
        minPixels, maxPixels, patchSize, temporalPatchSize, mergeSize, mean, std);
  }

  /** What both sides of a resized image are multiples of. */
  public int factor() {
    return patchSize * mergeSize;
  }

  /** Numbers of a patch: channels, frames, rows, columns. */
  public int patchLength() {
    return RgbImage.CHANNELS * temporalPatchSize * patchSize * patchSize;
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " (" + value + ") is not between " + low + " and " + high);
    }
  }
}
