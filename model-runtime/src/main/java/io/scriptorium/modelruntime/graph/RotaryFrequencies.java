package io.scriptorium.modelruntime.graph;

/** Inverse frequencies of rotary position embeddings (Su et al., 2021), rounded as float32. */
final class RotaryFrequencies {
  private RotaryFrequencies() {}

  /**
   * {@code theta^(-2i / dimension)} for {@code i} from 0 to {@code dimension / 2}, exclusive. Power
   * and quotient are rounded to float32 one after the other, as the reference does it: an angle at
   * position 4000 shows the difference.
   */
  static float[] of(double theta, int dimension) {
    float[] frequencies = new float[dimension / 2];
    for (int i = 0; i < frequencies.length; i++) {
      float exponent = (float) (2 * i) / dimension;
      frequencies[i] = 1f / (float) Math.pow(theta, exponent);
    }
    return frequencies;
  }
}
