package io.scriptorium.modelruntime.preprocess;

/**
 * Fixed-point weights of a bicubic filter (a = -0.5) for one axis. When shrinking the filter is
 * widened by the scale, which is what prevents moiré.
 *
 * <p>Every step is done as Pillow does it, in double precision and in its order, so that the
 * integer weights are the same.
 */
final class ResampleWeights {

  static final int PRECISION_BITS = 22;

  private static final double A = -0.5;
  private static final double SUPPORT = 2.0;

  final int inputSize;
  final int outputSize;

  /** First source index of each output index. */
  final int[] first;

  /** Source indices used by each output index. */
  final int[] count;

  /** Weights of output index {@code i} from {@code i * stride} on. */
  final int[] weights;

  final int stride;

  ResampleWeights(int inputSize, int outputSize) {
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    double scale = (double) inputSize / outputSize;
    double filterScale = Math.max(scale, 1.0);
    double support = SUPPORT * filterScale;
    double inverse = 1.0 / filterScale;
    stride = Math.min(inputSize, 2 * (int) Math.ceil(support) + 1);
    first = new int[outputSize];
    count = new int[outputSize];
    weights = new int[Math.multiplyExact(outputSize, stride)];
    double[] real = new double[stride];
    for (int i = 0; i < outputSize; i++) {
      double centre = (i + 0.5) * scale;
      int low = Math.max(0, (int) (centre - support + 0.5));
      int high = Math.min(inputSize, (int) (centre + support + 0.5));
      first[i] = low;
      count[i] = high - low;
      double sum = 0;
      for (int j = 0; j < count[i]; j++) {
        real[j] = bicubic((j + low - centre + 0.5) * inverse);
        sum += real[j];
      }
      for (int j = 0; j < count[i]; j++) {
        weights[i * stride + j] = toFixedPoint(sum == 0 ? real[j] : real[j] / sum);
      }
    }
  }

  private static double bicubic(double offset) {
    double x = Math.abs(offset);
    if (x < 1.0) {
      return ((A + 2.0) * x - (A + 3.0)) * x * x + 1;
    }
    if (x < SUPPORT) {
      return (((x - 5) * x + 8) * x - 4) * A;
    }
    return 0;
  }

  private static int toFixedPoint(double weight) {
    return (int) (weight * (1 << PRECISION_BITS) + (weight < 0 ? -0.5 : 0.5));
  }
}
