package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.Sheet;
import java.util.List;

/**
 * Pieces that stay together, one under the other.
 *
 * @param gap points between them
 */
public record Stack(List<Piece> pieces, double gap) implements Piece {
  public Stack {
    pieces = List.copyOf(pieces);
  }

  public static Stack of(double gap, Piece... pieces) {
    return new Stack(List.of(pieces), gap);
  }

  @Override
  public double height() {
    double heights = pieces.stream().mapToDouble(Piece::height).sum();
    return heights + gap * (pieces.size() - 1);
  }

  @Override
  public void draw(Sheet sheet, double left, double top) {
    double y = top;
    for (Piece piece : pieces) {
      piece.draw(sheet, left, y);
      y += piece.height() + gap;
    }
  }
}
