package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.synth.Dice;
import java.util.List;

/** How often each kind of piece occurs, in relation to the others. */
record Mixture(
    double paragraph,
    double section,
    double list,
    double formula,
    double table,
    double chart,
    double picture) {
  enum Ingredient {
    PARAGRAPH,
    SECTION,
    LIST,
    FORMULA,
    TABLE,
    CHART,
    PICTURE
  }

  Ingredient pick(Dice dice) {
    return dice.pickWeighted(List.of(Ingredient.values()), this::weight);
  }

  private double weight(Ingredient ingredient) {
    return switch (ingredient) {
      case PARAGRAPH -> paragraph;
      case SECTION -> section;
      case LIST -> list;
      case FORMULA -> formula;
      case TABLE -> table;
      case CHART -> chart;
      case PICTURE -> picture;
    };
  }
}
