package io.scriptorium.samples.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that is broken into lines and can be drawn anywhere.
 *
 * @param style which gives the lines their height
 * @param leading points from line to line
 * @param measure points a line may be wide
 * @param indent points by which the first line starts further right
 */
public record SetText(
    List<SetLine> lines,
    TextStyle style,
    double leading,
    Align align,
    double measure,
    double indent) {
  public SetText {
    lines = List.copyOf(lines);
  }

  /** Points from the top of the first line to the foot of the last. */
  public double height() {
    return lines.size() * leading;
  }

  /** Draws the lines; the frames are the room that their letters take. */
  public List<Frame> draw(Sheet sheet, double left, double top) {
    List<Frame> frames = new ArrayList<>();
    double y = top;
    for (SetLine line : lines) {
      double indentation = frames.isEmpty() ? indent : 0;
      double slack = measure - indentation - line.width();
      double x =
          left
              + indentation
              + switch (align) {
                case LEFT, JUSTIFIED -> 0;
                case CENTRE -> slack / 2;
                case RIGHT -> slack;
              };
      double baseline = y + baseline();
      for (Run run : line.runs()) {
        sheet.canvas().text(x, baseline, run);
        double right = x + run.width();
        frames.add(new Frame(x, baseline - style.ascent(), right, baseline + style.descent()));
        x = right;
      }
      y += leading;
    }
    return frames;
  }

  /** Where the first baseline lies below the top. */
  public double baseline() {
    return (leading - style.ascent() - style.descent()) / 2 + style.ascent();
  }
}
