package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.Words;
import io.scriptorium.samples.synth.flow.Flow;
import io.scriptorium.samples.synth.flow.Lists;
import io.scriptorium.samples.synth.flow.Phrase;
import io.scriptorium.samples.synth.flow.Piece;
import io.scriptorium.samples.synth.flow.Stack;
import io.scriptorium.samples.synth.flow.Typesetter;
import io.scriptorium.samples.synth.table.TableMaker;
import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws a letter from its head to what is enclosed. */
final class LetterPage {
  private final Desk desk;
  private final Dice dice;
  private final Words words;
  private final PageStyle style;
  private final Frame area;
  private final Flow flow;
  private final Typesetter typesetter;
  private final TextStyle text;
  private final Align align;
  private final double leading;

  LetterPage(Desk desk, Frame area) {
    this.desk = desk;
    this.dice = desk.dice();
    this.words = desk.words();
    this.style = desk.style();
    this.area = area;
    this.flow = new Flow(desk.sheet(), area);
    this.typesetter = new Typesetter(desk);
    boolean typed = dice.chance(0.25);
    this.text = typed ? style.mono() : style.body();
    this.align = typed ? Align.LEFT : style.align();
    this.leading = style.leading();
  }

  void draw() {
    drawHead();
    drawRecipient();
    if (dice.chance(0.3)) {
      drawReferences();
    }
    if (dice.chance(0.65)) {
      String subject = Phrase.SUBJECT.in(desk) + words.title();
      flow.add(typesetter.heading(2, subject, Align.LEFT, area.width()), 1.2 * leading);
    }
    String salutation = Phrase.DEAR.in(desk).replace("%s", words.personName());
    flow.add(paragraph(salutation), leading);
    List<Piece> end = end();
    double needed = end.stream().mapToDouble(piece -> piece.height() + leading).sum() + leading;
    drawBody(needed);
    for (Piece piece : end) {
      flow.add(piece, leading);
    }
  }

  private Piece paragraph(String words) {
    return typesetter.paragraph(words, text, align, area.width());
  }

  private void drawHead() {
    Align side = dice.pick(Align.LEFT, Align.CENTRE, Align.RIGHT);
    if (dice.chance(0.6)) {
      flow.add(typesetter.heading(1, words.company(), side, area.width()), 0);
      String address = String.join(dice.pick(" · ", ", ", " – "), words.addressLines());
      flow.add(typesetter.paragraph(address, style.small(), side, area.width()), 0.2 * leading);
      if (dice.chance(0.5)) {
        double y = flow.y() + 0.4 * leading;
        desk.sheet().canvas().line(area.left(), y, area.right(), y, 0.8, style.accent());
      }
    } else {
      List<String> sender = new ArrayList<>();
      sender.add(words.personName());
      sender.addAll(words.addressLines());
      if (dice.chance(0.5)) {
        sender.add(dice.chance(0.5) ? words.phone() : words.email());
      }
      flow.add(typesetter.lines(sender, text, side, area.width()), 0);
    }
  }

  private void drawRecipient() {
    List<String> lines = new ArrayList<>();
    if (dice.chance(0.6)) {
      lines.add(words.company());
    }
    if (lines.isEmpty() || dice.chance(0.6)) {
      lines.add(words.personName());
    }
    lines.addAll(words.addressLines());
    String date = words.date(LocalDate.of(1985, 1, 1).plusDays(dice.between(0, 18_000)));
    String place = dice.chance(0.3) ? words.city() + ", " + date : date;
    Align dated = dice.chance(0.6) ? Align.RIGHT : Align.LEFT;
    Piece day = typesetter.paragraph(place, text, dated, area.width());
    Piece address = typesetter.lines(lines, text, Align.LEFT, area.width());
    boolean dateFirst = dice.chance(0.4);
    flow.add(dateFirst ? day : address, 1.5 * leading);
    flow.add(dateFirst ? address : day, 1.2 * leading);
  }

  private void drawReferences() {
    List<String> lines = new ArrayList<>();
    for (Phrase name : List.of(Phrase.YOUR_REFERENCE, Phrase.OUR_REFERENCE)) {
      String code =
          dice.pick("A", "K", "Ref", "WZ") + dice.pick("-", "/", " ") + dice.between(10, 9999);
      lines.add(name.in(desk) + ": " + code);
    }
    flow.add(typesetter.lines(lines, text, Align.LEFT, area.width()), leading);
  }

  /** Paragraphs, and sometimes a list or a table, as far as the room allows. */
  private void drawBody(double needed) {
    int paragraphs = dice.between(1, 6);
    int extra = dice.chance(0.3) ? dice.between(1, paragraphs) : 0;
    for (int i = 1; i <= paragraphs; i++) {
      Piece piece = paragraph(words.paragraph(dice.between(1, 4)));
      offer(piece, needed);
      if (i == extra) {
        double room = flow.room(leading) - needed;
        boolean roomy = room > 10 * leading;
        if (roomy && dice.chance(0.4)) {
          offer(new TableMaker(desk).table(area.width(), room), needed);
        } else {
          offer(new Lists(desk, typesetter).list(area.width()), needed);
        }
      }
    }
  }

  private void offer(Piece piece, double needed) {
    if (piece.height() <= flow.room(leading) - needed) {
      flow.add(piece, 0.8 * leading);
    }
  }

  private List<Piece> end() {
    List<Piece> end = new ArrayList<>();
    end.add(paragraph(Phrase.CLOSING.in(desk)));
    List<String> name = new ArrayList<>(List.of(words.personName()));
    if (dice.chance(0.6)) {
      name.add(Phrase.ROLE.in(desk));
    }
    Piece signed = typesetter.lines(name, text, Align.LEFT, area.width());
    end.add(
        dice.chance(0.6)
            ? Stack.of(0.4 * leading, SignaturePiece.write(dice, style.size(), ink()), signed)
            : signed);
    if (dice.chance(0.35)) {
      end.add(paragraph(Phrase.ENCLOSURES.in(desk) + ": " + words.title()));
    }
    if (dice.chance(0.2)) {
      end.add(paragraph(Phrase.COPY.in(desk) + ": " + words.personName()));
    }
    return end;
  }

  private Color ink() {
    return dice.chance(0.5) ? new Color(0x1F3A93) : style.ink();
  }
}
