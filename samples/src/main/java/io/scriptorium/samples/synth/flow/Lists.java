package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.SetText;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import java.util.ArrayList;
import java.util.List;

/** Makes the lists of one page, all with the same labels. */
public final class Lists {
  private final Desk desk;
  private final Typesetter typesetter;
  private final PageStyle style;
  private final Dice dice;
  private final String bullet;
  private final ItemLabel.Mark mark;
  private final boolean drawn;
  private final String numbering;
  private final TextStyle numbers;

  public Lists(Desk desk, Typesetter typesetter) {
    this.desk = desk;
    this.typesetter = typesetter;
    this.style = desk.style();
    this.dice = desk.dice();
    List<String> bullets =
        List.of("•", "–", "▪", "◦", "·", "*", "-", "—", "‣").stream()
            .filter(sign -> style.text().regular().covers(sign))
            .toList();
    this.bullet = dice.pick(bullets);
    this.mark = dice.pick(ItemLabel.Mark.values());
    this.drawn = dice.chance(0.35);
    this.numbering = dice.pick("1.", "1.", "1)", "(1)", "a)", "(a)", "1");
    this.numbers = dice.chance(0.25) ? style.bold() : style.body();
  }

  public Piece list(double width) {
    boolean ordered = dice.chance(0.45);
    boolean sentences = dice.chance(0.6);
    int count = dice.between(2, sentences ? 5 : 9);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(sentences ? desk.words().sentence() : desk.words().title());
    }
    return list(ordered, texts, width);
  }

  private Piece list(boolean ordered, List<String> texts, double width) {
    double size = style.size();
    double step = dice.between(0, 2) * 0.6 * size;
    double sign = drawn ? 0.6 * size : style.body().width(bullet);
    double label = ordered ? widestNumber(texts.size()) : sign;
    double indent = step + label + 0.55 * size;
    List<ListPiece.Item> items = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String read = Typesetter.visible(texts.get(i));
      SetText text = typesetter.item(texts.get(i), width - indent);
      items.add(new ListPiece.Item(label(ordered, i, step, label), text, read));
    }
    double gap = dice.chance(0.5) ? 0 : 0.3 * style.leading();
    return new ListPiece(items, ordered, indent, gap);
  }

  private ItemLabel label(boolean ordered, int index, double step, double width) {
    if (ordered) {
      return ItemLabel.text(numbers, number(index), step + width);
    }
    return drawn
        ? mark.at(step + 0.1 * style.size(), style.size(), style.accent())
        : ItemLabel.text(style.body(), bullet, step + width);
  }

  private double widestNumber(int count) {
    double widest = 0;
    for (int i = 0; i < count; i++) {
      widest = Math.max(widest, numbers.width(number(i)));
    }
    return widest;
  }

  private String number(int index) {
    return numbering
        .replace("1", String.valueOf(index + 1))
        .replace("a", String.valueOf((char) ('a' + index)));
  }
}
