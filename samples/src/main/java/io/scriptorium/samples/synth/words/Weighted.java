package io.scriptorium.samples.synth.words;

import io.scriptorium.samples.synth.Dice;
import java.util.ArrayList;
import java.util.List;

/** Things of which some are picked more often than others. */
final class Weighted<T> {
  private final List<T> things = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  void add(T thing, int weight) {
    if (weight < 1) {
      throw new IllegalArgumentException("weight (" + weight + ") is not positive");
    }
    things.add(thing);
    ends.add(total() + weight);
  }

  List<T> things() {
    return List.copyOf(things);
  }

  T pick(Dice dice) {
    int at = dice.between(0, total() - 1);
    int index = 0;
    while (ends.get(index) <= at) {
      index++;
    }
    return things.get(index);
  }

  private int total() {
    return ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
  }
}
