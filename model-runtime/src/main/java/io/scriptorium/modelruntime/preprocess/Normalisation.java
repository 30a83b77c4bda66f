package io.scriptorium.modelruntime.preprocess;

/**
 * From a byte to the number the model sees, one table of 256 entries for each channel.
 *
 * <p>Bit for bit the arithmetic of the reference processor that works on arrays: the byte is scaled
 * in double precision and rounded to float, then mean and deviation are applied in float. The
 * reference's tensor variant folds the scale into mean and deviation; it differs by at most 2.4e-7.
 */
final class Normalisation {

  private static final double RESCALE = 1 / 255.0;

  private final float[][] tables = new float[RgbImage.CHANNELS][256];

  Normalisation(PreprocessorConfig config) {
    for (int channel = 0; channel < tables.length; channel++) {
      float mean = config.mean().get(channel).floatValue();
      float std = config.std().get(channel).floatValue();
      for (int value = 0; value < 256; value++) {
        tables[channel][value] = ((float) (value * RESCALE) - mean) / std;
      }
    }
  }

  float[] table(int channel) {
    return tables[channel];
  }
}
