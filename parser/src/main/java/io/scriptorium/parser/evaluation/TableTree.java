package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.parser.text.EditDistance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as a tree of rows and cells, its nodes in post-order; the table itself comes last. */
final class TableTree {
  private final List<Node> nodes = new ArrayList<>();
  private final int[] leftmost;
  private final int characters;

  /**
   * @param row whether it is a row; neither row nor cell is the table
   * @param cell what stands in it, for a cell
   */
  private record Node(int leftmost, boolean row, @Nullable CellNode cell) {}

  private record CellNode(int colspan, int rowspan, int[] text, EditDistance distance) {
    static CellNode of(Cell cell) {
      int[] text = NormalText.codePoints(cell.text());
      return new CellNode(cell.colspan(), cell.rowspan(), text, new EditDistance(text));
    }
  }

  TableTree(Grid grid) {
    int length = 0;
    for (List<Cell> row : grid.rows()) {
      int first = nodes.size();
      for (Cell cell : row) {
        CellNode content = CellNode.of(cell);
        length += content.text.length;
        nodes.add(new Node(nodes.size(), false, content));
      }
      nodes.add(new Node(first, true, null));
    }
    nodes.add(new Node(0, false, null));
    leftmost = nodes.stream().mapToInt(Node::leftmost).toArray();
    characters = length;
  }

  /** Rows and cells; the table itself is not counted. */
  int size() {
    return nodes.size() - 1;
  }

  /** Characters in all cells. */
  int characters() {
    return characters;
  }

  double distanceTo(TableTree other, boolean structureOnly) {
    return TreeEditDistance.between(
        leftmost,
        other.leftmost,
        (i, j) -> renaming(nodes.get(i), other.nodes.get(j), structureOnly));
  }

  private static double renaming(Node from, Node to, boolean structureOnly) {
    CellNode a = from.cell;
    CellNode b = to.cell;
    if (a == null || b == null) {
      return a == null && b == null && from.row == to.row ? 0 : 1;
    }
    if (a.colspan != b.colspan || a.rowspan != b.rowspan) {
      return 1;
    }
    int longer = Math.max(a.text.length, b.text.length);
    return structureOnly || longer == 0 ? 0 : (double) a.distance.to(b.text) / longer;
  }
}
