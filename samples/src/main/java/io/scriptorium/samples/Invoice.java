package io.scriptorium.samples;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Column;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.SetCell;
import io.scriptorium.samples.drawing.SetTable;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/** A one-page invoice: letterhead, addresses, a table of items, taxes and the total. */
final class Invoice {
  private static final Color GREEN = new Color(0x1F5A46);
  private static final Color PALE = new Color(0xEAF2EE);
  private static final Color INK = new Color(0x222222);
  private static final Color GREY = new Color(0x5F6663);
  private static final Color HAIRLINE = new Color(0xC9D3CE);

  private static final TextStyle BODY = new TextStyle(Typeface.SANS, 9, INK);
  private static final TextStyle BOLD = BODY.in(Typeface.SANS_BOLD);
  private static final TextStyle LABEL = new TextStyle(Typeface.SANS_BOLD, 7.5, GREEN).tracked(0.6);
  private static final TextStyle SMALL = new TextStyle(Typeface.SANS, 8, GREY);

  private static final double LEFT = 54;
  private static final double RIGHT = 558;

  /**
   * @param price of one unit, in cents
   * @param goods whether the provincial tax applies
   */
  private record Line(String text, int quantity, String unit, long price, boolean goods) {
    long amount() {
      return quantity * price;
    }
  }

  private static final List<Line> LINES =
      List.of(
          new Line("Archival storage box, 390 × 260 × 110 mm", 24, "pc", 11_80, true),
          new Line("Folder, acid-free, foolscap, 300 g/m²", 500, "pc", 64, true),
          new Line("Interleaving tissue, 500 × 750 mm", 6, "ream", 42_50, true),
          new Line("Linen tape, unbleached, 25 mm × 50 m", 12, "roll", 9_35, true),
          new Line("Wheat starch paste, 1 kg", 3, "jar", 18_90, true),
          new Line("Binding repair, quarto volume (job 117)", 4, "vol.", 86_00, false),
          new Line("Map encapsulation, A1, polyester", 9, "sheet", 23_40, false),
          new Line("Delivery, two pallets", 1, "trip", 68_00, false));

  private Invoice() {}

  static void draw(Sheet sheet) {
    letterhead(sheet);
    sheet.add(
        new Heading(
            sheet.box(sheet.text(LEFT, 158, BODY.in(GREEN).sized(25), "Invoice")), 1, "Invoice"));
    address(
        sheet,
        LEFT,
        "BILL TO",
        List.of("Lower Brae Municipal Archive", "Purchasing", "2 Tollhouse Square", "Lower Brae"));
    address(
        sheet,
        LEFT + 172,
        "DELIVER TO",
        List.of("Lower Brae Municipal Archive", "Stacks, north gate", "Quarry Lane", "Lower Brae"));
    details(sheet);
    double end = items(sheet, 286);
    payment(sheet, end + 34);
    footer(sheet);
  }

  private static void letterhead(Sheet sheet) {
    Frame mark = Frame.of(LEFT, 46, 36, 36);
    leaf(sheet.canvas(), mark);
    sheet.add(new Image(sheet.box(mark)));
    Frame name =
        sheet.text(LEFT + 48, 64, new TextStyle(Typeface.SANS_BOLD, 18, GREEN), "Fernhollow");
    Frame trade =
        sheet.text(LEFT + 48.5, 79, new TextStyle(Typeface.SANS, 9, GREY, 1.1), "PAPER & PRINT");
    sheet.addParagraph("Fernhollow\nPAPER & PRINT", name, trade);
    Frame street = sheet.textRight(RIGHT, 55, SMALL, "14 Ferry Road, Lower Brae");
    Frame phone = sheet.textRight(RIGHT, 67, SMALL, "+1 555 0142");
    Frame mail = sheet.textRight(RIGHT, 79, SMALL, "accounts@fernhollow.example");
    sheet.addParagraph(
        "14 Ferry Road, Lower Brae\n+1 555 0142\naccounts@fernhollow.example", street, phone, mail);
    sheet.canvas().line(LEFT, 98, RIGHT, 98, 1.2, GREEN);
  }

  private static void leaf(Canvas canvas, Frame f) {
    Path2D tile = new Path2D.Double();
    double r = 7;
    tile.moveTo(f.left() + r, f.top());
    tile.lineTo(f.right() - r, f.top());
    tile.curveTo(f.right(), f.top(), f.right(), f.top(), f.right(), f.top() + r);
    tile.lineTo(f.right(), f.bottom() - r);
    tile.curveTo(f.right(), f.bottom(), f.right(), f.bottom(), f.right() - r, f.bottom());
    tile.lineTo(f.left() + r, f.bottom());
    tile.curveTo(f.left(), f.bottom(), f.left(), f.bottom(), f.left(), f.bottom() - r);
    tile.lineTo(f.left(), f.top() + r);
    tile.curveTo(f.left(), f.top(), f.left(), f.top(), f.left() + r, f.top());
    tile.closePath();
    canvas.fill(tile, GREEN);
    double stem = f.centre();
    for (int i = 0; i < 4; i++) {
      double y = f.bottom() - 8 - i * 5.2;
      double reach = 11 - i * 2.1;
      for (int side = -1; side <= 1; side += 2) {
        Path2D frond = new Path2D.Double();
        frond.moveTo(stem, y);
        frond.curveTo(
            stem + side * reach * 0.3,
            y - 5,
            stem + side * reach * 0.8,
            y - 6,
            stem + side * reach,
            y - 7.5);
        frond.curveTo(stem + side * reach, y - 3, stem + side * reach * 0.5, y + 0.5, stem, y);
        canvas.fill(frond, PALE);
      }
    }
    canvas.line(stem, f.bottom() - 5, stem, f.top() + 6, 1.1, PALE);
  }

  private static void address(Sheet sheet, double x, String label, List<String> lines) {
    Frame head = sheet.text(x, 190, LABEL, label);
    sheet.add(new Heading(sheet.box(head), 2, label));
    double baseline = 204;
    Frame all = null;
    for (String line : lines) {
      Frame set = sheet.text(x, baseline, all == null ? BOLD : BODY, line);
      all = all == null ? set : all.with(set);
      baseline += 12.5;
    }
    sheet.addParagraph(String.join("\n", lines), all);
  }

  private static void details(Sheet sheet) {
    SetTable table = new SetTable(RIGHT - 160, 180, 0, 70, 90);
    detail(table, "Invoice no.", "FH-2026-0117");
    detail(table, "Date", "15 January 2026");
    detail(table, "Your order", "BR-4402");
    detail(table, "Due", "14 February 2026");
    table.drawText(sheet.canvas());
    for (int row = 0; row <= 4; row++) {
      sheet.canvas().line(table.x(0), table.y(row), RIGHT, table.y(row), 0.5, HAIRLINE);
    }
    sheet.add(new Table(sheet.box(table.frame()), table.read()));
  }

  private static void detail(SetTable table, String label, String value) {
    table.row(17, SetCell.left(label, BODY.in(GREY)), SetCell.right(value, BODY));
  }

  private static double items(Sheet sheet, double top) {
    TextStyle head = new TextStyle(Typeface.SANS_BOLD, 8, Color.WHITE);
    SetTable table =
        new SetTable(LEFT, top, 8, 26, 246, 46, 46, 64, 76)
            .headerRow(
                21,
                SetCell.right("#", head),
                SetCell.left("Description", head),
                SetCell.right("Qty", head),
                SetCell.left("Unit", head),
                SetCell.right("Price", head),
                SetCell.right("Amount", head));
    long subtotal = 0;
    long goods = 0;
    int number = 1;
    for (Line line : LINES) {
      table.row(
          21,
          SetCell.right(String.valueOf(number++), BODY.in(GREY)),
          SetCell.left(line.text(), BODY),
          SetCell.right(String.valueOf(line.quantity()), BODY),
          SetCell.left(line.unit(), BODY),
          SetCell.right(money(line.price()), BODY),
          SetCell.right(money(line.amount()), BODY));
      subtotal += line.amount();
      goods += line.goods() ? line.amount() : 0;
    }
    long federal = percent(subtotal, 5);
    long provincial = percent(goods, 7);
    total(table, "Subtotal", subtotal, BODY, 20);
    total(table, "GST 5 % on " + money(subtotal), federal, BODY, 20);
    total(table, "PST 7 % on goods, " + money(goods), provincial, BODY, 20);
    total(
        table,
        "Total due (dollars)",
        subtotal + federal + provincial,
        BOLD.sized(11).in(GREEN),
        28);

    Canvas canvas = sheet.canvas();
    int rows = LINES.size() + 1;
    canvas.fill(new Frame(LEFT, table.y(0), RIGHT, table.y(1)), GREEN);
    canvas.fill(new Frame(table.x(2), table.y(rows + 3), RIGHT, table.bottom()), PALE);
    for (int row = 2; row < rows; row++) {
      canvas.line(LEFT, table.y(row), RIGHT, table.y(row), 0.5, HAIRLINE);
    }
    canvas.line(LEFT, table.y(rows), RIGHT, table.y(rows), 0.9, GREEN);
    canvas.line(table.x(2), table.y(rows + 3), RIGHT, table.y(rows + 3), 0.9, GREEN);
    table.drawText(canvas);
    sheet.add(new Table(sheet.box(table.frame()), table.read()));
    return table.bottom();
  }

  private static void total(
      SetTable table, String label, long cents, TextStyle style, double height) {
    table.row(height, SetCell.right(label, style).over(5, 1), SetCell.right(money(cents), style));
  }

  private static void payment(Sheet sheet, double top) {
    Column terms = new Column(sheet, LEFT, top, 236);
    terms
        .heading(2, "PAYMENT", LABEL, 12)
        .gap(3)
        .paragraph(
            "Please pay within 30 days and quote the invoice number. Account 004 117 at Brae"
                + " Valley Mutual, holder Fernhollow Paper & Print.",
            BODY,
            12.5,
            Align.LEFT);
    Column note = new Column(sheet, LEFT + 268, top, 236);
    note.heading(2, "NOTES", LABEL, 12)
        .gap(3)
        .paragraph(
            "Boxes and folders are buffered; please keep them apart from photographs. Unopened"
                + " packs are taken back within six weeks.",
            BODY,
            12.5,
            Align.LEFT);
  }

  private static void footer(Sheet sheet) {
    sheet.canvas().line(LEFT, 738, RIGHT, 738, 0.5, HAIRLINE);
    String text = "A sample invoice: all names, numbers and addresses are invented.";
    sheet.addParagraph(text, sheet.text(LEFT, 751, SMALL, text));
    sheet.addParagraph("1 / 1", sheet.textRight(RIGHT, 751, SMALL, "1 / 1"));
  }

  private static long percent(long cents, int percent) {
    return Math.floorDiv(cents * percent + 50, 100);
  }

  private static String money(long cents) {
    return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
  }
}
