package io.scriptorium.modelruntime.checkpoint;

import java.nio.ByteBuffer;

/**
 * Random numbers for one tensor, nearly normal and in the range that keeps activations finite. Each
 * number depends on seed, name and place alone, so parts can be made in any order by any thread.
 */
final class RandomTensor {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  // Four uniform 16-bit numbers add up to this mean, with this deviation.
  private static final int MEAN = 2 * 0xFFFF;
  private static final double DEVIATION = Math.sqrt((0x1p32 - 1) / 3);

  private final long key;
  private final float center;
  private final float scale;

  RandomTensor(long seed, TensorSpec spec) {
    this.key = mix(seed ^ mix(hash(spec.name())));
    boolean norm = spec.name().contains("norm") || spec.name().contains("ln_q");
    this.center = norm ? 1 : 0;
    this.scale = (float) (norm ? 0.2 / DEVIATION : spread(spec) / DEVIATION);
  }

  private static double spread(TensorSpec spec) {
    if (spec.name().endsWith(".bias")) {
      return 0.1;
    }
    if (spec.name().contains("embed_tokens")) {
      return 0.5;
    }
    double inputs = (double) spec.elements() / spec.shape().get(0);
    return 1.2 / Math.sqrt(inputs);
  }

  float value(long index) {
    long bits = mix(key + index * STEP);
    int sum =
        (int) (bits & 0xFFFF)
            + (int) (bits >>> 16 & 0xFFFF)
            + (int) (bits >>> 32 & 0xFFFF)
            + (int) (bits >>> 48);
    return center + (sum - MEAN) * scale;
  }

  /** Fills a little-endian buffer from its beginning with the numbers from that index on. */
  void fill(ByteBuffer target, long firstIndex, int count, Dtype dtype) {
    switch (dtype) {
      case F32 -> {
        for (int i = 0; i < count; i++) {
          target.putFloat(i * 4, value(firstIndex + i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          target.putShort(i * 2, bfloat16(value(firstIndex + i)));
        }
      }
      default -> throw new IllegalArgumentException("random weights are F32 or BF16, not " + dtype);
    }
  }

  /** Rounds to the nearest, ties to even; for finite numbers. */
  static short bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

  private static long hash(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
