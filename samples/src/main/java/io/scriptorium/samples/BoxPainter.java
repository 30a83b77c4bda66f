package io.scriptorium.samples;

import io.scriptorium.samples.drawing.Run;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** Paints boxes with their types; colours tell text, headings, tables and figures apart. */
final class BoxPainter {
  private static final Color OTHER = new Color(0xC2185B);
  private static final Map<String, Color> COLORS =
      Map.of(
          "p", new Color(0x1565C0),
          "ul", new Color(0x00838F),
          "ol", new Color(0x00838F),
          "table", new Color(0x2E7D32),
          "chart", new Color(0xE65100),
          "image caption", new Color(0x795548));
  private static final Color HEADING = new Color(0xC62828);
  private static final Color FORMULA = new Color(0x6A1B9A);

  private final Graphics2D graphics;
  private final TextStyle label;

  /**
   * @param size of the labels, in pixels
   */
  BoxPainter(Graphics2D graphics, double size) {
    this.graphics = graphics;
    this.label = new TextStyle(Typeface.SANS_BOLD, size, Color.WHITE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  void paint(String type, Rectangle2D block) {
    // A little outside, so that the line does not touch the letters.
    double away = label.size() / 4;
    Rectangle2D box =
        new Rectangle2D.Double(
            block.getX() - away,
            block.getY() - away,
            block.getWidth() + 2 * away,
            block.getHeight() + 2 * away);
    Color color = color(type);
    graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 22));
    graphics.fill(box);
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke((float) (label.size() / 7)));
    graphics.draw(box);
    paintLabel(shortName(type), box.getMinX(), box.getMinY());
  }

  /** Stands in the margin left of the box, where there is no text to hide. */
  private void paintLabel(String text, double right, double top) {
    Run run = new Run(label, text);
    double pad = label.size() * 0.3;
    double width = run.width() + 2 * pad;
    double height = label.size() * 1.3;
    double left = Math.max(0, right - width);
    graphics.fill(new Rectangle2D.Double(left, top, width, height));
    graphics.setColor(label.color());
    double x = left + pad;
    double baseline = top + (height + label.capHeight()) / 2;
    double scale = label.size() * label.face().unit();
    for (int i = 0; i < text.length(); i++) {
      AffineTransform glyph = AffineTransform.getTranslateInstance(x, baseline);
      glyph.scale(scale, -scale);
      graphics.fill(glyph.createTransformedShape(label.face().outline(text.charAt(i))));
      x += run.advance(i);
    }
  }

  private static String shortName(String type) {
    return type.replaceFirst("^image (?=.)", "").replaceFirst("\\..*", "");
  }

  private static Color color(String type) {
    if (type.startsWith("formula")) {
      return FORMULA;
    }
    return type.matches("h[1-6]") ? HEADING : COLORS.getOrDefault(type, OTHER);
  }
}
