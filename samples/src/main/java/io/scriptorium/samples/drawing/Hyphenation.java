package io.scriptorium.samples.drawing;

import java.util.List;

/** Where words may be parted at the end of a line. */
public interface Hyphenation {
  Hyphenation NONE = word -> List.of();

  /**
   * @param word what stands between two spaces, with its punctuation
   * @return ascending indices of the characters before which it may be parted
   */
  List<Integer> places(String word);
}
