package io.scriptorium.samples.synth.office;

import java.util.ArrayList;
import java.util.List;

/** Pieces beside one another, read from left to right. */
final class SideBySide implements Piece {
  private record Placed(Piece piece, double offset, boolean low) {}

  private final List<Placed> pieces = new ArrayList<>();

  /**
   * @param offset points from the left edge of all
   */
  SideBySide add(Piece piece, double offset) {
    pieces.add(new Placed(piece, offset, false));
    return this;
  }

  /** Adds a piece that stands at the bottom. */
  SideBySide addLow(Piece piece, double offset) {
    pieces.add(new Placed(piece, offset, true));
    return this;
  }

  @Override
  public double height() {
    return pieces.stream().mapToDouble(placed -> placed.piece().height()).max().orElse(0);
  }

  @Override
  public void draw(double left, double top) {
    double height = height();
    for (Placed placed : pieces) {
      double down = placed.low() ? height - placed.piece().height() : 0;
      placed.piece().draw(left + placed.offset(), top + down);
    }
  }
}
