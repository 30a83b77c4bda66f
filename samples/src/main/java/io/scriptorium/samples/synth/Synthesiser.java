package io.scriptorium.samples.synth;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.samples.drawing.MissingGlyphException;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Recording;
import io.scriptorium.samples.drawing.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Draws pages by chance. The same options, fonts and words always give the same pages. Safe for use
 * by several threads.
 */
public final class Synthesiser {
  /** After so many pages on which something found no room, the kind is at fault. */
  private static final int ATTEMPTS = 1_000;

  /** Pixels a point that pieces of pages have: as many as pages of A4 have. */
  private static final double COARSEST = 0.85;

  private static final double FINEST = 1.52;

  private final SynthOptions options;
  private final StyleChooser styles;
  private final WordSource words;

  public Synthesiser(SynthOptions options, FontSet fonts, WordSource words) {
    this.options = options;
    this.styles = new StyleChooser(fonts);
    this.words = words;
  }

  /** Draws a page whose picture can be made. */
  public SynthPage picturePage(long index) {
    return page(index, false);
  }

  /** Draws a whole page as it would stand in a PDF. */
  public SynthPage pdfPage(long index) {
    return page(index, true);
  }

  private SynthPage page(long index, boolean pdf) {
    long seed = options.split().pageSeed(options.seed(), index);
    Dice dice = new Dice(seed);
    PageKind kind = dice.pick(options.kinds());
    Language language = dice.pick(options.languages());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var source =
          new SynthPage.PageSource(kind.name(), language, options.split(), index, seed, attempt);
      try {
        SynthPage page = attempt(kind, source, dice.fork("attempt " + attempt), pdf);
        if (page != null) {
          return page;
        }
      } catch (NoRoomException | MissingGlyphException e) {
        // Thrown anew, other dice find room.
      }
    }
    throw new IllegalStateException(
        "nothing of kind " + kind.name() + " found room in " + ATTEMPTS + " attempts");
  }

  /** Pixels a point, so that the longer side of the picture is as long as it may be. */
  private double pageScale(Dice dice, SheetFormat format) {
    SynthOptions.Sides sides = dice.fork("longer side").pick(options.sides());
    double longer = Math.max(format.width(), format.height());
    double most = Math.sqrt(options.maxPixels() / (format.width() * format.height()));
    return Math.min(dice.between((double) sides.from(), sides.to()) / longer, most);
  }

  /** Null for whole pages. */
  private @Nullable PageSize piece(Dice dice) {
    return options.crops().isEmpty() ? null : dice.fork("size of the piece").pick(options.crops());
  }

  /** Null when no piece of the page would hold a block. */
  private @Nullable SynthPage attempt(
      PageKind kind, SynthPage.PageSource source, Dice dice, boolean pdf) {
    boolean scanned =
        switch (options.look()) {
          case CLEAN -> false;
          case SCAN -> true;
          case MIXED -> dice.chance(0.65);
        };
    PageSize piece = pdf ? null : piece(dice);
    double resolution = dice.between(COARSEST, FINEST);
    SheetFormat format =
        piece == null
            ? SheetFormat.choose(dice)
            : SheetFormat.forCrop(
                dice, kind, piece.width() / resolution, piece.height() / resolution);
    double scale = piece == null ? pageScale(dice, format) : resolution;
    Scan scan =
        pdf || !scanned ? Scan.NONE : Scan.choose(dice.fork("scan"), StyleChooser.FINEST * 1.2);
    Geometry geometry =
        pdf ? Geometry.ofPdf(format) : Geometry.ofPicture(format, scale, options.maxPixels(), scan);
    PageStyle style = styles.choose(dice.fork("style"), geometry);
    Recording recording = new Recording();
    Sheet sheet =
        new Sheet(
            recording, geometry.toPixels(), geometry.width(), geometry.height(), geometry.size());
    KeyValues values = new KeyValues();
    Words spoken = words.words(source.language(), dice.fork("words"));
    kind.draw(new Desk(sheet, style, dice.fork("kind"), spoken, values));
    Page truth = sheet.truth();
    if (piece == null) {
      return new SynthPage(source, geometry, style, scan, recording, truth, values, null);
    }
    return Crop.choose(dice.fork("crop"), truth, piece)
        .map(
            crop ->
                new SynthPage(
                    source, geometry, style, scan, recording, crop.truth(), new KeyValues(), crop))
        .orElse(null);
  }
}
