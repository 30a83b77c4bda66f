package io.scriptorium.routes.cli;

import io.scriptorium.renderer.PageCutter;
import io.scriptorium.renderer.PagePiece;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.samples.drawing.Raster;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PieceCutter;
import java.util.List;

/**
 * Cuts drawn pages as {@code parse} cuts what it reads.
 *
 * @param shapes each as likely as the others
 */
record PieceCuts(List<PieceShape> shapes) implements PieceCutter {
  PieceCuts {
    shapes = List.copyOf(shapes);
  }

  @Override
  public List<Piece> cut(Raster page, Dice dice) {
    PieceShape shape = dice.pick(shapes);
    return PageCutter.cut(image(page), shape).stream()
        .map(piece -> piece(piece, page.isGrey()))
        .toList();
  }

  private static RasterImage image(Raster page) {
    byte[] rgb = page.interleaved();
    if (page.isGrey()) {
      byte[] grey = rgb;
      rgb = new byte[3 * grey.length];
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] = grey[i / 3];
      }
    }
    return new RasterImage(page.width(), page.height(), rgb);
  }

  private static Piece piece(PagePiece piece, boolean grey) {
    RasterImage image = piece.image();
    byte[][] planes = new byte[grey ? 1 : 3][image.width() * image.height()];
    for (int band = 0; band < planes.length; band++) {
      for (int i = 0; i < planes[band].length; i++) {
        planes[band][i] = image.rgb()[3 * i + band];
      }
    }
    PagePiece.Shown shown = piece.shown();
    return new Piece(
        new Raster(image.width(), image.height(), planes),
        piece.left(),
        piece.top(),
        piece.width(),
        piece.height(),
        piece.slope(),
        piece.goesOn(),
        List.of(shown.x1(), shown.y1(), shown.x2(), shown.y2()));
  }
}
