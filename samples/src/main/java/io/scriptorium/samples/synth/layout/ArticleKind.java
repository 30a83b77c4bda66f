package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageKind;
import io.scriptorium.samples.synth.flow.Flow;
import io.scriptorium.samples.synth.flow.Phrase;
import io.scriptorium.samples.synth.flow.Typesetter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A page of an article or a report: its first one with the title, or one further on. */
final class ArticleKind implements PageKind {
  private static final Mixture MIXTURE = new Mixture(6, 2.2, 1, 0.6, 0.35, 0.35, 0.35);

  @Override
  public String name() {
    return "article";
  }

  @Override
  public void draw(Desk desk) {
    Dice dice = desk.dice();
    Typesetter typesetter = new Typesetter(desk);
    RunningHeads heads = RunningHeads.choose(desk);
    Frame area = heads.area();
    boolean first = dice.chance(0.5);
    int count = Columns.count(desk, 0.55);
    heads.drawHead();
    Flow across = new Flow(desk.sheet(), area);
    if (first) {
      drawTitle(desk, typesetter, across);
    }
    Body body = new Body(desk, typesetter, new Sections(dice, first), 0.9);
    if (count > 1 && dice.chance(0.25)) {
      body.drawWide(across, Math.min(across.room(0) / 2, area.height() / 3));
    }
    double top = across.y() + (across.isEmpty() ? 0 : 1.2 * desk.style().leading());
    double gap = Math.max(14, dice.between(1.4, 2.4) * desk.style().size());
    List<Frame> columns = Columns.of(area, top, count, gap);
    if (dice.chance(0.15)) {
      Columns.part(desk, columns);
    }
    for (Frame column : columns) {
      body.fill(new Flow(desk.sheet(), column), MIXTURE);
    }
    heads.drawFoot();
  }

  private static void drawTitle(Desk desk, Typesetter typesetter, Flow flow) {
    Dice dice = desk.dice();
    var style = desk.style();
    double width = flow.width();
    double leading = style.leading();
    Align align = dice.chance(0.5) ? Align.LEFT : Align.CENTRE;
    flow.add(typesetter.heading(1, desk.words().title(), align, width), 0);
    TextStyle names = dice.chance(0.5) ? style.italic() : style.body();
    flow.add(typesetter.paragraph(authors(desk), names, align, width), 0.5 * leading);
    if (dice.chance(0.5)) {
      String house = desk.words().company() + ", " + desk.words().city();
      flow.add(typesetter.paragraph(house, style.small(), align, width), 0.2 * leading);
    }
    if (dice.chance(0.25)) {
      String date = desk.words().date(LocalDate.of(1990, 1, 1).plusDays(dice.between(0, 16_000)));
      String text = Phrase.RECEIVED.in(desk) + " " + date;
      flow.add(typesetter.paragraph(text, style.small(), align, width), 0.3 * leading);
    }
    if (dice.chance(0.6)) {
      drawAbstract(desk, typesetter, flow);
    }
  }

  private static String authors(Desk desk) {
    int count = desk.dice().between(1, 4);
    StringBuilder authors = new StringBuilder(desk.words().personName());
    for (int i = 1; i < count; i++) {
      String joint = i + 1 == count ? " " + Phrase.AND.in(desk) + " " : ", ";
      authors.append(joint).append(desk.words().personName());
    }
    return authors.toString();
  }

  private static void drawAbstract(Desk desk, Typesetter typesetter, Flow flow) {
    Dice dice = desk.dice();
    var style = desk.style();
    String text = desk.words().paragraph(dice.between(2, 4));
    String label = Phrase.ABSTRACT.in(desk);
    TextStyle in = dice.pick(style.body(), style.italic(), style.small());
    if (dice.chance(0.4)) {
      flow.add(typesetter.heading(3, label, flow.width()), style.leading());
      flow.add(typesetter.paragraph(text, in, style.align(), flow.width()), 0.3 * style.leading());
    } else {
      String whole = dice.chance(0.6) ? label + dice.pick(". ", ": ", " – ") + text : text;
      flow.add(typesetter.paragraph(whole, in, style.align(), flow.width()), style.leading());
    }
    if (dice.chance(0.3)) {
      String keys =
          Phrase.KEYWORDS.in(desk)
              + ": "
              + String.join(
                  ", ", Stream.generate(desk.words()::word).limit(dice.between(3, 6)).toList());
      flow.add(
          typesetter.paragraph(keys, style.small(), Align.LEFT, flow.width()),
          0.5 * style.leading());
    }
  }
}
