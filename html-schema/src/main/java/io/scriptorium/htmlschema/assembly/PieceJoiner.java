package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
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
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one page of parts that were read one by one. What a cut went through is joined again where
 * both sides are of one kind and {@link Seam} finds that they belong together: the lines of a
 * paragraph, the items of a list, and the rows of a table, of which those with fewer columns get
 * empty cells. Nothing else is changed and nothing is left out.
 */
public final class PieceJoiner {
  private final PageSize page;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();
  private int pieces;

  /** The last block as it lies on a page that was levelled. */
  private @Nullable Block last;

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
    for (Block block : piece.reading().page().blocks()) {
      Block level = levelled.block(block);
      if (first && last != null && new Seam(last, level, piece.goesOn()).isOne()) {
        blocks.add(joined(blocks.remove(blocks.size() - 1), moved.block(block)));
        last = joined(last, level);
      } else {
        blocks.add(moved.block(block));
        last = level;
      }
      first = false;
    }
  }

  /** Both are of the same kind. */
  private static Block joined(Block upper, Block lower) {
    BoundingBox box = upper.box().union(lower.box());
    if (upper instanceof Table begun) {
      return table(box, begun, (Table) lower);
    }
    if (upper instanceof ListBlock begun) {
      return list(box, begun, (ListBlock) lower);
    }
    return paragraph(box, (Paragraph) upper, (Paragraph) lower);
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
    Marks marks = JoinedMarks.of(begun.marks(), text.length(), rest.marks(), rest.text().length());
    return new Paragraph(box, joined.toString(), marks);
  }

  private static ListBlock list(BoundingBox box, ListBlock begun, ListBlock rest) {
    List<ListItem> items = new ArrayList<>(begun.items());
    items.addAll(rest.items());
    Marks marks =
        JoinedMarks.of(begun.marks(), begun.items().size(), rest.marks(), rest.items().size());
    return new ListBlock(box, begun.ordered(), items, marks);
  }

  private static Table table(BoundingBox box, Table begun, Table rest) {
    int columns = Math.max(begun.grid().columns(), rest.grid().columns());
    List<List<Cell>> rows = new ArrayList<>();
    for (Table part : List.of(begun, rest)) {
      int missing = columns - part.grid().columns();
      part.grid().rows().forEach(row -> rows.add(filled(row, missing)));
    }
    int upper = begun.grid().rows().size();
    Marks marks = JoinedMarks.of(begun.marks(), upper, rest.marks(), rest.grid().rows().size());
    return new Table(box, new Grid(rows), marks, null);
  }

  /** The row and so many empty cells, which are heads where all others are. */
  private static List<Cell> filled(List<Cell> row, int missing) {
    List<Cell> all = new ArrayList<>(row);
    all.addAll(Collections.nCopies(missing, new Cell("", 1, 1, TableText.isHead(row))));
    return all;
  }
}
