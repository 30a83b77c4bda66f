package io.scriptorium.parser.text;

import java.util.Arrays;

/** For up to 64 characters: a bit for each place, by the character that stands there. */
final class CharacterMasks {
  /** Up to here, the end of the extended Latin letters, characters are looked up directly. */
  private static final int LATIN = 0x250;

  private final long[] latin = new long[LATIN];
  private final int[] others;
  private final long[] otherMasks;

  /** The characters from {@code start} to before {@code end}. */
  CharacterMasks(int[] text, int start, int end) {
    others = Arrays.stream(text, start, end).filter(c -> c >= LATIN).sorted().distinct().toArray();
    otherMasks = new long[others.length];
    for (int i = start; i < end; i++) {
      long bit = 1L << (i - start);
      if (text[i] < LATIN) {
        latin[text[i]] |= bit;
      } else {
        otherMasks[Arrays.binarySearch(others, text[i])] |= bit;
      }
    }
  }

  long of(int character) {
    if (character < LATIN) {
      return latin[character];
    }
    int at = Arrays.binarySearch(others, character);
    return at < 0 ? 0 : otherMasks[at];
  }
}
