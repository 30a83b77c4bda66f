package io.scriptorium.htmlschema;

import java.util.Arrays;

/** Where the characters of a text that was mended stood before. */
final class SourceMap {
  private int[] mended = new int[8];
  private int[] source = new int[8];
  private int size;

  /** From a position of the mended text on, it is a copy of the source from a position of that. */
  void copied(int fromMended, int fromSource) {
    if (size > 0 && mended[size - 1] == fromMended) {
      size--;
    }
    if (size == mended.length) {
      mended = Arrays.copyOf(mended, 2 * size);
      source = Arrays.copyOf(source, 2 * size);
    }
    mended[size] = fromMended;
    source[size] = fromSource;
    size++;
  }

  /** The position in the source; without any note, both texts are the same. */
  int source(int position) {
    int found = Arrays.binarySearch(mended, 0, size, position);
    int at = found < 0 ? ~found - 1 : found;
    return at < 0 ? position : source[at] + position - mended[at];
  }
}
