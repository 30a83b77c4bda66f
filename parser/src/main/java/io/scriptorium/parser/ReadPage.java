package io.scriptorium.parser;

import io.scriptorium.renderer.RasterImage;
import java.util.List;

/**
 * A page that was read, whose key values are asked for.
 *
 * @param pictures the page, or the pieces that the model was shown
 * @param text what was read, with an empty line between blocks
 */
public record ReadPage(List<RasterImage> pictures, String text) {
  public ReadPage {
    pictures = List.copyOf(pictures);
  }
}
