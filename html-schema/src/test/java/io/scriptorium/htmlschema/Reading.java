package io.scriptorium.htmlschema;

import java.util.List;

/** Reads markup as if a model had emitted it for a page of 100 x 200 that it saw unscaled. */
final class Reading {
  static final PageSize SIZE = new PageSize(100, 200);
  static final BoundingBox BOX = new BoundingBox(1, 2, 30, 40);
  static final BoundingBox WHOLE = new BoundingBox(0, 0, 100, 200);

  private Reading() {}

  static PageReading of(String text) {
    return ModelOutputReader.read(text, SIZE, SIZE);
  }

  /** Reads markup that stands in a body; {@code B} in it is a box attribute. */
  static PageReading ofBody(String markup) {
    return of("<html><body>" + markup.replace(" B", " data-bbox=\"1 2 30 40\"") + "</body></html>");
  }

  static List<Block> blocks(PageReading reading) {
    return reading.page().blocks();
  }

  static List<String> codes(PageReading reading) {
    return reading.repairs().stream().map(Repair::code).distinct().toList();
  }
}
