package io.scriptorium.samples;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Column;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.Color;
import java.util.List;

/** A page of a journal: two columns with a list, a formula, a table and a chart. */
final class Article {
  static final Color INK = new Color(0x1A1A1A);
  static final Color GREY = new Color(0x555555);
  static final Color ACCENT = new Color(0x8C2F1B);

  static final TextStyle BODY = new TextStyle(Typeface.SERIF, 9.5, INK);
  static final TextStyle SMALL = new TextStyle(Typeface.SANS, 7.5, INK);
  private static final TextStyle RUNNING = new TextStyle(Typeface.SANS, 7.5, GREY);
  private static final TextStyle HEADING = new TextStyle(Typeface.SANS_BOLD, 10.5, ACCENT);

  private static final double LEADING = 12.2;
  private static final double LEFT = 54;
  private static final double RIGHT = 558;
  private static final double COLUMN = 238;
  private static final double SECOND = RIGHT - COLUMN;

  private final Sheet sheet;

  private Article(Sheet sheet) {
    this.sheet = sheet;
  }

  static void draw(Sheet sheet) {
    new Article(sheet).draw();
  }

  private void draw() {
    header();
    double top = title();
    left(new Column(sheet, LEFT, top, COLUMN));
    right(new Column(sheet, SECOND, top, COLUMN));
    footer();
  }

  private void header() {
    String journal = "Annals of Quiet Materials";
    sheet.addParagraph(journal, sheet.text(LEFT, 44, RUNNING, journal));
    String issue = "Volume 12, Spring 2026";
    sheet.addParagraph(issue, sheet.textRight(RIGHT, 44, RUNNING, issue));
    sheet.canvas().line(LEFT, 51, RIGHT, 51, 0.5, GREY);
  }

  private double title() {
    String title = "How fast does a reading room fade?";
    Frame set = sheet.text(LEFT, 91, new TextStyle(Typeface.SERIF_BOLD, 24, INK), title);
    sheet.add(new Heading(sheet.box(set), 1, title));
    String authors = "Ines Calloway and Tobias Brandvold";
    Frame names = sheet.text(LEFT, 110, new TextStyle(Typeface.SERIF_ITALIC, 11.5, INK), authors);
    sheet.addParagraph(authors, names);
    Column summary = new Column(sheet, LEFT, 124, RIGHT - LEFT);
    summary.paragraph(
        "Light is the price of reading. Over eighteen months we measured how five papers paled in"
            + " an ordinary reading room, on the sill, behind a curtain and on a shelf. Rag paper"
            + " lost little; groundwood paper lost more in one summer on the sill than rag paper"
            + " did in the whole study. A plain curtain halved the damage.",
        new TextStyle(Typeface.SANS, 8.5, GREY),
        12,
        Align.LEFT);
    double rule = summary.y() + 9;
    sheet.canvas().line(LEFT, rule, RIGHT, rule, 0.5, GREY);
    return rule + 12;
  }

  private void left(Column column) {
    heading(column, "1 Introduction");
    body(
        column,
        "A page that can be read is a page that is being used up. Each hour near a win|dow"
            + " adds a little to a sum that is never paid back, and most houses learn its size only"
            + " when the dam|age shows. Ad|vice is plen|ti|ful for"
            + " mu|se|ums, where lamps can be dimmed at will, but scarce for"
            + " read|ing rooms, where people need to see. This note gives num|bers for"
            + " such a room.");
    follow(
        column,
        "We asked a plain ques|tion: if a sheet lies where read|ers like to sit, how much"
            + " of its white|ness is gone af|ter a year, and what does it cost to keep"
            + " half of that?");
    column.gap(9);
    heading(column, "2 Method");
    body(
        column,
        "Strips of five pa|pers were pinned up in a room that faces south-east, at three"
            + " places that readers would rec|og|nise:");
    column.gap(4);
    column.bullets(
        List.of(
            "_open:_ on the sill, with noth|ing be|tween paper and glass;",
            "_curtained:_ on the same sill, be|hind undyed cot|ton that was drawn" + " from noon;",
            "_shelved:_ in a case two metres from the win|dow."),
        BODY,
        LEADING,
        Align.JUSTIFIED,
        2);
    column.gap(4);
    body(
        column,
        "Light|ness was read each month with a hand-held meter. We sum up a strip by its mean"
            + " rate of fad|ing,");
    column.gap(5);
    column.gap(ArticleFigures.formula(sheet, column.left(), column.y(), COLUMN) + 5);
    body(
        column,
        "where _d_ is the light|ness lost be|tween two read|ings, _h_ the light that"
            + " fell on the strip mean|while, in mega|lux hours, and _n_ the num|ber"
            + " of read|ings. Strips that curled or came loose were pinned up again and their"
            + " month was left out; this hap|pened four times.");
    column.gap(9);
    heading(column, "3 Results");
    body(
        column,
        "Table 1 gives the losses af|ter eigh|teen months. The or|der of the"
            + " pa|pers is the same ev|ery|where, and so is the or|der of the"
            + " places: the cur|tain halves the loss, the shelf takes away four fifths of it."
            + " Pa|per made from ground wood stands apart.");
    follow(
        column,
        "Two things sur|prised us. Bleached pulp, which looks the firmest of the five,"
            + " faded three times as fast as rag. And the shelf was not as safe as it"
            + " seemed: ground|wood pa|per on it lost more than rag paper did in full"
            + " sun|light.");
  }

  private void right(Column column) {
    column.paragraph(
        "Table 1. Lightness lost after eighteen months, in points.", SMALL, 10, Align.LEFT);
    column.gap(4);
    column.gap(ArticleFigures.table(sheet, column.left(), column.y(), COLUMN) + 14);
    column.gap(ArticleFigures.chart(sheet, column.left(), column.y(), COLUMN) + 4);
    column.caption(
        "Figure 1. Groundwood paper: lightness lost in each season of the first year, in points.",
        SMALL,
        10);
    column.gap(11);
    body(
        column,
        "The sea|sons dif|fer more than the places do (Fig|ure 1). Three"
            + " sum|mer months on the sill cost ground|wood pa|per more than the"
            + " rest of the year to|gether. A house that can do only one thing should"
            + " there|fore do it in June.");
    follow(
        column,
        "Read|ers did not mind. Of forty who were asked, thirty-one pre|ferred the"
            + " cur|tain drawn, be|cause it took off the glare.");
    column.gap(9);
    heading(column, "4 Conclusion");
    body(
        column,
        "No pa|per in reach of a win|dow is safe, but most of the loss is easy to"
            + " avoid. Draw the cur|tain at noon, shelve what nobody is read|ing, and"
            + " keep news|pa|pers for the win|ter.");
    column.gap(9);
    heading(column, "Thanks");
    body(
        column,
        "We thank the read|ers of Lower Brae, who walked around our strips for a year and a"
            + " half with|out ask|ing once when they would go.");
  }

  private void footer() {
    sheet.addParagraph("47", sheet.textCentred(Sheet.WIDTH / 2, 756, RUNNING, "47"));
    String address = "annals.example/12/47";
    sheet.addParagraph(address, sheet.textRight(RIGHT, 756, RUNNING, address));
  }

  private void heading(Column column, String text) {
    column.heading(2, text, HEADING, 13);
    column.gap(3);
  }

  /** A paragraph after another one, told apart by a little space. */
  private static void follow(Column column, String marked) {
    column.gap(4);
    body(column, marked);
  }

  private static void body(Column column, String marked) {
    column.paragraph(marked, BODY, LEADING, Align.JUSTIFIED);
  }
}
