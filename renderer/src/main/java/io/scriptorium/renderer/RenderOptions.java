package io.scriptorium.renderer;

import java.util.List;

/**
 * How pages are rendered, and how much of a document is taken on. {@code
 * RenderOptions.DEFAULTS.withDpi(300)} changes one of them.
 *
 * @param dpi resolution at which drawn pages are rasterised, from 18 to 2400; a page in small type,
 *     and a scan in pieces, gets up to {@value PageDetail#MOST_REFINED} times as much
 * @param maxPixels pixels a page may have, up to 2<sup>29</sup>; a drawn page is rendered coarser,
 *     and a scan of up to {@value #DECODED_TO_RENDERED} times as many is scaled down, to stay below
 * @param minPixels pixels a drawn page has at least, up to {@code maxPixels}; a smaller one is
 *     rendered finer. Scans keep their own
 * @param maxPages pages a document may have, up to a million
 * @param maxBytes size that a source file may have
 * @param maxUnpackedBytes bytes that the streams of a PDF may unpack to, for each page and for the
 *     structure of the file
 * @param passwords tried in turn on a protected PDF, after the empty one; never logged
 */
public record RenderOptions(
    int dpi,
    long maxPixels,
    long minPixels,
    int maxPages,
    long maxBytes,
    long maxUnpackedBytes,
    List<String> passwords) {
  /** Room for scans finer than what is handed on: 600 dpi on A3 under the default budget. */
  static final int DECODED_TO_RENDERED = 8;

  private static final long MOST_PIXELS = 1L << 29;
  private static final int COARSEST_DPI = 18;

  /**
   * 200 dpi, the pixels the model takes at least and at most, 10 000 pages, 1 GiB of file, 512 MiB
   * unpacked for a page, no passwords.
   */
  public static final RenderOptions DEFAULTS =
      new RenderOptions(
          200, 16384L * 28 * 28, 4 * 28 * 28, 10_000, 1L << 30, 512L << 20, List.of());

  public RenderOptions {
    checkRange("dpi", dpi, COARSEST_DPI, 2400);
    checkRange("maxPixels", maxPixels, 1, MOST_PIXELS);
    checkRange("minPixels", minPixels, 1, maxPixels);
    checkRange("maxPages", maxPages, 1, 1_000_000);
    checkRange("maxBytes", maxBytes, 1, Long.MAX_VALUE);
    checkRange("maxUnpackedBytes", maxUnpackedBytes, 1, Long.MAX_VALUE);
    passwords = List.copyOf(passwords);
  }

  public RenderOptions withDpi(int value) {
    return new RenderOptions(
        value, maxPixels, minPixels, maxPages, maxBytes, maxUnpackedBytes, passwords);
  }

  /** Lowers {@code minPixels} too, where it would be more. */
  public RenderOptions withMaxPixels(long value) {
    return new RenderOptions(
        dpi, value, Math.min(minPixels, value), maxPages, maxBytes, maxUnpackedBytes, passwords);
  }

  public RenderOptions withMinPixels(long value) {
    return new RenderOptions(
        dpi, maxPixels, value, maxPages, maxBytes, maxUnpackedBytes, passwords);
  }

  public RenderOptions withMaxPages(int value) {
    return new RenderOptions(
        dpi, maxPixels, minPixels, value, maxBytes, maxUnpackedBytes, passwords);
  }

  public RenderOptions withMaxBytes(long value) {
    return new RenderOptions(
        dpi, maxPixels, minPixels, maxPages, value, maxUnpackedBytes, passwords);
  }

  public RenderOptions withMaxUnpackedBytes(long value) {
    return new RenderOptions(dpi, maxPixels, minPixels, maxPages, maxBytes, value, passwords);
  }

  public RenderOptions withPasswords(List<String> value) {
    return new RenderOptions(
        dpi, maxPixels, minPixels, maxPages, maxBytes, maxUnpackedBytes, value);
  }

  /** For a page that needs too much memory otherwise: a quarter of the pixels. */
  public RenderOptions coarser() {
    return withDpi(Math.max(COARSEST_DPI, dpi / 2)).withMaxPixels(Math.max(1, maxPixels / 4));
  }

  /** Pixels that a picture may have before it is scaled down, wherever it stands. */
  long maxDecodedPixels() {
    return Math.min(maxPixels * DECODED_TO_RENDERED, MOST_PIXELS);
  }

  /**
   * Memory that the pixels of one picture may take while they are decoded: four bytes for each of
   * {@link #maxDecodedPixels()}, so that pictures of one bit a pixel may be far larger.
   */
  long maxDecodedBytes() {
    return Math.min(maxDecodedPixels() * 4, Integer.MAX_VALUE);
  }

  /** Everything but the passwords. */
  @Override
  public String toString() {
    return ("RenderOptions[dpi=%d, maxPixels=%d, minPixels=%d, maxPages=%d, maxBytes=%d,"
            + " maxUnpackedBytes=%d, passwords=%d]")
        .formatted(
            dpi, maxPixels, minPixels, maxPages, maxBytes, maxUnpackedBytes, passwords.size());
  }

  private static void checkRange(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " (" + value + ") is outside " + least + " to " + most);
    }
  }
}
