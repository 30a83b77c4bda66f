package io.scriptorium.samples.synth.layout;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.MissingGlyphException;
import io.scriptorium.samples.drawing.NoRoomException;
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

/**
 * A page drawn from a seed with the bundled fonts.
 *
 * @param area where everything has to stand, in pixels
 */
record TestPage(Page truth, DrawnText drawn, Frame area, int attempts) {
  static final double SCALE = 2;
  private static final double WIDTH = 595;
  private static final double HEIGHT = 842;
  private static final int ATTEMPTS = 50;

  private static final FontFamily SERIF =
      new FontFamily("serif", Typeface.SERIF, Typeface.SERIF_BOLD, Typeface.SERIF_ITALIC);
  private static final FontFamily SANS =
      new FontFamily("sans", Typeface.SANS, Typeface.SANS_BOLD, Typeface.SANS_ITALIC);

  static TestPage draw(PageKind kind, long seed) {
    Dice dice = new Dice(seed);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return attempt(kind, dice.fork("attempt " + attempt), attempt);
      } catch (NoRoomException | MissingGlyphException e) {
        // As the synthesiser does, other dice are thrown.
      }
    }
    throw new AssertionError("nothing of kind " + kind.name() + " found room");
  }

  private static TestPage attempt(PageKind kind, Dice dice, int attempt) {
    DrawnText drawn = new DrawnText(SCALE);
    Sheet sheet =
        new Sheet(
            drawn,
            AffineTransform.getScaleInstance(SCALE, SCALE),
            WIDTH,
            HEIGHT,
            new PageSize((int) (WIDTH * SCALE), (int) (HEIGHT * SCALE)));
    PageStyle style = style(dice.fork("style"));
    Language language = dice.pick(Language.values());
    GrammarWords words = new GrammarWords(language, dice.fork("words"));
    kind.draw(new Desk(sheet, style, dice.fork("kind"), words, new KeyValues()));
    Frame area = style.typeArea();
    return new TestPage(
        sheet.truth(),
        drawn,
        new Frame(
            area.left() * SCALE, area.top() * SCALE, area.right() * SCALE, area.bottom() * SCALE),
        attempt);
  }

  private static PageStyle style(Dice dice) {
    double size = dice.pick(7.5, 9.0, 10.0, 11.0, 12.0, 15.0, 20.0);
    return new PageStyle(
        dice.pick(SERIF, SANS),
        dice.pick(SERIF, SANS),
        Typeface.MONO,
        size,
        size * dice.between(1.15, 1.6),
        Color.WHITE,
        Color.BLACK,
        new Color(0x1F4E79),
        new Color(0xEEF1F5),
        new Color(0xBBBBBB),
        new Frame(WIDTH * 0.1, HEIGHT * 0.08, WIDTH * 0.92, HEIGHT * 0.94),
        dice.pick(Align.LEFT, Align.JUSTIFIED));
  }
}
