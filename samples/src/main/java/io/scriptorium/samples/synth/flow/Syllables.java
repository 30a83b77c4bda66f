package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.Hyphenation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parts words before the last consonant that a vowel follows. That is right for most words of the
 * four languages and looks right for the others.
 */
final class Syllables implements Hyphenation {
  private static final String VOWELS = "aeiouyàâäáæèêëéîïíôöóœùûüúÿ";
  private static final Set<String> TOGETHER =
      Set.of(
          "ch", "sh", "th", "ph", "ck", "qu", "gn", "ll", "rr", "bl", "br", "cl", "cr", "dr", "fl",
          "fr", "gl", "gr", "pl", "pr", "tr", "gu");

  /** Shorter words stay whole. */
  private static final int SHORTEST = 6;

  private static final int BEFORE = 2;
  private static final int AFTER = 3;

  @Override
  public List<Integer> places(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetter(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(word.charAt(end - 1))) {
      end--;
    }
    List<Integer> places = new ArrayList<>();
    if (end - start < SHORTEST || !word.substring(start, end).chars().allMatch(this::isPlain)) {
      return places;
    }
    for (int i = start + BEFORE; i <= end - AFTER; i++) {
      int place = isTogether(word, i - 1) ? i - 1 : i;
      boolean consonantBeforeVowel = !isVowel(word.charAt(i)) && isVowel(word.charAt(i + 1));
      if (consonantBeforeVowel
          && place >= start + BEFORE
          && hasVowel(word, start, place)
          && (places.isEmpty() || places.get(places.size() - 1) < place)) {
        places.add(place);
      }
    }
    return places;
  }

  /** Words in capitals and with marks inside are not parted. */
  private boolean isPlain(int c) {
    return Character.isLetter(c);
  }

  private static boolean isTogether(String word, int at) {
    return TOGETHER.contains(word.substring(at, at + 2));
  }

  private static boolean hasVowel(String word, int from, int to) {
    return word.substring(from, to).chars().anyMatch(c -> isVowel((char) c));
  }

  private static boolean isVowel(char c) {
    return VOWELS.indexOf(Character.toLowerCase(c)) >= 0;
  }
}
