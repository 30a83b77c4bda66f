package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws on a page of a PDF. */
final class PdfCanvas implements Canvas {
  private final PDPageContentStream content;
  private final PdfFonts fonts;
  private final double height;

  PdfCanvas(PDPageContentStream content, PdfFonts fonts, double height) {
    this.content = content;
    this.fonts = fonts;
    this.height = height;
  }

  @Override
  public void text(double x, double baseline, Run run) {
    TextStyle style = run.style();
    try {
      content.setNonStrokingColor(style.color());
      content.beginText();
      content.setFont(fonts.embedded(style.face()), number(style.size()));
      content.newLineAtOffset(number(x), up(baseline));
      content.showTextWithPositioning(positioned(run));
      content.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text cut wherever a character is followed by more or less than its own width. */
  private static Object[] positioned(Run run) {
    List<Object> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    TextStyle style = run.style();
    for (int i = 0; i < run.text().length(); i++) {
      char c = run.text().charAt(i);
      part.append(c);
      double shift = style.face().advance(c) - run.advance(i) / style.size();
      if (Math.abs(shift) > 1e-6) {
        parts.add(part.toString());
        parts.add(number(shift * 1000));
        part.setLength(0);
      }
    }
    if (part.length() > 0) {
      parts.add(part.toString());
    }
    return parts.toArray();
  }

  @Override
  public void fill(Path2D path, Color color) {
    try {
      content.setNonStrokingColor(color);
      float[] p = new float[6];
      for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
        switch (i.currentSegment(p)) {
          case PathIterator.SEG_MOVETO -> content.moveTo(number(p[0]), up(p[1]));
          case PathIterator.SEG_LINETO -> content.lineTo(number(p[0]), up(p[1]));
          case PathIterator.SEG_CUBICTO ->
              content.curveTo(
                  number(p[0]), up(p[1]), number(p[2]), up(p[3]), number(p[4]), up(p[5]));
          case PathIterator.SEG_CLOSE -> content.closePath();
          default -> throw new IllegalArgumentException("quadratic curves are not drawn");
        }
      }
      content.fill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double width, Color color) {
    try {
      content.setStrokingColor(color);
      content.setLineWidth(number(width));
      content.moveTo(number(x1), up(y1));
      content.lineTo(number(x2), up(y2));
      content.stroke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private float up(double y) {
    return number(height - y);
  }

  /** Hundredths of a point are finer than any printer, and read well. */
  private static float number(double value) {
    return Math.round(value * 100) / 100f;
  }
}
