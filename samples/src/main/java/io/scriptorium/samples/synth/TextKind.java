package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Column;
import io.scriptorium.samples.drawing.Fragment;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nothing but headings and paragraphs, in one column and in ever other faces. */
final class TextKind implements PageKind {
  @Override
  public String name() {
    return "text";
  }

  @Override
  public double narrowest() {
    return 120;
  }

  @Override
  public void draw(Desk desk) {
    Frame area = desk.style().typeArea();
    Dice dice = desk.dice();
    Column column = new Column(desk.sheet(), area.left(), area.top(), area.width());
    for (boolean empty = true; ; empty = false) {
      boolean heading = dice.chance(0.25);
      int level = dice.between(1, 3);
      TextStyle style = heading ? desk.style().heading(level) : style(desk);
      double leading = desk.style().leading(style);
      String text = heading ? desk.words().title() : text(desk);
      double needed = (style.width(text) / area.width() * 1.2 + 1) * leading;
      if (needed > area.bottom() - column.y()) {
        if (empty) {
          throw new NoRoomException("not even one text fits");
        }
        return;
      }
      if (heading) {
        column.heading(level, Fragment.marked(text), style, leading);
      } else {
        column.paragraph(Fragment.marked(text), style, leading, align(desk));
      }
      column.gap(leading * dice.between(0.4, 1.6));
    }
  }

  private static Align align(Desk desk) {
    Dice dice = desk.dice();
    return dice.chance(0.8) ? desk.style().align() : dice.pick(Align.CENTRE, Align.RIGHT);
  }

  private static TextStyle style(Desk desk) {
    PageStyle page = desk.style();
    TextStyle face =
        desk.dice().pick(page.body(), page.body(), page.bold(), page.italic(), page.mono());
    return face.sized(face.size() * desk.dice().between(1, 1.15));
  }

  private static String text(Desk desk) {
    Dice dice = desk.dice();
    if (dice.chance(0.7)) {
      return desk.words().paragraph(dice.between(1, 4));
    }
    return IntStream.rangeClosed(1, dice.between(2, 30))
        .mapToObj(i -> desk.words().word())
        .collect(Collectors.joining(" "));
  }
}
