package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/** Something that happens to a picture on its way from paper to file; everything stays in place. */
interface Effect {
  /** As in the description of the page, for example {@code blur}. */
  String name();

  /** What the number means depends on the effect; more is worse, unless it says otherwise. */
  double strength();

  /** The picture after it; the one before may be changed. */
  Raster apply(Raster picture);
}
