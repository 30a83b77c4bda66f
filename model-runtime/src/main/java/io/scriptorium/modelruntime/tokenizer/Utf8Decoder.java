package io.scriptorium.modelruntime.tokenizer;

/**
 * Decodes UTF-8 byte by byte. What is no UTF-8 becomes one U+FFFD for each longest run of bytes
 * that could have begun a character, which is the Unicode recommendation and what the reference
 * does; the JDK's decoder counts some broken runs differently.
 */
final class Utf8Decoder {

  private static final char REPLACEMENT = '\ufffd';
  private static final int LOWEST = 0x80;
  private static final int HIGHEST = 0xbf;

  private int codePoint;
  private int missing;

  /** What the next byte of an unfinished character may be. */
  private int lower = LOWEST;

  private int upper = HIGHEST;

  void accept(byte[] bytes, StringBuilder out) {
    for (byte b : bytes) {
      accept(b & 0xff, out);
    }
  }

  /** Ends the text: an unfinished character is replaced. */
  void finish(StringBuilder out) {
    if (missing > 0) {
      out.append(REPLACEMENT);
      expect(0, 0);
    }
  }

  private void accept(int value, StringBuilder out) {
    if (missing == 0) {
      begin(value, out);
    } else if (value < lower || value > upper) {
      finish(out);
      begin(value, out);
    } else {
      expect((codePoint << 6) | (value & 0x3f), missing - 1);
      if (missing == 0) {
        out.appendCodePoint(codePoint);
      }
    }
  }

  private void begin(int value, StringBuilder out) {
    if (value < 0x80) {
      out.append((char) value);
    } else if (value >= 0xc2 && value <= 0xdf) {
      expect(value & 0x1f, 1);
    } else if (value >= 0xe0 && value <= 0xef) {
      expect(value & 0x0f, 2);
      lower = value == 0xe0 ? 0xa0 : LOWEST; // no longer form than needed
      upper = value == 0xed ? 0x9f : HIGHEST; // no surrogates
    } else if (value >= 0xf0 && value <= 0xf4) {
      expect(value & 0x07, 3);
      lower = value == 0xf0 ? 0x90 : LOWEST;
      upper = value == 0xf4 ? 0x8f : HIGHEST; // nothing above U+10FFFF
    } else {
      out.append(REPLACEMENT);
    }
  }

  private void expect(int codePoint, int missing) {
    this.codePoint = codePoint;
    this.missing = missing;
    lower = LOWEST;
    upper = HIGHEST;
  }
}
