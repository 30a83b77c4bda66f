package io.scriptorium.htmlschema;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The blocks that have a picture of their own beside the document, which links to it. Its name is
 * made of numbers only, so nothing that a model emits can lead anywhere else.
 */
public record CropLinks(Set<Place> places) {
  /** No block has a picture. */
  public static final CropLinks NONE = new CropLinks(Set.of());

  /** The folder of the pictures, beside the document. */
  public static final String FOLDER = "crops";

  private static final Pattern LINK = Pattern.compile(FOLDER + "/\\d{4,9}-\\d{3,9}\\.png");

  /**
   * A block of a document.
   *
   * @param page its page, from 1
   * @param block its place on the page, from 1
   */
  public record Place(int page, int block) {
    public Place {
      if (page < 1 || block < 1) {
        throw new IllegalArgumentException(
            "block " + block + " of page " + page + " is counted from 1");
      }
    }

    /** For example {@code crops/0001-003.png}. */
    public String path() {
      return String.format(Locale.ROOT, "%s/%04d-%03d.png", FOLDER, page, block);
    }
  }

  public CropLinks {
    places = Set.copyOf(places);
  }

  /** The path of a block's picture, relative to the document; empty if it has none. */
  public Optional<String> of(int page, int block) {
    Place place = new Place(page, block);
    return places.contains(place) ? Optional.of(place.path()) : Optional.empty();
  }

  /** Whether a block is a figure: what its text says is not all there is to be seen. */
  public static boolean isFigure(Block block) {
    return block instanceof Chart
        || block instanceof Formula
        || block instanceof Image
        || block instanceof Caption
        || block instanceof ImageText
        || block instanceof MusicSheet
        || block instanceof ChemicalFormula;
  }

  /** Whether a text is a path as they stand in documents. */
  static boolean isLink(String text) {
    return LINK.matcher(text).matches();
  }
}
