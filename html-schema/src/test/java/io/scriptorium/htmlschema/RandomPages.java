package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes valid pages of all kinds of blocks from a seed. */
public final class RandomPages {
  private static final String[] WORDS = {
    "a",
    "Rechnung",
    "漢字",
    "<p>",
    "</div>",
    "&amp;",
    "&",
    "\"",
    "'",
    "#",
    "```",
    "-->",
    "\u00A0",
    "𝄞",
    "x<y",
    "\\frac{1}{2}",
    "é",
    "ש",
    "<|im_end|>",
    "\uFFFD",
    "]]>",
    "<!--",
    "data-bbox=\"1\""
  };

  private final Random random;

  public RandomPages(long seed) {
    random = new Random(seed);
  }

  public Page page() {
    PageSize size = new PageSize(1 + random.nextInt(2000), 1 + random.nextInt(2000));
    List<Block> blocks = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      blocks.add(block(size));
    }
    return new Page(size, blocks);
  }

  /** Up to four pages whose blocks have marks, and whose tables go on from earlier ones. */
  List<Page> document() {
    List<Page> pages = new ArrayList<>();
    List<Integer> tables = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Page page = page();
      List<Block> blocks = page.blocks().stream().map(block -> marked(block, tables)).toList();
      tables.add((int) blocks.stream().filter(Table.class::isInstance).count());
      pages.add(new Page(page.size(), blocks));
    }
    return pages;
  }

  private Block marked(Block block, List<Integer> tables) {
    Role[] roles = Role.values();
    Marks marks = Marks.NONE.withRole(roles[random.nextInt(roles.length)]);
    Block marked = block.with(random.nextBoolean() ? marks : marks.withConfidence(unit()));
    int page = tables.isEmpty() ? 0 : random.nextInt(tables.size());
    if (marked instanceof Table table && !tables.isEmpty() && tables.get(page) > 0) {
      int part = 1 + random.nextInt(tables.get(page));
      Continuation.Direction[] directions = Continuation.Direction.values();
      Continuation.Direction direction = directions[random.nextInt(directions.length)];
      return table.continuing(new Continuation(direction, page + 1, part));
    }
    return marked;
  }

  private double unit() {
    return random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
  }

  private Block block(PageSize size) {
    BoundingBox box = box(size);
    return switch (random.nextInt(11)) {
      case 0 -> new Paragraph(box, text(" \n"));
      case 1 -> new Heading(box, 1 + random.nextInt(6), text(" \n"));
      case 2 -> new ListBlock(box, random.nextBoolean(), items(size));
      case 3 -> new Table(box, grid());
      case 4 -> new Chart(box, grid());
      case 5 -> {
        Formula.Kind[] kinds = Formula.Kind.values();
        yield new Formula(box, kinds[random.nextInt(kinds.length)], text(" \n\t"));
      }
      case 6 -> new Image(box);
      case 7 -> new Caption(box, text(" \n"));
      case 8 -> new ImageText(box, text(" \n"));
      case 9 -> new MusicSheet(box, text(" \n\t"));
      default -> new ChemicalFormula(box, text(" \n\t"));
    };
  }

  private BoundingBox box(PageSize size) {
    int x = random.nextInt(size.width());
    int y = random.nextInt(size.height());
    return new BoundingBox(
        x, y, x + 1 + random.nextInt(size.width() - x), y + 1 + random.nextInt(size.height() - y));
  }

  private List<ListItem> items(PageSize size) {
    List<ListItem> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(new ListItem(box(size), text(" \n")));
    }
    return items;
  }

  /** A grid cut out of overlapping, ragged rows. */
  private Grid grid() {
    GridBuilder builder = new GridBuilder(new RepairLog());
    for (int row = random.nextInt(5); row > 0; row--) {
      builder.row();
      for (int column = random.nextInt(5); column > 0; column--) {
        builder.cell(text(" \n"), random.nextInt(4), random.nextInt(4), random.nextBoolean());
      }
    }
    return builder.build();
  }

  private String text(String spaces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      for (int space = random.nextInt(3); space > 0; space--) {
        text.append(spaces.charAt(random.nextInt(spaces.length())));
      }
    }
    return text.toString();
  }
}
