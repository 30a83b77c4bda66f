package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Fragment;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Lines;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Run;
import io.scriptorium.samples.drawing.SetLine;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Sets lines of text and tells them as blocks. */
final class Setter {
  /** How a text becomes a block. */
  @FunctionalInterface
  private interface Telling {
    void tell(List<Frame> frames, String text);
  }

  private final Sheet sheet;
  private final double spacing;

  /**
   * @param spacing points from line to line for each point of the type's size
   */
  Setter(Sheet sheet, double spacing) {
    this.sheet = sheet;
    this.spacing = Math.max(1.1, spacing);
  }

  Sheet sheet() {
    return sheet;
  }

  double leading(TextStyle style) {
    return style.size() * spacing;
  }

  /** Draws a line in a place so high as its leading, without telling it. */
  Frame line(double left, double top, double width, Align align, TextStyle style, String text) {
    double own = style.width(text);
    if (own > width + 0.01) {
      throw new NoRoomException("a line is wider than " + width + " points");
    }
    double x =
        switch (align) {
          case LEFT, JUSTIFIED -> left;
          case CENTRE -> left + (width - own) / 2;
          case RIGHT -> left + width - own;
        };
    double air = leading(style) - style.ascent() - style.descent();
    return sheet.text(x, top + air / 2 + style.ascent(), style, text);
  }

  /** Lines that are kept, the first of them perhaps in a style of its own. */
  Piece lines(List<String> lines, TextStyle first, TextStyle others, Align align, double width) {
    return new Kept(
        lines,
        first,
        others,
        align,
        width,
        (frames, text) -> sheet.add(new Paragraph(sheet.box(frames), text)));
  }

  Piece lines(List<String> lines, TextStyle style, Align align, double width) {
    return lines(lines, style, style, align, width);
  }

  Piece heading(int level, String text, TextStyle style, Align align, double width) {
    return new Kept(
        List.of(text),
        style,
        style,
        align,
        width,
        (frames, told) -> sheet.add(new Heading(sheet.box(frames), level, told)));
  }

  /** Text that flows: where its lines end was not meant. */
  Piece flowing(String text, TextStyle style, Align align, double width) {
    List<SetLine> lines = Lines.of(Fragment.marked(text), style, width, align);
    return new Flowing(lines, text, style, align, width);
  }

  private final class Kept implements Piece {
    private final List<String> lines;
    private final TextStyle first;
    private final TextStyle others;
    private final Align align;
    private final double width;
    private final Telling telling;

    Kept(
        List<String> lines,
        TextStyle first,
        TextStyle others,
        Align align,
        double width,
        Telling telling) {
      this.lines = List.copyOf(lines);
      this.first = first;
      this.others = others;
      this.align = align;
      this.width = width;
      this.telling = telling;
    }

    @Override
    public double height() {
      return leading(first) + (lines.size() - 1) * leading(others);
    }

    @Override
    public void draw(double left, double top) {
      List<Frame> frames = new ArrayList<>();
      double y = top;
      for (String line : lines) {
        TextStyle style = frames.isEmpty() ? first : others;
        frames.add(line(left, y, width, align, style, line));
        y += leading(style);
      }
      telling.tell(frames, String.join("\n", lines));
    }
  }

  private final class Flowing implements Piece {
    private final List<SetLine> lines;
    private final String text;
    private final TextStyle style;
    private final Align align;
    private final double width;

    Flowing(List<SetLine> lines, String text, TextStyle style, Align align, double width) {
      this.lines = lines;
      this.text = text;
      this.style = style;
      this.align = align;
      this.width = width;
    }

    @Override
    public double height() {
      return lines.size() * leading(style);
    }

    @Override
    public void draw(double left, double top) {
      List<Frame> frames = new ArrayList<>();
      double y = top + (leading(style) - style.ascent() - style.descent()) / 2 + style.ascent();
      for (SetLine line : lines) {
        double slack = width - line.width();
        double x =
            left
                + switch (align) {
                  case LEFT, JUSTIFIED -> 0;
                  case CENTRE -> slack / 2;
                  case RIGHT -> slack;
                };
        for (Run run : line.runs()) {
          sheet.canvas().text(x, y, run);
          frames.add(new Frame(x, y - style.ascent(), x + run.width(), y + style.descent()));
          x += run.width();
        }
        y += leading(style);
      }
      sheet.add(new Paragraph(sheet.box(frames), text));
    }
  }
}
