package io.scriptorium.renderer;

/**
 * Pixels per inch of a stored picture, across and down. Fax scans have about twice as many across.
 */
record Resolution(double across, double down) {
  /** One pixel is one point. */
  static final Resolution UNKNOWN = new Resolution(72, 72);

  private static final double COARSEST = 20;
  private static final double FINEST = 10_000;
  private static final double MOST_UNEVEN = 4;

  /** What a file states, or {@link #UNKNOWN} if no scanner could have made it. */
  static Resolution stated(double across, double down) {
    double low = Math.min(across, down);
    double high = Math.max(across, down);
    boolean plausible = low >= COARSEST && high <= FINEST && high <= MOST_UNEVEN * low;
    return plausible ? new Resolution(across, down) : UNKNOWN;
  }

  static Resolution statedPerCentimetre(double across, double down) {
    return stated(across * 2.54, down * 2.54);
  }

  /** The resolution once each side has been halved so many times. */
  Resolution halved(int times) {
    return new Resolution(across / (1 << times), down / (1 << times));
  }

  /** The resolution once pixels are made square. */
  double square() {
    return Math.max(across, down);
  }
}
