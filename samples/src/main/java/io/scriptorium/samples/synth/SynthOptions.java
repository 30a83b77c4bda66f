package io.scriptorium.samples.synth;

import io.scriptorium.htmlschema.PageSize;
import java.util.List;

/**
 * Which pages are drawn.
 *
 * @param kinds each as likely as the others
 * @param languages each as likely as the others
 * @param look of pictures; pages of PDFs are always as drawn
 * @param maxPixels of a picture
 * @param sides how long the longer side of a picture is in pixels, each range as likely as the
 *     others
 * @param crops sizes of the piece that is cut out of each picture, each as likely as the others;
 *     none for whole pages
 */
public record SynthOptions(
    List<PageKind> kinds,
    List<Language> languages,
    Split split,
    long seed,
    Look look,
    int maxPixels,
    List<Sides> sides,
    List<PageSize> crops) {
  /** Sides of pictures are multiples of this: what the model reads as one token. */
  public static final int CELL = 28;

  /** 1280 x 784, what the small model reads at most. */
  public static final int MAX_PIXELS = 1280 * 784;

  /** What pages of the small model's own size have, in pixels. */
  public static final List<Sides> USUAL_SIDES = List.of(new Sides(700, 1280));

  private static final int LEAST_PIXELS = 448 * 448;
  private static final int MOST_PIXELS = 16 << 20;

  /** A range of lengths, both inclusive, in pixels. */
  public record Sides(int from, int to) {
    private static final int LEAST = 448;
    private static final int MOST = 8192;

    public Sides {
      if (from < LEAST || to > MOST || from > to) {
        throw new IllegalArgumentException(
            "sides of "
                + from
                + " to "
                + to
                + " pixels are not a range between "
                + LEAST
                + " and "
                + MOST);
      }
    }
  }

  public SynthOptions {
    sides = List.copyOf(sides);
    kinds = List.copyOf(kinds);
    languages = List.copyOf(languages);
    crops = List.copyOf(crops);
    if (kinds.isEmpty() || languages.isEmpty()) {
      throw new IllegalArgumentException("there is no kind or no language");
    }
    if (sides.isEmpty()) {
      throw new IllegalArgumentException("there is no length of the longer side");
    }
    if (maxPixels < LEAST_PIXELS || maxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          maxPixels + " pixels are not between " + LEAST_PIXELS + " and " + MOST_PIXELS);
    }
    crops.forEach(SynthOptions::check);
  }

  private static void check(PageSize crop) {
    if (!isSide(crop.width()) || !isSide(crop.height())) {
      throw new IllegalArgumentException(
          "the sides of a crop of "
              + crop.width()
              + " x "
              + crop.height()
              + " are not both multiples of "
              + CELL
              + " from 112 to 1120");
    }
  }

  private static boolean isSide(int pixels) {
    return pixels % CELL == 0 && pixels >= 4 * CELL && pixels <= 40 * CELL;
  }
}
