package io.scriptorium.samples.synth;

/** Draws one page of one kind. Kinds hold no state, several threads draw with one. */
public interface PageKind {
  /** As on the command line, for example {@code invoice}. */
  String name();

  /** Points that a sheet must be wide for this kind; pieces of pages are cut out of narrow ones. */
  default double narrowest() {
    return 400;
  }

  /**
   * Draws the page and tells what stands on it in reading order; everything that is left to chance
   * comes from the desk's dice.
   *
   * @throws io.scriptorium.samples.drawing.NoRoomException when what the dice chose does not fit;
   *     the page is then drawn anew with other dice
   */
  void draw(Desk desk);
}
