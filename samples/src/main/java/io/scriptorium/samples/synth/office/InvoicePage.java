package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays out one invoice from its head to its foot. */
final class InvoicePage {
  /** Where number and dates stand. */
  private enum DetailForm {
    TABLE,
    LINES,
    STRIP
  }

  private final Desk desk;
  private final Dice dice;
  private final Words words;
  private final PageStyle style;
  private final Setter setter;
  private final Frame area;
  private final double gap;
  private final InvoiceFacts facts;
  private final ItemTable table;
  private final Totals totals;
  private final Bill bill;
  private final boolean sumsInTable;
  private final TextStyle label;
  private final boolean labelCapitals;
  private final TextStyle body;

  InvoicePage(Desk desk) {
    this.desk = desk;
    this.dice = desk.dice();
    this.words = desk.words();
    this.style = desk.style();
    this.setter = new Setter(desk.sheet(), style.leading() / style.size());
    this.area = style.typeArea();
    this.gap = style.leading() * dice.between(0.8, 1.8);
    this.facts = InvoiceFacts.make(dice, words);
    this.bill = Bills.make(dice, words);
    boolean typed = dice.chance(0.08);
    this.table = new ItemTable(desk, bill, facts.currency(), typed);
    this.totals = new Totals(desk, table, facts.currency());
    this.sumsInTable = dice.chance(0.5);
    this.labelCapitals = dice.chance(0.25);
    this.label =
        dice.pick(
            style.small().in(style.text().bold()),
            style.small().in(style.accent()).in(style.text().bold()),
            style.bold(),
            style.heading(3).sized(style.size()));
    this.body = typed ? style.mono() : style.body();
  }

  void draw() {
    Piece foot = foot();
    double bottom = area.bottom() - foot.height() - 0.7 * gap;
    Stack above = head();
    Stack below = tail();
    double room = bottom - area.top() - above.height() - below.height() - 2 * gap;
    int count = fitting(room);
    Bill billed = bill.first(count);
    Piece items = items(billed);
    Stack whole = new Stack().add(above, 0).add(items, gap);
    if (!below.isEmpty()) {
      whole.add(below, gap);
    }
    if (whole.height() > bottom - area.top()) {
      throw new NoRoomException("the page has no room for " + count + " items");
    }
    whole.draw(area.left(), area.top());
    foot.draw(area.left(), area.bottom() - foot.height());
    facts.details().forEach(detail -> desk.values().put(detail.key(), detail.value()));
    table.tell(billed);
    totals.tell(billed);
  }

  /** How many of the items fit; a longer table is a higher one. */
  private int fitting(double room) {
    int most = bill.items().size();
    int fit = 0;
    while (fit < most) {
      int count = (fit + most + 1) / 2;
      if (items(bill.first(count)).height() <= room) {
        fit = count;
      } else {
        most = count - 1;
      }
    }
    if (fit == 0) {
      throw new NoRoomException("the page has no room for items");
    }
    return fit;
  }

  private Stack head() {
    Stack stack = new Stack();
    List<String> contact = new ArrayList<>();
    desk.values().put("seller_name", facts.seller().name());
    boolean addressed = dice.chance(0.85);
    if (addressed) {
      contact.addAll(facts.seller().address());
    }
    addContact(contact, "seller_phone", Term.PHONE, facts.phone(), 0.6);
    addContact(contact, "seller_email", Term.EMAIL, facts.email(), 0.6);
    addContact(contact, "seller_website", Term.WEBSITE, facts.website(), 0.35);
    if (contact.isEmpty()) {
      contact.add(facts.website());
      desk.values().put("seller_website", facts.website());
    }
    Letterhead letterhead =
        Letterhead.choose(setter, style, dice, facts.seller().name(), contact, area.width());
    if (addressed && letterhead.keepsLines()) {
      desk.values().put("seller_address", String.join("\n", facts.seller().address()));
    }
    boolean titleFirst = dice.chance(0.2);
    Piece title = title();
    stack.add(titleFirst ? title : letterhead, 0).add(titleFirst ? letterhead : title, gap);
    DetailForm form = dice.pick(DetailForm.values());
    if (form == DetailForm.STRIP) {
      stack.add(parties(null), gap).add(strip(), gap);
    } else {
      stack.add(parties(form), gap);
    }
    if (dice.chance(0.35)) {
      stack.add(
          setter.flowing(words.paragraph(dice.between(1, 2)), body, Align.LEFT, area.width()), gap);
    }
    return stack;
  }

  private void addContact(
      List<String> contact, String key, Term term, String value, double chance) {
    if (dice.chance(chance)) {
      contact.add(dice.chance(0.5) ? words.term(term) + " " + value : value);
      desk.values().put(key, value);
    }
  }

  private Piece title() {
    String title = words.term(Term.INVOICE);
    TextStyle large = style.heading(1).sized(style.size() * dice.between(1.5, 2.4));
    Align align = dice.pick(Align.LEFT, Align.LEFT, Align.RIGHT, Align.CENTRE);
    return setter.heading(1, title, large, align, area.width());
  }

  private String labelled(Term term) {
    String text = words.term(term);
    return labelCapitals ? text.toUpperCase(Locale.ROOT) : text;
  }

  /** Who buys, perhaps where it goes, and the details beside it. */
  private Piece parties(@Nullable DetailForm form) {
    double between = 1.6 * style.size();
    boolean third = form != null && dice.chance(0.25);
    boolean second = form == null && dice.chance(0.5);
    int columns = form == null ? (second ? 2 : 1) : third ? 3 : 2;
    double width = (area.width() - (columns - 1) * between) / Math.max(2, columns);
    SideBySide sides = new SideBySide();
    boolean mirrored = form != null && !third && dice.chance(0.3);
    double step = width + between;
    if (mirrored) {
      sides.add(details(form, width), 0).add(party(Term.BUYER, facts.buyer(), width), step);
    } else {
      sides.add(party(Term.BUYER, facts.buyer(), width), 0);
      if (third || second) {
        Party place = new Party(facts.buyer().name(), words.addressLines());
        sides.add(party(Term.SHIP_TO, place, width), step);
        desk.values().put("delivery_address", String.join("\n", place.address()));
      }
      if (form != null) {
        sides.add(details(form, width), (columns - 1) * step);
      }
    }
    desk.values().put("buyer_name", facts.buyer().name());
    desk.values().put("buyer_address", String.join("\n", facts.buyer().address()));
    return sides;
  }

  private Piece party(Term term, Party party, double width) {
    Stack stack = new Stack();
    if (term == Term.SHIP_TO || dice.chance(0.75)) {
      stack.add(setter.heading(2, labelled(term), label, Align.LEFT, width), 0);
    }
    TextStyle first = dice.chance(0.4) ? body.in(style.text().bold()) : body;
    return stack.add(
        setter.lines(party.lines(), first, body, Align.LEFT, width), 0.2 * style.size());
  }

  private Piece details(DetailForm form, double width) {
    if (form == DetailForm.LINES) {
      String sign = dice.pick(": ", " ", ": ");
      List<String> lines =
          facts.details().stream().map(detail -> detail.label() + sign + detail.value()).toList();
      return setter.lines(lines, body, dice.chance(0.6) ? Align.LEFT : Align.RIGHT, width);
    }
    double pad = 0.4 * style.size();
    TextStyle names = dice.chance(0.4) ? style.bold() : body;
    double name =
        facts.details().stream().mapToDouble(d -> names.width(d.label())).max().orElseThrow()
            + 2 * pad;
    double value =
        facts.details().stream().mapToDouble(d -> body.width(d.value())).max().orElseThrow()
            + 2 * pad;
    if (name + value > width) {
      throw new NoRoomException("the details need more than " + width + " points");
    }
    Ledger.Looks looks =
        new Ledger.Looks(
            dice.pick(Rules.GRID, Rules.ROWS, Rules.OPEN, Rules.OPEN, Rules.COLUMNS),
            pad,
            style.size() * dice.between(0.12, 0.4),
            null,
            style.pale(),
            style.hairline());
    boolean tinted = dice.chance(0.2);
    double spread = dice.chance(0.5) ? width - name - value : 0;
    Align align = dice.chance(0.5) ? Align.LEFT : Align.RIGHT;
    Ledger ledger =
        new Ledger(desk.sheet(), looks, List.of(Align.LEFT, align), name, value + spread);
    facts.details().forEach(d -> ledger.pair(names, d.label(), body, d.value(), tinted));
    return ledger;
  }

  /** The details in one row under their labels. */
  private Piece strip() {
    TextStyle names = style.small().in(style.text().bold());
    Ledger.Looks looks =
        new Ledger.Looks(
            dice.pick(Rules.GRID, Rules.ROWS, Rules.COLUMNS, Rules.BOOK),
            0.4 * style.size(),
            style.size() * dice.between(0.15, 0.45),
            dice.pick(null, style.pale()),
            style.pale(),
            style.hairline());
    int count = facts.details().size();
    double width = area.width() / count;
    List<Align> aligns = new ArrayList<>();
    double[] widths = new double[count];
    Align align = dice.pick(Align.LEFT, Align.CENTRE);
    for (int i = 0; i < count; i++) {
      Detail detail = facts.details().get(i);
      double own = Math.max(names.width(detail.label()), body.width(detail.value()));
      if (own + 2 * looks.padX() > width) {
        throw new NoRoomException("a detail needs more than " + width + " points");
      }
      aligns.add(align);
      widths[i] = width;
    }
    return new Ledger(desk.sheet(), looks, aligns, widths)
        .head(names, facts.details().stream().map(Detail::label).toList())
        .item(body, facts.details().stream().map(Detail::value).toList());
  }

  private Piece items(Bill billed) {
    Ledger ledger = table.set(billed, area.width());
    if (!sumsInTable) {
      return new Stack().add(ledger, 0).add(sums(billed), 0.8 * style.size());
    }
    for (Totals.Line line : totals.of(billed)) {
      TextStyle in = line.grand() ? table.text().in(style.text().bold()) : table.text();
      ledger.sum(in, line.label(), line.value(), line.grand());
    }
    return ledger;
  }

  /** The sums in a table of their own at the right. */
  private Piece sums(Bill billed) {
    List<Totals.Line> lines = totals.of(billed);
    TextStyle text = table.text();
    TextStyle bold = text.in(style.text().bold());
    double pad = table.looks().padX();
    double name = 0;
    double value = 0;
    for (Totals.Line line : lines) {
      TextStyle in = line.grand() ? bold : text;
      name = Math.max(name, in.width(line.label()) + 3 * pad);
      value = Math.max(value, in.width(line.value()) + 2 * pad);
    }
    Ledger.Looks looks =
        new Ledger.Looks(
            table.looks().rules() == Rules.ZEBRA ? Rules.OPEN : table.looks().rules(),
            pad,
            table.looks().padY(),
            null,
            style.pale(),
            table.looks().line());
    Ledger ledger = new Ledger(desk.sheet(), looks, List.of(Align.LEFT, Align.RIGHT), name, value);
    lines.forEach(
        line ->
            ledger.pair(
                line.grand() ? bold : text,
                line.label(),
                line.grand() ? bold : text,
                line.value(),
                line.grand()));
    double offset = area.width() - name - value;
    if (offset < 0) {
      throw new NoRoomException("the sums need more than " + area.width() + " points");
    }
    return new SideBySide().add(ledger, offset);
  }

  private Stack tail() {
    Stack stack = new Stack();
    double between = 1.6 * style.size();
    boolean two = dice.chance(0.4);
    double width = two ? (area.width() - between) / 2 : area.width();
    if (dice.chance(0.75)) {
      Piece payment = payment(width);
      stack.add(
          two ? new SideBySide().add(payment, 0).add(notes(width), width + between) : payment, 0);
    } else if (dice.chance(0.5)) {
      stack.add(notes(area.width()), 0);
    }
    if (dice.chance(0.2)) {
      stack.add(stamp(), gap);
    }
    return stack;
  }

  private Piece payment(double width) {
    List<String> lines = new ArrayList<>();
    if (dice.chance(0.5)) {
      lines.add(words.term(Term.BANK) + ": " + facts.bank());
      desk.values().put("bank_name", facts.bank());
    }
    if (dice.chance(0.4)) {
      lines.add(words.term(Term.ACCOUNT_HOLDER) + ": " + facts.seller().name());
    }
    lines.add(dice.pick("IBAN: ", "IBAN ") + facts.iban());
    desk.values().put("iban", facts.iban());
    if (!facts.sellerVat().isEmpty()) {
      lines.add(words.term(Term.VAT_NUMBER) + ": " + facts.sellerVat());
      desk.values().put("seller_vat_number", facts.sellerVat());
    }
    return new Stack()
        .add(setter.heading(2, labelled(Term.PAYMENT), label, Align.LEFT, width), 0)
        .add(setter.lines(lines, body, Align.LEFT, width), 0.2 * style.size());
  }

  private Piece notes(double width) {
    return new Stack()
        .add(setter.heading(2, labelled(Term.NOTES), label, Align.LEFT, width), 0)
        .add(
            setter.flowing(words.paragraph(dice.between(1, 3)), body, style.align(), width),
            0.2 * style.size());
  }

  private Piece stamp() {
    return new Stamp(
        setter, words.term(Term.PAID), style.bold().sized(1.6 * style.size()), dice, area.width());
  }

  private Piece foot() {
    Stack stack = new Stack();
    TextStyle small = style.small();
    if (dice.chance(0.6)) {
      stack.add(
          setter.flowing(
              dice.chance(0.5) ? words.sentence() : facts.seller().name() + " · " + facts.website(),
              small,
              dice.chance(0.5) ? Align.CENTRE : Align.LEFT,
              area.width()),
          0);
    }
    if (dice.chance(0.4)) {
      String page = words.term(Term.PAGE).replace("{1}", "1").replace("{2}", "1");
      stack.add(
          setter.lines(
              List.of(page), small, dice.pick(Align.LEFT, Align.CENTRE, Align.RIGHT), area.width()),
          0.2 * style.size());
    }
    return new Ruled(desk.sheet(), stack, area.width(), dice.chance(0.4), style.hairline());
  }
}
