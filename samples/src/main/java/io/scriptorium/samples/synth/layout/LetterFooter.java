package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.flow.Phrase;
import io.scriptorium.samples.synth.flow.TextPiece;
import io.scriptorium.samples.synth.flow.Typesetter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a house says about itself at the foot of its letters, in columns.
 *
 * @param columns empty if there is no footer
 */
record LetterFooter(Desk desk, List<TextPiece> columns, boolean ruled) {
  LetterFooter {
    columns = List.copyOf(columns);
  }

  static LetterFooter choose(Desk desk) {
    var dice = desk.dice();
    List<List<String>> blocks = dice.shuffled(blocks(desk));
    int count = dice.chance(0.45) ? 0 : dice.between(1, 3);
    double width = desk.style().typeArea().width() / Math.max(1, count);
    Typesetter typesetter = new Typesetter(desk);
    Align align = count == 1 ? Align.CENTRE : Align.LEFT;
    List<TextPiece> columns = new ArrayList<>();
    for (List<String> block : blocks.subList(0, count)) {
      columns.add(typesetter.lines(block, desk.style().small(), align, width - 8));
    }
    return new LetterFooter(desk, columns, dice.chance(0.6));
  }

  private static List<List<String>> blocks(Desk desk) {
    var words = desk.words();
    List<String> house = new ArrayList<>();
    house.add(words.company());
    house.addAll(words.addressLines());
    List<String> contact =
        List.of(Phrase.TELEPHONE.in(desk) + " " + words.phone(), words.email(), words.website());
    return List.of(house, contact, List.of("IBAN", words.iban(), words.vatNumber()));
  }

  /** Points that it takes, with its distance from the letter. */
  double height() {
    double highest = columns.stream().mapToDouble(TextPiece::height).max().orElse(0);
    return columns.isEmpty() ? 0 : highest + 1.5 * desk.style().leading();
  }

  void draw() {
    if (columns.isEmpty()) {
      return;
    }
    Frame all = desk.style().typeArea();
    double highest = columns.stream().mapToDouble(TextPiece::height).max().orElse(0);
    double top = all.bottom() - highest;
    if (ruled) {
      double y = top - 0.4 * desk.style().leading();
      desk.sheet().canvas().line(all.left(), y, all.right(), y, 0.5, desk.style().accent());
    }
    for (int i = 0; i < columns.size(); i++) {
      double left = all.left() + i * all.width() / columns.size() + (columns.size() == 1 ? 4 : 0);
      columns.get(i).draw(desk.sheet(), left, top);
    }
  }
}
