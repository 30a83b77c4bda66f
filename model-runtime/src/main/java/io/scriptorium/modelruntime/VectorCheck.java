package io.scriptorium.modelruntime;

import java.util.List;

/**
 * What a comparison with reference answers found.
 *
 * @param total cases compared
 * @param failures one line for each case that differs: its name and the first difference
 */
public record VectorCheck(int total, List<String> failures) {

  public VectorCheck {
    failures = List.copyOf(failures);
    if (failures.size() > total) {
      throw new IllegalArgumentException(
          failures.size() + " failures are more than " + total + " cases");
    }
  }

  public boolean passed() {
    return total > 0 && failures.isEmpty();
  }
}
