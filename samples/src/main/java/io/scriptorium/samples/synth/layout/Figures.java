package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.figure.ChartMaker;
import io.scriptorium.samples.synth.figure.PictureMaker;
import io.scriptorium.samples.synth.flow.Phrase;
import io.scriptorium.samples.synth.flow.Piece;
import io.scriptorium.samples.synth.flow.Stack;
import io.scriptorium.samples.synth.flow.Typesetter;
import io.scriptorium.samples.synth.table.TableMaker;

/** Tables, charts and pictures with their captions, counted through one page. */
final class Figures {
  private final Desk desk;
  private final Dice dice;
  private final Typesetter typesetter;
  private final TableMaker tables;
  private final ChartMaker charts;
  private final PictureMaker pictures;
  private final String table;
  private final String figure;
  private final String parting;
  private final TextStyle captions;
  private final Align align;
  private final boolean tableCaptionAbove;
  private final double captioned;
  private int nextTable;
  private int nextFigure;

  Figures(Desk desk, Typesetter typesetter, double captioned) {
    this.desk = desk;
    this.dice = desk.dice();
    this.typesetter = typesetter;
    this.tables = new TableMaker(desk);
    this.charts = new ChartMaker(desk);
    this.pictures = new PictureMaker(desk);
    this.table = Phrase.TABLE.in(desk);
    this.figure = Phrase.FIGURE.in(desk);
    this.parting = dice.pick(": ", ". ", " – ");
    TextStyle small = desk.style().small();
    this.captions =
        dice.pick(
            small,
            small,
            small.in(desk.style().text().italic()),
            small.in(desk.style().display().regular()));
    this.align = dice.chance(0.75) ? Align.LEFT : Align.CENTRE;
    this.tableCaptionAbove = dice.chance(0.75);
    this.captioned = captioned;
    this.nextTable = dice.between(1, 9);
    this.nextFigure = dice.between(1, 9);
  }

  Piece table(double width, double height) {
    if (!dice.chance(captioned)) {
      return tables.table(width, height);
    }
    String text = text(table, nextTable++);
    Piece caption = typesetter.paragraph(text, captions, align, width);
    double gap = 0.5 * desk.style().size();
    Piece body = tables.table(width, height - caption.height() - gap);
    return tableCaptionAbove ? Stack.of(gap, caption, body) : Stack.of(gap, body, caption);
  }

  Piece chart(double width, double height) {
    double most = Math.min(height, 1.1 * width);
    if (dice.chance(captioned)) {
      Piece caption = caption(width);
      double gap = 0.5 * desk.style().size();
      double room = most - caption.height() - gap;
      return Stack.of(gap, charts.chart(width, figureHeight(width, room)), caption);
    }
    if (dice.chance(0.4)) {
      TextStyle bold = desk.style().bold();
      Piece title = typesetter.caption(desk.words().title(), bold, align, width);
      double gap = 0.6 * desk.style().size();
      double room = most - title.height() - gap;
      return Stack.of(gap, title, charts.chart(width, figureHeight(width, room)));
    }
    return charts.chart(width, figureHeight(width, most));
  }

  Piece picture(double width, double height) {
    double most = Math.min(height, 0.9 * width);
    if (!dice.chance(captioned)) {
      return pictures.picture(width, figureHeight(width, most));
    }
    Piece caption = caption(width);
    double gap = 0.5 * desk.style().size();
    double room = most - caption.height() - gap;
    return Stack.of(gap, pictures.picture(width, figureHeight(width, room)), caption);
  }

  private double figureHeight(double width, double most) {
    double least = Math.min(0.35 * width, 9 * desk.style().size());
    if (most < least) {
      throw new NoRoomException("a figure needs more than " + most + " points");
    }
    return dice.between(least, Math.min(most, 0.8 * width));
  }

  private Piece caption(double width) {
    return typesetter.caption(text(figure, nextFigure++), captions, align, width);
  }

  private String text(String label, int number) {
    String words = dice.chance(0.6) ? desk.words().title() : desk.words().sentence();
    return label + " " + number + parting + words;
  }
}
