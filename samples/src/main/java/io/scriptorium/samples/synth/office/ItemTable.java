package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the items of one invoice are put into a table. */
final class ItemTable {
  /** A column of the table. */
  enum Field {
    POSITION("position", Term.POSITION),
    CODE("item_number", Term.ITEM),
    DESCRIPTION("description", Term.ITEM),
    QUANTITY("quantity", Term.QUANTITY),
    UNIT("unit", Term.UNIT),
    UNIT_PRICE("unit_price", Term.UNIT_PRICE),
    DISCOUNT("discount", Term.DISCOUNT),
    TAX_RATE("tax_rate", Term.VAT),
    AMOUNT("amount", Term.AMOUNT);

    private final String key;
    private final Term term;

    Field(String key, Term term) {
      this.key = key;
      this.term = term;
    }
  }

  private final Desk desk;
  private final Words words;
  private final PageStyle style;
  private final List<Field> fields;
  private final TextStyle text;
  private final TextStyle head;
  private final Ledger.Looks looks;
  private final boolean capitals;
  private final boolean signs;
  private final Currency currency;

  ItemTable(Desk desk, Bill bill, Currency currency, boolean typed) {
    this.desk = desk;
    this.words = desk.words();
    this.style = desk.style();
    Dice dice = desk.dice();
    this.currency = currency;
    this.fields = fields(dice, bill);
    this.text = typed ? style.mono() : dice.chance(0.6) ? style.body() : style.small();
    Color back = dice.pick(null, null, style.pale(), style.accent());
    TextStyle bold = text.in(style.text().bold());
    this.head =
        style.accent().equals(back)
            ? bold.in(style.paper())
            : dice.pick(bold, bold, text, bold.in(style.accent()));
    Rules rules = dice.pick(Rules.values());
    this.looks =
        new Ledger.Looks(
            rules,
            style.size() * dice.between(0.4, 0.8),
            style.size() * dice.between(0.18, 0.55),
            back,
            style.pale(),
            dice.pick(style.hairline(), style.ink(), style.accent()));
    this.capitals = dice.chance(0.15);
    this.signs = dice.chance(0.25);
  }

  private static List<Field> fields(Dice dice, Bill bill) {
    List<Field> fields = new ArrayList<>();
    if (dice.chance(0.45)) {
      fields.add(Field.POSITION);
    }
    if (dice.chance(0.25)) {
      fields.add(Field.CODE);
    }
    boolean quantityFirst = dice.chance(0.2);
    if (!quantityFirst) {
      fields.add(Field.DESCRIPTION);
    }
    fields.add(Field.QUANTITY);
    if (dice.chance(0.5)) {
      fields.add(Field.UNIT);
    }
    if (quantityFirst) {
      fields.add(Field.DESCRIPTION);
    }
    fields.add(Field.UNIT_PRICE);
    if (bill.items().stream().anyMatch(item -> item.discount() > 0)) {
      fields.add(Field.DISCOUNT);
    }
    boolean several = bill.items().stream().map(BillItem::rate).distinct().count() > 1;
    if (several || dice.chance(0.2)) {
      fields.add(Field.TAX_RATE);
    }
    fields.add(Field.AMOUNT);
    return fields;
  }

  /** Room above and below a line of the table. */
  Ledger.Looks looks() {
    return looks;
  }

  TextStyle text() {
    return text;
  }

  /**
   * The table without its sums.
   *
   * @param label of totals that have to find room in it as well
   */
  Ledger set(Bill bill, double width) {
    List<String> heads = new ArrayList<>(fields.stream().map(this::headOf).toList());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < bill.items().size(); i++) {
      BillItem item = bill.items().get(i);
      int position = i + 1;
      rows.add(fields.stream().map(field -> value(field, item, position)).toList());
    }
    int wide = fields.indexOf(Field.DESCRIPTION);
    double[] natural = new double[fields.size()];
    for (int column = 0; column < natural.length; column++) {
      natural[column] = head.width(heads.get(column));
      for (List<String> row : rows) {
        natural[column] = Math.max(natural[column], text.width(row.get(column)));
      }
    }
    int last = natural.length - 1;
    String total = words.amount(bill.total(), currency);
    natural[last] = Math.max(natural[last], text.in(style.text().bold()).width(total));
    double least = 9 * text.size();
    double[] widths = Ledger.widths(width, looks.padX(), wide, least, natural);
    List<Align> aligns = fields.stream().map(ItemTable::align).toList();
    Ledger ledger = new Ledger(desk.sheet(), looks, aligns, widths).head(head, heads);
    rows.forEach(row -> ledger.item(text, row));
    return ledger;
  }

  /** What is told of the items. */
  void tell(Bill bill) {
    for (int i = 0; i < bill.items().size(); i++) {
      Map<String, String> row = new LinkedHashMap<>();
      for (Field field : fields) {
        String value = value(field, bill.items().get(i), i + 1);
        if (!value.isEmpty()) {
          row.put(field.key, value);
        }
      }
      desk.values().addRow("items", row);
    }
  }

  private String headOf(Field field) {
    String name = field == Field.CODE ? code() : words.term(field.term);
    return capitals ? name.toUpperCase(Locale.ROOT) : name;
  }

  private String code() {
    return switch (words.language()) {
      case EN -> "Code";
      case DE -> "Art.-Nr.";
      case FR -> "Réf.";
      case ES -> "Ref.";
    };
  }

  private String value(Field field, BillItem item, int position) {
    return switch (field) {
      case POSITION -> String.valueOf(position);
      case CODE -> item.code();
      case DESCRIPTION -> item.description();
      case QUANTITY ->
          item.hundredths() % 100 == 0
              ? words.number(item.hundredths() / 100.0, 0)
              : words.number(item.hundredths() / 100.0, 2);
      case UNIT -> item.unit();
      case UNIT_PRICE -> amount(item.price());
      case DISCOUNT -> item.discount() == 0 ? "" : words.percent(item.discount());
      case TAX_RATE -> words.percent(item.rate());
      case AMOUNT -> amount(item.amount());
    };
  }

  /** An amount as in the table, with or without its currency. */
  String amount(long cents) {
    return signs ? words.amount(cents, currency) : words.amount(cents);
  }

  private static Align align(Field field) {
    return switch (field) {
      case DESCRIPTION, CODE, UNIT -> Align.LEFT;
      case POSITION -> Align.CENTRE;
      default -> Align.RIGHT;
    };
  }
}
