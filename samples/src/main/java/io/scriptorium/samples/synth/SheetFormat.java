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

  /** A whole paragraph of a narrow sheet fits into a small piece of it. */
  private static final List<SheetFormat> FOR_CROPS =
      List.of(
          new SheetFormat("A4", 595, 842, 0.3),
          new SheetFormat("Letter", 612, 792, 0.1),
          new SheetFormat("A5", 420, 595, 0.6));

  static SheetFormat choose(Dice dice, boolean forCrop) {
    return dice.pickWeighted(forCrop ? FOR_CROPS : PAGES, SheetFormat::often);
  }
}
