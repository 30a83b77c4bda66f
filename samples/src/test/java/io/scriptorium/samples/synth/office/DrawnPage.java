package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Run;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.Typeface;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.FontFamily;
import io.scriptorium.samples.synth.KeyValues;
import io.scriptorium.samples.synth.Language;
import io.scriptorium.samples.synth.PageKind;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.words.GrammarWords;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that was drawn by chance.
 *
 * @param runs every piece of text that was drawn, with the room of its letters in points
 */
record DrawnPage(Page truth, KeyValues values, List<Drawn> runs, double width, double height) {
  /** A piece of text and where it stands. */
  record Drawn(String text, Frame frame) {}

  private static final List<FontFamily> FAMILIES =
      List.of(
          new FontFamily("Sans", Typeface.SANS, Typeface.SANS_BOLD, Typeface.SANS_ITALIC),
          new FontFamily("Serif", Typeface.SERIF, Typeface.SERIF_BOLD, Typeface.SERIF_ITALIC));

  /** The first page of a seed on which everything finds room. */
  static DrawnPage of(PageKind kind, int seed) {
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        return draw(kind, new Dice(seed).fork("attempt " + attempt));
      } catch (NoRoomException e) {
        // Other dice may find room.
      }
    }
    throw new AssertionError("seed " + seed + " finds no room in 50 attempts");
  }

  private static DrawnPage draw(PageKind kind, Dice dice) {
    boolean small = dice.chance(0.2);
    double width = small ? 420 : 595;
    double height = small ? 595 : 842;
    List<Drawn> runs = new ArrayList<>();
    double scale = 200 / 72.0;
    Sheet sheet =
        new Sheet(
            new Recorder(runs),
            AffineTransform.getScaleInstance(scale, scale),
            width,
            height,
            new PageSize((int) (width * scale), (int) (height * scale)));
    KeyValues values = new KeyValues();
    Language language = dice.pick(Language.values());
    kind.draw(
        new Desk(
            sheet,
            style(dice.fork("style"), width, height),
            dice.fork("kind"),
            new GrammarWords(language, dice.fork("words")),
            values));
    return new DrawnPage(sheet.truth(), values, runs, width, height);
  }

  private static PageStyle style(Dice dice, double width, double height) {
    double size = 7 + Math.round(14 * dice.fraction() * dice.fraction()) / 2.0;
    double margin = width * dice.between(0.06, 0.12);
    return new PageStyle(
        dice.pick(FAMILIES),
        dice.pick(FAMILIES),
        Typeface.MONO,
        size,
        size * dice.between(1.15, 1.6),
        Color.WHITE,
        Color.BLACK,
        dice.pick(Color.BLACK, new Color(0x1B3A8C)),
        new Color(0xEEEEEE),
        Color.GRAY,
        new Frame(margin, margin, width - margin, height - margin),
        dice.pick(Align.LEFT, Align.JUSTIFIED));
  }

  private record Recorder(List<Drawn> runs) implements Canvas {
    @Override
    public void text(double x, double baseline, Run run) {
      Frame frame =
          new Frame(
              x,
              baseline - run.style().capHeight(),
              x + run.width(),
              baseline + 0.5 * run.style().descent());
      runs.add(new Drawn(run.text(), frame));
    }

    @Override
    public void fill(Path2D path, Color color) {}

    @Override
    public void line(double x1, double y1, double x2, double y2, double width, Color color) {}
  }
}
