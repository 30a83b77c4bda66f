package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Continuation;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that goes on over pages, put together by the marks of its parts. Heads that later parts
 * repeat, and labels that parts at the right repeat, stand in it once. The parts stay on their
 * pages as they are.
 *
 * @param parts in the order of their pages, two or more
 */
public record JoinedTable(Grid grid, List<Part> parts) {
  public JoinedTable {
    parts = List.copyOf(parts);
  }

  /**
   * Where a part comes from, and where it is in the whole.
   *
   * @param page counted from 1
   * @param block counted from 1 on its page
   * @param box its place on its page
   * @param row of the whole, from 0, where the part begins
   * @param column of the whole, from 0, where the part begins
   * @param headRows rows at its top that are left out, as the whole has them already
   * @param labelColumns columns at its left that are left out likewise
   */
  public record Part(
      int page, int block, BoundingBox box, int row, int column, int headRows, int labelColumns) {}

  private record Key(int page, int table) {}

  private record Placed(PartMatrix matrix, PartMatrix.Place place) {}

  /**
   * The joined tables of a document in the order of their first parts. Parts whose marks do not
   * fit, as those of a file may, are tables of their own.
   */
  public static List<JoinedTable> of(List<Page> pages) {
    Map<Key, Placed> placed = new HashMap<>();
    Map<Key, PartMatrix> matrices = new LinkedHashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      for (TablePart part : TablePart.of(pages.get(i), i + 1)) {
        Key key = new Key(part.page(), part.table());
        Block block = pages.get(i).blocks().get(part.index());
        if (!joins(part, ((Table) block).continues(), key, placed)) {
          PartMatrix matrix = new PartMatrix(part);
          placed.put(key, new Placed(matrix, matrix.end()));
          matrices.put(key, matrix);
        }
      }
    }
    List<JoinedTable> joined = new ArrayList<>();
    for (PartMatrix matrix : matrices.values()) {
      if (matrix.inOrder().size() > 1 && matrix.isDense()) {
        joined.add(new TableJoiner(matrix).join());
      }
    }
    return joined;
  }

  private static boolean joins(
      TablePart part, @Nullable Continuation continues, Key key, Map<Key, Placed> placed) {
    if (continues == null || continues.page() >= part.page()) {
      return false;
    }
    Placed before = placed.get(new Key(continues.page(), continues.table()));
    if (before == null) {
      return false;
    }
    PartMatrix.Place place = before.place().next(continues.direction());
    if (!before.matrix().takes(part, place)) {
      return false;
    }
    before.matrix().put(part, place);
    placed.put(key, new Placed(before.matrix(), place));
    return true;
  }
}
