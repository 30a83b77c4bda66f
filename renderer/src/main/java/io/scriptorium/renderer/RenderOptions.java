package io.scriptorium.renderer;

import java.util.List;

/**
 * How pages are rendered, and how much of a document is taken on.
 *
 * @param dpi resolution at which drawn pages are rasterised, from 18 to 2400
 * @param maxPixels pixels a page may have, up to 2<sup>29</sup>; a drawn page is rendered coarser,
 *     and a scan of up to {@value #DECODED_TO_RENDERED} times as many is scaled down, to stay below
 * @param maxPages pages a document may have, up to a million
 * @param maxBytes size that a source file may have
 * @param passwords tried in turn on a protected PDF, after the empty one; never logged
 */
public record RenderOptions(
    int dpi, long maxPixels, int maxPages, long maxBytes, List<String> passwords) {
  /** Room for scans finer than what is handed on: 600 dpi on A3 under the default budget. */
  static final int DECODED_TO_RENDERED = 8;

  private static final long MOST_PIXELS = 1L << 29;

  /** 200 dpi, the pixels the model takes at most, 10 000 pages, 1 GiB, no passwords. */
  public static final RenderOptions DEFAULTS =
      new RenderOptions(200, 16384L * 28 * 28, 10_000, 1L << 30, List.of());

  public RenderOptions {
    checkRange("dpi", dpi, 18, 2400);
    checkRange("maxPixels", maxPixels, 1, MOST_PIXELS);
    checkRange("maxPages", maxPages, 1, 1_000_000);
    checkRange("maxBytes", maxBytes, 1, Long.MAX_VALUE);
    passwords = List.copyOf(passwords);
  }

  /** Pixels that a picture may have before it is scaled down, wherever it stands. */
  long maxDecodedPixels() {
    return Math.min(maxPixels * DECODED_TO_RENDERED, MOST_PIXELS);
  }

  /** Everything but the passwords. */
  @Override
  public String toString() {
    return "RenderOptions[dpi=%d, maxPixels=%d, maxPages=%d, maxBytes=%d, passwords=%d]"
        .formatted(dpi, maxPixels, maxPages, maxBytes, passwords.size());
  }

  private static void checkRange(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " (" + value + ") is outside " + least + " to " + most);
    }
  }
}
