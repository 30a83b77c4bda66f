package io.scriptorium.parser;

import io.scriptorium.htmlschema.CropLinks;
import io.scriptorium.renderer.PageText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was taken off a page for exports while its picture was at hand.
 *
 * @param crops the blocks whose pictures were written
 * @param cropsLeftOut the number of figures beyond the limits
 * @param text for the searchable PDF; null if none is wanted
 */
record PageExtras(Set<CropLinks.Place> crops, int cropsLeftOut, @Nullable PageText text) {
  static final PageExtras NONE = new PageExtras(Set.of(), 0, null);

  PageExtras {
    crops = Set.copyOf(crops);
  }
}
