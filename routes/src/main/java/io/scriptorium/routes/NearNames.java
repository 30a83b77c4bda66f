package io.scriptorium.routes;

import java.util.List;
import java.util.stream.Stream;

/** Finds what a mistyped key may have meant. */
final class NearNames {
  private static final int MOST_EDITS = 4;
  private static final int LONGEST = 100;

  private NearNames() {}

  /** The nearest of the names, at most three, if they are near at all. */
  static List<String> to(String typed, Stream<String> names) {
    if (typed.length() > LONGEST) {
      return List.of();
    }
    List<String> all = names.toList();
    int nearest = all.stream().mapToInt(name -> edits(typed, name)).min().orElse(MOST_EDITS + 1);
    return all.stream()
        .filter(name -> nearest <= MOST_EDITS && edits(typed, name) == nearest)
        .limit(3)
        .toList();
  }

  /** Letters to insert, remove or replace to get from one to the other. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
