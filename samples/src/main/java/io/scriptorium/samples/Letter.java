package io.scriptorium.samples;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Column;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Pen;
import io.scriptorium.samples.drawing.SetCell;
import io.scriptorium.samples.drawing.SetTable;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;

/** A typewritten letter over two pages, with a table of readings enclosed. */
final class Letter {
  private static final TextStyle TYPED = new TextStyle(Typeface.MONO, 10.5, Color.BLACK);
  private static final TextStyle PRINTED = new TextStyle(Typeface.SERIF, 9, Color.BLACK);
  private static final double LEADING = 15.5;
  private static final double LEFT = 82;
  private static final double RIGHT = 540;
  private static final double MEASURE = RIGHT - LEFT;

  private static final String[][] READINGS = {
    {"1", "1009.2", "1010.4", "4.1", "W 3", "cloudy"},
    {"2", "1011.8", "1013.0", "5.0", "W 2", "fair"},
    {"3", "1014.6", "1015.1", "6.3", "SW 2", "fair"},
    {"4", "1013.9", "1010.2", "7.8", "SW 4", "rain late"},
    {"5", "1003.5", "998.7", "8.2", "S 6", "rain"},
    {"6", "994.1", "991.6", "7.4", "S 7", "gale"},
    {"7", "993.0", "999.8", "5.5", "NW 6", "showers"},
    {"8", "1004.4", "1008.9", "3.9", "NW 4", "hail"},
    {"9", "1012.3", "1015.7", "2.7", "N 2", "clear"},
    {"10", "1018.0", "1019.6", "1.8", "N 1", "frost"},
    {"11", "1020.1", "1020.4", "2.2", "calm", "fog"},
    {"12", "1019.5", "1017.8", "3.6", "E 2", "fog, fair"},
    {"13", "1016.2", "1014.9", "4.4", "E 3", "fair"},
    {"14", "1013.7", "1012.5", "5.9", "SE 3", "cloudy"},
  };

  private Letter() {}

  static void first(Sheet sheet) {
    Frame house =
        sheet.textCentred(
            Sheet.WIDTH / 2,
            66,
            new TextStyle(Typeface.SERIF_BOLD, 17, Color.BLACK, 2.2),
            "HARROW LANE OBSERVATORY");
    sheet.add(new Heading(sheet.box(house), 1, "HARROW LANE OBSERVATORY"));
    String address = "Harrow Lane, Upper Sallow — telephone 555 0178";
    sheet.addParagraph(address, sheet.textCentred(Sheet.WIDTH / 2, 82, PRINTED, address));
    sheet.canvas().line(LEFT, 92, RIGHT, 92, 1.1, Color.BLACK);
    sheet.canvas().line(LEFT, 94.6, RIGHT, 94.6, 0.5, Color.BLACK);

    typed(sheet, RIGHT - TYPED.width("15 March 1974"), 132, "15 March 1974");
    typed(
        sheet,
        LEFT,
        166,
        "Miss Aurelie Fontgrave",
        "Weather Desk, The Sallow Courier",
        "9 Printers' Row",
        "Lower Sallow");
    new Column(sheet, LEFT, 240, MEASURE)
        .paragraph("Dear Miss Fontgrave,", TYPED, LEADING, Align.LEFT)
        .gap(LEADING)
        .heading(2, "The gale of 6 March, and our readings", TYPED.in(Typeface.MONO_BOLD), LEADING)
        .gap(LEADING)
        .paragraph(
            "Thank you for your letter of the 9th. You ask whether the gale that took the roof"
                + " off the boathouse was the worst in living memory, as the boatman says. It was"
                + " not, though I would not tell him so today.",
            TYPED,
            LEADING,
            Align.LEFT)
        .gap(LEADING)
        .paragraph(
            "Our glass fell to 991.6 on the evening of the 6th. The book shows four lower"
                + " readings since it was begun, the lowest of them, 971.3, on a December night"
                + " forty years ago. What was unusual was the speed of the fall: close on"
                + " nineteen points in two days, with the wind backing all the while.",
            TYPED,
            LEADING,
            Align.LEFT)
        .gap(LEADING)
        .paragraph(
            "You will find the readings for the first fortnight of the month on the sheet"
                + " enclosed. The two columns of pressure were taken at eight in the morning and"
                + " at eight in the evening; the temperature is the mean of the two. Wind is"
                + " given by quarter and force, as judged from the lower terrace.",
            TYPED,
            LEADING,
            Align.LEFT)
        .gap(LEADING)
        .paragraph(
            "I should add that the instrument was moved in February, by three yards and one"
                + " flight of stairs, when the old room was given to the library. We compared"
                + " both places for a week and found no difference worth writing down.",
            TYPED,
            LEADING,
            Align.LEFT);
    typed(sheet, RIGHT - TYPED.width("./. 2"), 700, "./. 2");
  }

  static void second(Sheet sheet) {
    typed(sheet, LEFT, 72, "- 2 -");
    Column text = new Column(sheet, LEFT, 98, MEASURE);
    text.paragraph(
            "If you print the figures, please say that they have not been reduced to sea"
                + " level. We stand at 212 feet, and our friends at the coast will otherwise"
                + " write to you, and then to me.",
            TYPED,
            LEADING,
            Align.LEFT)
        .gap(LEADING)
        .paragraph("Three things may be of use to your readers:", TYPED, LEADING, Align.LEFT)
        .gap(LEADING * 0.5)
        .bullets(
            List.of(
                "a glass that falls quickly matters more than one that stands low;",
                "a wind that backs against the sun seldom brings anything good;",
                "a boathouse should have its doors to the north."),
            TYPED,
            LEADING,
            Align.LEFT,
            LEADING * 0.4)
        .gap(LEADING)
        .paragraph(
            "The dome is open to visitors again on the last Friday of each month, weather"
                + " permitting. You would be most welcome, and so would the boatman.",
            TYPED,
            LEADING,
            Align.LEFT)
        .gap(LEADING)
        .paragraph("Yours sincerely,", TYPED, LEADING, Align.LEFT);
    sign(sheet, LEFT + 10, text.y() + 34);
    text.gap(LEADING * 3.6)
        .paragraph("Leopold Askew", TYPED, LEADING, Align.LEFT)
        .paragraph("Keeper of the instruments", TYPED, LEADING, Align.LEFT)
        .gap(LEADING * 1.5)
        .paragraph("Encl.: readings, 1 to 14 March", TYPED, LEADING, Align.LEFT);
  }

  private static void sign(Sheet sheet, double x, double y) {
    Path2D pen = new Path2D.Double();
    pen.moveTo(x + 16, y - 26);
    pen.curveTo(x + 4, y - 16, x - 2, y + 6, x + 8, y + 3);
    pen.curveTo(x + 18, y, x + 22, y - 10, x + 28, y - 9);
    pen.curveTo(x + 34, y - 7, x + 20, y + 4, x + 32, y + 1);
    pen.curveTo(x + 46, y - 4, x + 52, y - 28, x + 60, y - 27);
    pen.curveTo(x + 66, y - 24, x + 54, y + 4, x + 66, y);
    pen.curveTo(x + 74, y - 4, x + 72, y - 12, x + 80, y - 9);
    pen.curveTo(x + 86, y - 5, x + 80, y + 4, x + 92, y - 2);
    pen.curveTo(x + 104, y - 8, x + 112, y - 3, x + 126, y - 8);
    Pen.draw(sheet.canvas(), pen, 1.3, Color.BLACK);
    sheet.add(new Image(sheet.box(Frame.of(x, y - 28, 128, 34))));
  }

  static void readings(Sheet sheet) {
    String title = "Readings, 1 to 14 March 1974";
    TextStyle head = new TextStyle(Typeface.SERIF_BOLD, 15, Color.BLACK);
    Frame set = sheet.textCentred(Sheet.WIDTH / 2, 84, head, title);
    sheet.add(new Heading(sheet.box(set), 1, title));
    String place = "Harrow Lane Observatory, 212 feet above the sea";
    sheet.addParagraph(place, sheet.textCentred(Sheet.WIDTH / 2, 101, PRINTED.sized(10), place));

    TextStyle bold = new TextStyle(Typeface.SERIF_BOLD, 10, Color.BLACK);
    SetTable table =
        new SetTable(LEFT, 122, 9, 44, 82, 82, 80, 72, 98)
            .headerRow(
                22,
                SetCell.centred("Day", bold).over(1, 2),
                SetCell.centred("Pressure, millibars", bold).over(2, 1),
                SetCell.centred("Temperature,\ndegrees C", bold).over(1, 2),
                SetCell.centred("Wind", bold).over(1, 2),
                SetCell.centred("Weather", bold).over(1, 2))
            .headerRow(20, SetCell.centred("8 a.m.", bold), SetCell.centred("8 p.m.", bold));
    for (String[] day : READINGS) {
      table.row(
          23,
          SetCell.right(day[0], TYPED),
          SetCell.right(day[1], TYPED),
          SetCell.right(day[2], TYPED),
          SetCell.right(day[3], TYPED),
          SetCell.left(day[4], TYPED),
          SetCell.left(day[5], TYPED));
    }
    rule(sheet.canvas(), table);
    table.drawText(sheet.canvas());
    sheet.add(new Table(sheet.box(table.frame()), table.read()));
    new Column(sheet, LEFT, table.bottom() + 22, MEASURE)
        .paragraph(
            "Lowest reading: 991.6 on the evening of the 6th. Not reduced to sea level. Force of"
                + " the wind by the scale of twelve. Copied from the day book by L. A.",
            PRINTED.sized(10),
            13.5,
            Align.LEFT);
  }

  private static void rule(Canvas canvas, SetTable table) {
    Frame frame = table.frame();
    canvas.outline(frame, 1.3, Color.BLACK);
    canvas.line(table.x(1), table.y(1), table.x(3), table.y(1), 0.7, Color.BLACK);
    canvas.line(frame.left(), table.y(2), frame.right(), table.y(2), 1.1, Color.BLACK);
    for (int row = 3; row < READINGS.length + 2; row++) {
      canvas.line(frame.left(), table.y(row), frame.right(), table.y(row), 0.5, Color.BLACK);
    }
    for (int column = 1; column < 6; column++) {
      double top = column == 2 ? table.y(1) : frame.top();
      canvas.line(table.x(column), top, table.x(column), frame.bottom(), 0.7, Color.BLACK);
    }
  }

  private static void typed(Sheet sheet, double x, double baseline, String... lines) {
    Frame all = sheet.text(x, baseline, TYPED, lines[0]);
    for (int i = 1; i < lines.length; i++) {
      all = all.with(sheet.text(x, baseline + i * LEADING, TYPED, lines[i]));
    }
    sheet.addParagraph(String.join("\n", lines), all);
  }
}
