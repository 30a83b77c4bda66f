package io.scriptorium.modelruntime.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 256 characters in which byte-level vocabularies are written: a byte that is a printable
 * Latin-1 character stands for itself, the others follow from U+0100 on.
 */
final class ByteAlphabet {

  private static final int BYTES = 256;
  private static final char[] CHARACTERS = new char[BYTES];
  private static final int[] VALUES = new int[2 * BYTES];

  static {
    Arrays.fill(VALUES, -1);
    char next = BYTES;
    for (int value = 0; value < BYTES; value++) {
      CHARACTERS[value] = isPrintable(value) ? (char) value : next++;
      VALUES[CHARACTERS[value]] = value;
    }
  }

  private ByteAlphabet() {}

  private static boolean isPrintable(int value) {
    return (value >= '!' && value <= '~')
        || (value >= 0xa1 && value <= 0xac)
        || (value >= 0xae && value <= 0xff);
  }

  /** How the vocabulary writes a byte. */
  static String character(int value) {
    return String.valueOf(CHARACTERS[value]);
  }

  /** The bytes a token stands for; one with characters outside the alphabet stands for itself. */
  static byte[] bytes(String token) {
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = token.charAt(i);
      if (c >= VALUES.length || VALUES[c] < 0) {
        return token.getBytes(StandardCharsets.UTF_8);
      }
      bytes[i] = (byte) VALUES[c];
    }
    return bytes;
  }
}
