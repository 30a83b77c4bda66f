package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Repair;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one page of parts that were read one by one. What a cut went through, or was read as two,
 * is joined again where {@link Seam} finds that both belong together: the lines of a paragraph, a
 * heading or a caption, the items of a list, a list and the rest of its last item, and the rows of
 * a table. {@link StackedRows} says what becomes of rows with fewer columns. Nothing else is
 * changed and nothing is left out.
 */
public final class PieceJoiner {
  private final PageSize page;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();
  private int pieces;

  private @Nullable Levelled last;

  /**
   * A block as it lies on a page that was levelled.
   *
   * @param lines of type, if it is a table
   */
  private record Levelled(Block block, List<BoundingBox> lines) {
    static Levelled of(Block block, ReadPiece piece, Moved moved) {
      List<BoundingBox> lines =
          block instanceof Table
              ? piece.lines().stream().filter(line -> isIn(line, block.box())).distinct().toList()
              : List.of();
      return new Levelled(moved.block(block), lines.stream().map(moved::box).toList());
    }

    private static boolean isIn(BoundingBox line, BoundingBox box) {
      int x = (line.x1() + line.x2()) / 2;
      int y = (line.y1() + line.y2()) / 2;
      return x >= box.x1() && x < box.x2() && y >= box.y1() && y < box.y2();
    }

    /** Whether both are tables and the lines of one go on in the other. */
    boolean goesOnIn(Levelled lower) {
      return hasItsRows() && lower.hasItsRows() && RowSpacing.goesOn(lines, lower.lines);
    }

    /** Whether it is a table with lines for most rows: between those of a grid none are seen. */
    private boolean hasItsRows() {
      return block instanceof Table table && 2 * lines.size() > table.grid().rows().size();
    }

    Levelled joined(Levelled lower, Seam seam) {
      List<BoundingBox> all = new ArrayList<>(lines);
      all.addAll(lower.lines);
      return new Levelled(PieceJoiner.joined(block, lower.block, seam), all);
    }
  }

  private PieceJoiner(PageSize page) {
    this.page = page;
  }

  /**
   * Joins the parts of a page.
   *
   * @param page size of the whole page in pixels
   * @param pieces in reading order
   */
  public static PageReading join(PageSize page, List<ReadPiece> pieces) {
    PieceJoiner joiner = new PieceJoiner(page);
    pieces.forEach(joiner::add);
    return new PageReading(new Page(page, joiner.blocks), joiner.repairs);
  }

  private void add(ReadPiece piece) {
    pieces++;
    for (Repair repair : piece.reading().repairs()) {
      String place = "piece " + pieces + ", " + repair.place();
      repairs.add(new Repair(repair.code(), place, repair.message()));
    }
    Moved moved = new Moved(piece.left(), piece.top(), piece.slope(), page);
    Moved levelled = new Moved(piece.left(), piece.top(), 0, page);
    boolean first = true;
    boolean isListOpen = false;
    for (Block block : piece.reading().page().blocks()) {
      Levelled level = Levelled.of(block, piece, levelled);
      boolean cut = first || (isListOpen && block instanceof ListBlock);
      Optional<Seam> seam = seam(level, cut, first && piece.goesOn()).filter(Seam::isOne);
      // Behind the rest of its last item, or one that was read as a text, the list goes on.
      isListOpen = seam.filter(found -> found.isItem() || found.isNextItem()).isPresent();
      if (last != null && seam.isPresent()) {
        blocks.add(joined(blocks.remove(blocks.size() - 1), moved.block(block), seam.get()));
        last = last.joined(level, seam.get());
      } else {
        blocks.add(moved.block(block));
        last = level;
      }
      first = false;
    }
  }

  private Optional<Seam> seam(Levelled lower, boolean cut, boolean goesOn) {
    return Optional.ofNullable(last)
        .map(upper -> new Seam(upper.block(), lower.block(), cut, goesOn, upper.goesOnIn(lower)));
  }

  /** Both are of the same kind, or a list and the rest of its last item, or a caption and its. */
  private static Block joined(Block upper, Block lower, Seam seam) {
    BoundingBox box = upper.box().union(lower.box());
    if (upper instanceof Table begun) {
      return table(box, begun, (Table) lower, seam);
    }
    if (upper instanceof ListBlock begun && seam.isNextItem()) {
      String text = ReadingText.of(lower);
      String item = ItemMark.of(text).map(ItemMark::text).orElse(text);
      ListItem next = new ListItem(lower.box(), item);
      return list(
          box, begun, new ListBlock(lower.box(), begun.ordered(), List.of(next), lower.marks()));
    }
    if (upper instanceof ListBlock begun) {
      return lower instanceof Paragraph rest
          ? list(box, begun, rest)
          : list(box, begun, (ListBlock) lower);
    }
    if (upper instanceof Heading begun) {
      return heading(box, begun, (Heading) lower);
    }
    if (upper instanceof Caption begun) {
      return caption(box, begun, lower);
    }
    return paragraph(box, (Paragraph) upper, (Paragraph) lower);
  }

  private static Heading heading(BoundingBox box, Heading begun, Heading rest) {
    String text = begun.text();
    Marks marks = JoinedMarks.of(begun.marks(), text.length(), rest.marks(), rest.text().length());
    return new Heading(box, begun.level(), joined(text, rest.text()), marks);
  }

  private static Caption caption(BoundingBox box, Caption begun, Block rest) {
    String text = begun.text();
    String more = ReadingText.of(rest);
    Marks marks = JoinedMarks.of(begun.marks(), text.length(), rest.marks(), more.length());
    return new Caption(box, joined(text, more), marks);
  }

  private static Paragraph paragraph(BoundingBox box, Paragraph begun, Paragraph rest) {
    String text = begun.text();
    Marks marks = JoinedMarks.of(begun.marks(), text.length(), rest.marks(), rest.text().length());
    return new Paragraph(box, joined(text, rest.text()), marks);
  }

  private static String joined(String text, String rest) {
    BrokenWords words = BrokenWords.of(List.of(text, rest));
    StringBuilder joined = new StringBuilder(text);
    if (words.isBroken(text, rest)) {
      words.append(joined, rest);
    } else {
      joined.append(text.isEmpty() || rest.isEmpty() ? "" : " ").append(rest);
    }
    return joined.toString();
  }

  private static ListBlock list(BoundingBox box, ListBlock begun, Paragraph rest) {
    List<ListItem> items = new ArrayList<>(begun.items());
    ListItem item = items.remove(items.size() - 1);
    items.add(new ListItem(item.box().union(rest.box()), joined(item.text(), rest.text())));
    return new ListBlock(
        box, begun.ordered(), items, JoinedMarks.of(begun.marks(), items.size(), rest.marks(), 1));
  }

  private static ListBlock list(BoundingBox box, ListBlock begun, ListBlock rest) {
    List<ListItem> items = new ArrayList<>(begun.items());
    items.addAll(rest.items());
    Marks marks =
        JoinedMarks.of(begun.marks(), begun.items().size(), rest.marks(), rest.items().size());
    return new ListBlock(box, begun.ordered(), items, marks);
  }

  private static Table table(BoundingBox box, Table begun, Table rest, Seam seam) {
    Grid rows = StackedRows.of(begun.grid(), rest.grid(), seam.evenly(), seam.isUnderLast());
    int upper = begun.grid().rows().size();
    Marks marks = JoinedMarks.of(begun.marks(), upper, rest.marks(), rest.grid().rows().size());
    return new Table(box, rows, marks, null);
  }
}
