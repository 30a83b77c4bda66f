package io.scriptorium.samples;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Pen;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Set;

/** A filled form: labelled boxes, a comb, tick boxes, a signature and a shaded office part. */
final class Form {
  private static final Color INK = new Color(0x1E2430);
  private static final Color BLUE = new Color(0x1B3A8C);
  private static final Color NAVY = new Color(0x26364F);
  private static final Color GREY = new Color(0x5A6270);
  private static final Color BORDER = new Color(0x8A94A6);
  private static final Color SHADE = new Color(0xEEF1F5);

  private static final TextStyle BODY = new TextStyle(Typeface.SANS, 9, INK);
  private static final TextStyle LABEL = new TextStyle(Typeface.SANS, 7, GREY);
  private static final TextStyle FILLED = new TextStyle(Typeface.MONO, 10.5, BLUE);

  private static final double LEFT = 54;
  private static final double WIDTH = 504;
  private static final double GUTTER = 12;

  private final Sheet sheet;

  private Form(Sheet sheet) {
    this.sheet = sheet;
  }

  static void draw(Sheet sheet) {
    new Form(sheet).draw();
  }

  private void draw() {
    title();

    section(136, "1", "About you");
    double half = (WIDTH - GUTTER) / 2;
    double third = (WIDTH - 2 * GUTTER) / 3;
    field(LEFT, 164, half, "Family name", "Ravensholt");
    field(LEFT + half + GUTTER, 164, half, "Given names", "Odile Marit");
    field(LEFT, 204, third, "Date of birth (day / month / year)", "07 / 11 / 1984");
    field(LEFT + third + GUTTER, 204, third * 2 + GUTTER, "E-mail", "o.ravensholt@post.example");
    field(LEFT, 244, third * 2 + GUTTER, "Street and number", "31 Lantern Steps");
    field(LEFT + 2 * (third + GUTTER), 244, third, "Town", "Lower Brae");

    section(302, "2", "What you need");
    Frame question = sheet.text(LEFT, 335, BODY, "I would like to use (tick all that apply)");
    sheet.addParagraph("I would like to use (tick all that apply)", question);
    ticks(
        348,
        List.of(
            "Reading room",
            "Map room",
            "Microfilm",
            "Newspaper store",
            "Sound archive",
            "Photographs"),
        Set.of("Reading room", "Microfilm", "Newspaper store"));
    comb(398, "Number of your previous card, if any", "BR20417", 9);
    field(LEFT + 264, 398, WIDTH - 264, "Subject of your research", "Ferry tolls, 1790-1830");

    section(456, "3", "Declaration");
    tick(LEFT, 482, true, "I have read the rules of the reading room and will keep to them.");
    tick(LEFT, 500, true, "I agree that my name is kept for as long as the card is valid.");
    tick(LEFT, 518, false, "I would like to hear of exhibitions by e-mail.");
    signature();
    office();
    footer();
  }

  private void title() {
    sheet.canvas().fill(new Frame(LEFT, 48, LEFT + WIDTH, 112), NAVY);
    Frame house =
        sheet.text(
            LEFT + 16,
            70,
            new TextStyle(Typeface.SANS, 8.5, new Color(0xC8D2E2), 0.8),
            "LOWER BRAE MUNICIPAL ARCHIVE");
    sheet.addParagraph("LOWER BRAE MUNICIPAL ARCHIVE", house);
    String text = "Application for a reader’s card";
    Frame title =
        sheet.text(LEFT + 16, 95, new TextStyle(Typeface.SANS_BOLD, 18, Color.WHITE), text);
    sheet.add(new Heading(sheet.box(title), 1, text));
    Frame number =
        sheet.textRight(
            LEFT + WIDTH - 16, 70, new TextStyle(Typeface.SANS, 8.5, Color.WHITE), "Form R-7");
    sheet.addParagraph("Form R-7", number);
  }

  private void section(double top, String number, String text) {
    Frame tab = Frame.of(LEFT, top, 18, 18);
    sheet.canvas().fill(tab, NAVY);
    Frame digit =
        sheet.textCentred(
            tab.centre(), top + 12.8, new TextStyle(Typeface.SANS_BOLD, 10.5, Color.WHITE), number);
    Frame name =
        sheet.text(LEFT + 26, top + 13, new TextStyle(Typeface.SANS_BOLD, 11.5, NAVY), text);
    sheet.canvas().line(name.right() + 10, top + 9, LEFT + WIDTH, top + 9, 0.6, BORDER);
    sheet.add(new Heading(sheet.box(digit, name), 2, number + " " + text));
  }

  private void field(double x, double top, double width, String label, String value) {
    Frame box = Frame.of(x, top, width, 32);
    sheet.canvas().outline(box, 0.7, BORDER);
    Frame printed = sheet.text(x + 6, top + 10, LABEL, label);
    Frame filled = sheet.text(x + 6, top + 25.5, FILLED, value);
    sheet.addParagraph(label + "\n" + value, printed.with(filled));
  }

  private void comb(double top, String label, String value, int cells) {
    Frame printed = sheet.text(LEFT, top + 6, LABEL, label);
    double side = 20;
    Frame all = Frame.of(LEFT, top + 12, side * cells, side);
    sheet.canvas().outline(all, 0.7, BORDER);
    for (int i = 0; i < cells; i++) {
      double x = LEFT + i * side;
      if (i > 0) {
        sheet.canvas().line(x, all.top(), x, all.bottom(), 0.5, BORDER);
      }
      if (i < value.length()) {
        sheet.textCentred(x + side / 2, all.bottom() - 6.2, FILLED, value.substring(i, i + 1));
      }
    }
    sheet.addParagraph(label + "\n" + value, printed.with(all));
  }

  private void ticks(double top, List<String> texts, Set<String> ticked) {
    double step = (WIDTH - 54) / 3;
    for (int i = 0; i < texts.size(); i++) {
      tick(LEFT + (i % 3) * step, top + (i / 3) * 20, ticked.contains(texts.get(i)), texts.get(i));
    }
  }

  private void tick(double x, double top, boolean ticked, String text) {
    Frame box = Frame.of(x, top, 10, 10);
    sheet.canvas().fill(box, Color.WHITE);
    sheet.canvas().outline(box, 0.9, NAVY);
    if (ticked) {
      sheet.canvas().line(x + 1.6, top + 5, x + 4.2, top + 8.4, 1.6, BLUE);
      sheet.canvas().line(x + 3.8, top + 8.4, x + 10.4, top - 1.4, 1.6, BLUE);
    }
    Frame printed = sheet.text(x + 17, top + 8.3, BODY, text);
    sheet.addParagraph((ticked ? "☑ " : "☐ ") + text, box.with(printed));
  }

  private void signature() {
    double line = 588;
    field(LEFT, 556, 150, "Date", "15 / 01 / 2026");
    sheet.canvas().line(LEFT + 264, line, LEFT + WIDTH, line, 0.7, BORDER);
    Path2D pen = new Path2D.Double();
    double x = LEFT + 286;
    double y = line - 9;
    pen.moveTo(x, y);
    pen.curveTo(x + 10, y - 30, x + 26, y - 34, x + 22, y - 14);
    pen.curveTo(x + 18, y + 8, x + 2, y + 10, x + 6, y - 6);
    pen.curveTo(x + 12, y - 24, x + 30, y - 12, x + 38, y - 4);
    pen.curveTo(x + 46, y + 2, x + 46, y - 14, x + 54, y - 12);
    pen.curveTo(x + 60, y - 10, x + 54, y + 2, x + 62, y);
    pen.curveTo(x + 72, y - 3, x + 68, y - 16, x + 76, y - 12);
    pen.curveTo(x + 80, y - 8, x + 76, y + 4, x + 84, y);
    pen.curveTo(x + 100, y - 10, x + 128, y - 12, x + 150, y - 15);
    Pen.draw(sheet.canvas(), pen, 1.25, BLUE);
    sheet.add(new Image(sheet.box(Frame.of(x - 2, y - 31, 154, 38))));
    String label = "Signature of the applicant";
    sheet.addParagraph(label, sheet.text(LEFT + 264, line + 10, LABEL, label));
  }

  private void office() {
    Frame area = Frame.of(LEFT, 622, WIDTH, 76);
    sheet.canvas().fill(area, SHADE);
    TextStyle head = new TextStyle(Typeface.SANS_BOLD, 8, NAVY, 0.6);
    Frame title = sheet.text(LEFT + 12, area.top() + 17, head, "FOR THE ARCHIVE ONLY");
    sheet.add(new Heading(sheet.box(title), 2, "FOR THE ARCHIVE ONLY"));
    double top = area.top() + 29;
    double width = (WIDTH - 24 - 2 * GUTTER) / 3;
    String[][] fields = {
      {"Identity seen", "Passport"}, {"Card issued", "BR 20 988"}, {"Valid until", "31 / 01 / 2028"}
    };
    for (int i = 0; i < fields.length; i++) {
      double x = LEFT + 12 + i * (width + GUTTER);
      sheet.canvas().fill(Frame.of(x, top, width, 32), Color.WHITE);
      field(x, top, width, fields[i][0], fields[i][1]);
    }
  }

  private void footer() {
    TextStyle small = new TextStyle(Typeface.SANS, 8, GREY);
    String text = "A sample form: the applicant and the archive are invented.";
    sheet.addParagraph(text, sheet.text(LEFT, 744, small, text));
    sheet.addParagraph("Page 1 of 1", sheet.textRight(LEFT + WIDTH, 744, small, "Page 1 of 1"));
  }
}
