package io.scriptorium.samples;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the boxes of a published page over its picture.
 *
 * <p>{@code DrawBoxes PAGE.png DOCUMENT.html NUMBER OUT.png} takes the page with that number,
 * counted from 1. The picture may have any resolution.
 */
public final class DrawBoxes {
  private DrawBoxes() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      System.err.println("usage: DrawBoxes PAGE.png DOCUMENT.html NUMBER OUT.png");
      System.exit(2);
    }
    BufferedImage picture = ImageIO.read(Path.of(arguments[0]).toFile());
    if (picture == null) {
      throw new IOException("the page is not a picture that can be read");
    }
    PlacedBlock.OnPage page =
        PlacedBlock.read(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    ImageIO.write(draw(picture, page), "png", Path.of(arguments[3]).toFile());
  }

  static BufferedImage draw(BufferedImage picture, PlacedBlock.OnPage page) {
    BufferedImage out =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    double x = (double) picture.getWidth() / page.size().width();
    double y = (double) picture.getHeight() / page.size().height();
    Graphics2D graphics = out.createGraphics();
    graphics.drawImage(picture, 0, 0, null);
    BoxPainter painter = new BoxPainter(graphics, picture.getWidth() / 98.0);
    for (PlacedBlock block : page.blocks()) {
      double left = block.box().x1() * x;
      double top = block.box().y1() * y;
      double width = block.box().x2() * x - left;
      double height = block.box().y2() * y - top;
      painter.paint(block.type(), new Rectangle2D.Double(left, top, width, height));
    }
    graphics.dispose();
    return out;
  }
}
