package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Repair;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Makes one page of parts that were read one by one. What a cut went through is joined again where
 * both sides are of one kind: the lines of a paragraph, the items of a list, and the rows of a
 * table, which {@link CutTable} knows by where they lie. Nothing else is changed and nothing is
 * left out.
 */
public final class PieceJoiner {
  private final PageSize page;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();
  private int pieces;

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
    List<Block> more = piece.reading().page().blocks().stream().map(moved::block).toList();
    int first = 0;
    if (!more.isEmpty() && !blocks.isEmpty()) {
      int last = blocks.size() - 1;
      Block joined = joined(blocks.get(last), more.get(0), piece.goesOn());
      if (joined != null) {
        blocks.set(last, joined);
        first = 1;
      }
    }
    blocks.addAll(more.subList(first, more.size()));
  }

  private static @Nullable Block joined(Block upper, Block lower, boolean goesOn) {
    BoundingBox box = upper.box().union(lower.box());
    if (upper instanceof Table begun && lower instanceof Table rest) {
      CutTable cut = new CutTable(begun, rest);
      return cut.isOne(goesOn) ? table(box, cut) : null;
    }
    if (upper instanceof ListBlock begun && lower instanceof ListBlock rest) {
      return isOneList(begun, rest, goesOn) ? list(box, begun, rest) : null;
    }
    if (upper instanceof Paragraph begun && lower instanceof Paragraph rest) {
      boolean isOne = goesOn && isBelow(begun.box(), rest.box());
      return isOne ? paragraph(box, begun, rest) : null;
    }
    return null;
  }

  /** And not beside it: the last field of a form's row and the first of the next are two. */
  private static boolean isBelow(BoundingBox upper, BoundingBox lower) {
    int common = Math.min(upper.x2(), lower.x2()) - Math.max(upper.x1(), lower.x1());
    return 2 * common >= Math.min(upper.x2() - upper.x1(), lower.x2() - lower.x1());
  }

  private static Paragraph paragraph(BoundingBox box, Paragraph begun, Paragraph rest) {
    String text = begun.text();
    BrokenWords words = BrokenWords.of(List.of(text, rest.text()));
    StringBuilder joined = new StringBuilder(text);
    if (words.isBroken(text, rest.text())) {
      words.append(joined, rest.text());
    } else {
      joined.append(text.isEmpty() || rest.text().isEmpty() ? "" : " ").append(rest.text());
    }
    Marks marks = marks(begun.marks(), text.length(), rest.marks(), rest.text().length());
    return new Paragraph(box, joined.toString(), marks);
  }

  /** Items may be as far from each other as they are high, and begin one below the other. */
  private static boolean isOneList(ListBlock begun, ListBlock rest, boolean goesOn) {
    double item = Math.min(itemHeight(begun), itemHeight(rest));
    boolean aligned = Math.abs(begun.box().x1() - rest.box().x1()) <= item / 2;
    boolean below = Math.abs(rest.box().y1() - begun.box().y2()) <= item;
    return begun.ordered() == rest.ordered() && (goesOn || (aligned && below));
  }

  private static double itemHeight(ListBlock list) {
    int items = Math.max(1, list.items().size());
    return (double) (list.box().y2() - list.box().y1()) / items;
  }

  private static ListBlock list(BoundingBox box, ListBlock begun, ListBlock rest) {
    List<ListItem> items = new ArrayList<>(begun.items());
    items.addAll(rest.items());
    Marks marks = marks(begun.marks(), begun.items().size(), rest.marks(), rest.items().size());
    return new ListBlock(box, begun.ordered(), items, marks);
  }

  private static Table table(BoundingBox box, CutTable cut) {
    Table begun = cut.upper();
    Table rest = cut.lower();
    int upper = begun.grid().rows().size();
    Marks marks = marks(begun.marks(), upper, rest.marks(), rest.grid().rows().size());
    return new Table(box, cut.grid(), marks, null);
  }

  /** The geometric mean of both, by how much there is of each. */
  private static Marks marks(Marks upper, int much, Marks lower, int more) {
    OptionalDouble one = upper.confidence();
    OptionalDouble other = lower.confidence();
    if (one.isEmpty() || other.isEmpty() || much + more == 0) {
      return Marks.NONE;
    }
    double share = (double) much / (much + more);
    double mean = Math.pow(one.getAsDouble(), share) * Math.pow(other.getAsDouble(), 1 - share);
    return Marks.NONE.withConfidence(Math.min(1, mean));
  }
}
