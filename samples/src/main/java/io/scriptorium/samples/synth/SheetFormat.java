package io.scriptorium.samples.synth;

import java.util.List;

/**
 * Paper, in points.
 *
 * @param often how often it is taken, in relation to the others
 */
record SheetFormat(String name, double width, double height, double often) {
  private static final List<SheetFormat> PAGES =
      List.of(
          new SheetFormat("A4", 595, 842, 0.5),
          new SheetFormat("Letter", 612, 792, 0.3),
          new SheetFormat("A5", 420, 595, 0.15),
          new SheetFormat("A5 landscape", 595, 420, 0.05));

  /** More narrow ones, as their paragraphs fit into a small piece. */
  private static final List<SheetFormat> FOR_CROPS =
      List.of(
          new SheetFormat("A4", 595, 842, 0.3),
          new SheetFormat("Letter", 612, 792, 0.1),
          new SheetFormat("A5", 420, 595, 0.6));

  static SheetFormat choose(Dice dice) {
    return dice.pickWeighted(PAGES, SheetFormat::often);
  }

  /**
   * @param width of the piece in points
   * @param height of the piece in points
   */
  static SheetFormat forCrop(Dice dice, PageKind kind, double width, double height) {
    SheetFormat slip =
        new SheetFormat("slip", width * dice.between(1, 1.2), height * dice.between(1, 1.6), 0);
    return dice.chance(0.7) && slip.width() >= kind.narrowest()
        ? slip
        : dice.pickWeighted(FOR_CROPS, SheetFormat::often);
  }
}
