package io.scriptorium.samples.synth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Seeded chance: the same seed gives the same page on every machine. Not thread-safe.
 *
 * <p>The numbers are those of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, 2014).
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long seed;
  private long state;

  public Dice(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /** Other dice, the same for the same label however often these were thrown. */
  public Dice fork(String label) {
    long hash = FNV_OFFSET;
    for (byte b : label.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    return new Dice(mixed(mixed(seed + GOLDEN) ^ mixed(hash)));
  }

  /** 64 bits, each of them by chance. */
  public long bits() {
    state += GOLDEN;
    return mixed(state);
  }

  private static long mixed(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /** A fraction from 0, inclusive, to 1, exclusive. */
  public double fraction() {
    return (bits() >>> 11) * 0x1p-53;
  }

  public int between(int lowInclusive, int highInclusive) {
    return (int) between((long) lowInclusive, (long) highInclusive);
  }

  public long between(long lowInclusive, long highInclusive) {
    if (highInclusive < lowInclusive) {
      throw new IllegalArgumentException(
          "nothing lies between " + lowInclusive + " and " + highInclusive);
    }
    double range = (double) highInclusive - lowInclusive + 1;
    return lowInclusive + (long) (fraction() * range);
  }

  public double between(double low, double high) {
    return low + (high - low) * fraction();
  }

  /** A number of the normal distribution with mean 0 and deviation 1 (Marsaglia's polar method). */
  public double normal() {
    while (true) {
      double u = 2 * fraction() - 1;
      double v = 2 * fraction() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        // StrictMath, as Math may answer differently on another machine.
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  public boolean chance(double probability) {
    return fraction() < probability;
  }

  public <T> T pick(List<T> from) {
    return from.get(between(0, from.size() - 1));
  }

  @SafeVarargs
  public final <T> T pick(T... from) {
    return from[between(0, from.length - 1)];
  }

  /**
   * @param weight how likely each is; not negative, and not 0 for all
   */
  public <T> T pickWeighted(List<T> from, ToDoubleFunction<T> weight) {
    double total = from.stream().mapToDouble(weight).sum();
    if (!(total > 0)) {
      throw new IllegalArgumentException("all weights together are " + total);
    }
    double left = fraction() * total;
    T last = from.get(0);
    for (T candidate : from) {
      double w = weight.applyAsDouble(candidate);
      if (w > 0) {
        last = candidate;
        left -= w;
        if (left < 0) {
          return candidate;
        }
      }
    }
    return last;
  }

  /** Some of a list in their order there, none of them twice. */
  public <T> List<T> some(List<T> from, int count) {
    if (count < 0 || count > from.size()) {
      throw new IllegalArgumentException("cannot take " + count + " of " + from.size());
    }
    List<T> taken = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      int missing = count - taken.size();
      if (between(1, from.size() - i) <= missing) {
        taken.add(from.get(i));
      }
    }
    return taken;
  }

  public <T> List<T> shuffled(List<T> from) {
    List<T> to = new ArrayList<>(from);
    for (int i = to.size() - 1; i > 0; i--) {
      int j = between(0, i);
      T at = to.get(i);
      to.set(i, to.get(j));
      to.set(j, at);
    }
    return to;
  }
}
