package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * How an area of a chart is filled.
 *
 * @param color of the area
 * @param hatch lines over it, in ink
 */
record Paint(Color color, Color ink, Hatch hatch) {
  enum Hatch {
    NONE,
    RISING,
    FALLING,
    CROSSED,
    LEVEL
  }

  /** From dark to light, so that they can be told apart without their colours. */
  private static final int[][] PALETTES = {
    {0x1B2A41, 0x4A7BA6, 0x9CC3E0, 0xDCE9F2},
    {0x5B1A18, 0xB5483A, 0xE39A7B, 0xF6DCCB},
    {0x1E3D2F, 0x4C8C5C, 0x9CCB9A, 0xDDEFD8},
    {0x222222, 0x6E6E6E, 0xABABAB, 0xE2E2E2},
    {0x2B1B4D, 0x7A4FA3, 0xF0A43A, 0xFBE3B6},
    {0x0B3C5D, 0xC2491D, 0xF2B134, 0xEFE9D2},
    {0x3A2E1F, 0x7D6A3A, 0xC4A95B, 0xEADFB8},
    {0x062F2F, 0x1F7A7A, 0x63B8B0, 0xC9E8E3},
  };

  private static final double SPACING = 3.2;

  /** Up to four that can be told apart. */
  static List<Paint> choose(Dice dice, PageStyle style, int count, boolean hatched) {
    List<Paint> paints = new ArrayList<>();
    if (hatched) {
      List<Hatch> hatches = dice.shuffled(List.of(Hatch.values()));
      for (int i = 0; i < count; i++) {
        paints.add(new Paint(style.paper(), style.ink(), hatches.get(i)));
      }
      return paints;
    }
    int[] palette = PALETTES[dice.between(0, PALETTES.length - 1)];
    List<Integer> tones = dice.some(List.of(0, 1, 2, 3), count);
    for (int tone : dice.shuffled(tones)) {
      paints.add(new Paint(new Color(palette[tone]), style.ink(), Hatch.NONE));
    }
    return paints;
  }

  /** What letters on it are drawn in. */
  Color onTop(PageStyle style) {
    double light = 0.3 * color.getRed() + 0.59 * color.getGreen() + 0.11 * color.getBlue();
    return light > 135 ? Color.BLACK : Color.WHITE;
  }

  void fill(Drawing drawing, Frame frame) {
    if (frame.width() <= 0 || frame.height() <= 0) {
      return;
    }
    drawing.fill(frame, color);
    if (hatch == Hatch.RISING || hatch == Hatch.CROSSED) {
      slanted(drawing, frame, true);
    }
    if (hatch == Hatch.FALLING || hatch == Hatch.CROSSED) {
      slanted(drawing, frame, false);
    }
    if (hatch == Hatch.LEVEL) {
      for (double y = frame.bottom() - SPACING; y > frame.top(); y -= SPACING) {
        drawing.line(frame.left(), y, frame.right(), y, 0.5, ink);
      }
    }
    drawing.outline(frame.grown(-0.2), 0.4, ink);
  }

  /** Lines at 45 degrees, cut off at the edges. */
  private void slanted(Drawing drawing, Frame frame, boolean rising) {
    double width = frame.width();
    double height = frame.height();
    for (double at = SPACING; at < width + height; at += SPACING) {
      double x1 = Math.max(0, at - height);
      double y1 = Math.min(at, height);
      double x2 = Math.min(at, width);
      double y2 = Math.max(0, at - width);
      double left = rising ? frame.left() + x1 : frame.right() - x1;
      double right = rising ? frame.left() + x2 : frame.right() - x2;
      drawing.line(left, frame.top() + y1, right, frame.top() + y2, 0.5, ink);
    }
  }
}
