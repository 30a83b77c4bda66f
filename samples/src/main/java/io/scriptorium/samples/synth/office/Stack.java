package io.scriptorium.samples.synth.office;

import java.util.ArrayList;
import java.util.List;

/** Pieces below one another. */
final class Stack implements Piece {
  private record Placed(Piece piece, double gap) {}

  private final List<Placed> pieces = new ArrayList<>();

  /**
   * @param gap points between the piece before and this one
   */
  Stack add(Piece piece, double gap) {
    pieces.add(new Placed(piece, pieces.isEmpty() ? 0 : gap));
    return this;
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  @Override
  public double height() {
    return pieces.stream().mapToDouble(placed -> placed.gap() + placed.piece().height()).sum();
  }

  @Override
  public void draw(double left, double top) {
    double y = top;
    for (Placed placed : pieces) {
      y += placed.gap();
      placed.piece().draw(left, y);
      y += placed.piece().height();
    }
  }
}
