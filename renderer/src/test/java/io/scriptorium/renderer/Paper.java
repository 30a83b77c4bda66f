package io.scriptorium.renderer;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A sheet of A4 as a scanner sees it at 200 dpi: {@code Paper.white().pencil(20).scanned()}.
 * Lengths are millimetres from the upper left corner.
 */
final class Paper {
  private static final double PIXELS_PER_MM = 200 / 25.4;

  private final BufferedImage sheet = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB);
  private final Random random = new Random(39);

  private Paper(Color color) {
    draw(color, new java.awt.geom.Rectangle2D.Double(0, 0, 210, 297));
  }

  static Paper white() {
    return new Paper(Color.WHITE);
  }

  static Paper of(Color color) {
    return new Paper(color);
  }

  /** A word in handwriting, drawn by a pencil that is so many greys darker than the paper. */
  Paper pencil(int darker) {
    Path2D word = new Path2D.Double();
    word.moveTo(60, 120);
    for (int i = 0; i < 8; i++) {
      double x = 60 + 4 * i;
      word.curveTo(x + 1, 112 + i % 3, x + 3, 112, x + 2, 120);
      word.curveTo(x + 1, 124, x + 3, 119, x + 4, 120);
    }
    return drawWith(0.4, grey(darker), word);
  }

  /** A line of letters from the other side, which the paper blurs. */
  Paper shiningThrough(int darker) {
    Graphics2D pen = pen();
    pen.setColor(grey(darker));
    for (int row = 0; row < 12; row++) {
      for (int letter = 0; letter < 30; letter++) {
        pen.setStroke(new BasicStroke(0.5f));
        pen.draw(new Ellipse2D.Double(30 + 5 * letter, 40 + 12 * row, 2.2, 3));
      }
    }
    pen.dispose();
    int side = 9;
    float[] weights = new float[side * side];
    Arrays.fill(weights, 1f / weights.length);
    BufferedImage blurred =
        new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null)
            .filter(sheet, null);
    sheet.setData(blurred.getData());
    return this;
  }

  Paper punched() {
    draw(new Color(60, 60, 60), new Ellipse2D.Double(9, 105, 6, 6));
    return draw(new Color(60, 60, 60), new Ellipse2D.Double(9, 186, 6, 6));
  }

  /** What a scanner with its lid open leaves at two sides of an askew sheet. */
  Paper darkEdges() {
    Path2D left = new Path2D.Double();
    left.moveTo(0, 0);
    left.lineTo(11, 0);
    left.lineTo(5, 297);
    left.lineTo(0, 297);
    left.closePath();
    draw(new Color(30, 30, 30), left);
    return draw(new Color(30, 30, 30), new java.awt.geom.Rectangle2D.Double(0, 0, 210, 6));
  }

  Paper dust(int specks) {
    for (int i = 0; i < specks; i++) {
      draw(
          Color.BLACK,
          new Ellipse2D.Double(20 + random.nextInt(170), 20 + random.nextInt(250), 0.3, 0.3));
    }
    return this;
  }

  /** The grain of paper and sensor. */
  Paper grain(double deviation) {
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        int by = (int) Math.round(random.nextGaussian() * deviation);
        Color color = new Color(sheet.getRGB(x, y));
        sheet.setRGB(
            x,
            y,
            new Color(
                    clamp(color.getRed() + by),
                    clamp(color.getGreen() + by),
                    clamp(color.getBlue() + by))
                .getRGB());
      }
    }
    return this;
  }

  /** The shade in the fold of a book, at the right. */
  Paper shade(int darker) {
    for (int x = 0; x < sheet.getWidth(); x++) {
      double part = Math.pow((double) x / sheet.getWidth(), 4);
      for (int y = 0; y < sheet.getHeight(); y++) {
        int value = clamp((sheet.getRGB(x, y) & 0xFF) - (int) (part * darker));
        sheet.setRGB(x, y, new Color(value, value, value).getRGB());
      }
    }
    return this;
  }

  /** A number at the foot of the page. */
  Paper pageNumber() {
    return drawWith(0.3, Color.BLACK, new Line2D.Double(104, 280, 104, 282.5));
  }

  /** The same sheet laid askew, clockwise by so many degrees around its middle. */
  Paper turned(double degrees) {
    BufferedImage level =
        new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_INT_ARGB);
    // Without the last row and column, which the sheet fills in part.
    level.createGraphics().drawImage(sheet.getSubimage(0, 0, 1650, 2335), 0, 0, null);
    draw(new Color(level.getRGB(0, 0)), new java.awt.geom.Rectangle2D.Double(0, 0, 220, 300));
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(Math.toRadians(degrees), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0);
    graphics.drawImage(level, 0, 0, null);
    graphics.dispose();
    return this;
  }

  /** What JPEG of that quality, from 0 to 1, leaves of it. */
  Paper compressed(float quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(sheet, null, null), settings);
    }
    writer.dispose();
    BufferedImage left = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    sheet.createGraphics().drawImage(left, 0, 0, null);
    return this;
  }

  Paper draw(Color color, java.awt.Shape shape) {
    Graphics2D pen = pen();
    pen.setColor(color);
    pen.fill(shape);
    pen.dispose();
    return this;
  }

  private Paper drawWith(double width, Color color, java.awt.Shape line) {
    Graphics2D pen = pen();
    pen.setColor(color);
    pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(line);
    pen.dispose();
    return this;
  }

  private Graphics2D pen() {
    Graphics2D pen = sheet.createGraphics();
    pen.setComposite(AlphaComposite.SrcOver);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.scale(PIXELS_PER_MM, PIXELS_PER_MM);
    return pen;
  }

  private Color grey(int darker) {
    int paper = sheet.getRGB(sheet.getWidth() / 2, sheet.getHeight() / 2) & 0xFF;
    return new Color(paper - darker, paper - darker, paper - darker);
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }

  BufferedImage picture() {
    return sheet;
  }

  RasterImage scanned() {
    return PixelRows.of(sheet).toRaster();
  }
}
