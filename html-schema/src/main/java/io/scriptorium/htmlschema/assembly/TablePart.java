package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table on its page.
 *
 * @param page counted from 1
 * @param table among the tables of the page, counted from 1
 * @param index among the blocks of the page, from 0
 * @param isFirst whether nothing of the body stands before it
 * @param isLast whether nothing of the body stands behind it
 */
record TablePart(
    int page,
    int table,
    int index,
    PageSize size,
    BoundingBox box,
    Grid grid,
    boolean isFirst,
    boolean isLast) {
  private static final int MAX_REMARK = 60;
  private static final Pattern REMARK =
      Pattern.compile(
          "(?iu).*\\b(continued|cont\\.|cont'd|carried forward|brought forward|fortsetzung|übertrag"
              + "|suite|à reporter|report|continuación|continúa|suma y sigue)(?!\\p{L}).*",
          Pattern.DOTALL);

  /** The tables of a page in their order. */
  static List<TablePart> of(Page page, int number) {
    int firstBody = Integer.MAX_VALUE;
    int lastBody = -1;
    for (int i = 0; i < page.blocks().size(); i++) {
      if (isBody(page.blocks().get(i))) {
        firstBody = Math.min(firstBody, i);
        lastBody = i;
      }
    }
    List<TablePart> parts = new ArrayList<>();
    for (int i = 0; i < page.blocks().size(); i++) {
      if (page.blocks().get(i) instanceof Table table) {
        parts.add(
            new TablePart(
                number,
                parts.size() + 1,
                i,
                page.size(),
                table.box(),
                table.grid(),
                i == firstBody,
                i == lastBody));
      }
    }
    return parts;
  }

  double left() {
    return (double) box.x1() / size.width();
  }

  double right() {
    return (double) box.x2() / size.width();
  }

  double top() {
    return (double) box.y1() / size.height();
  }

  double bottom() {
    return (double) box.y2() / size.height();
  }

  /** A remark that a table goes on does not come between its parts. */
  private static boolean isBody(Block block) {
    boolean remark =
        block instanceof Paragraph paragraph
            && paragraph.text().length() <= MAX_REMARK
            && REMARK.matcher(paragraph.text()).matches();
    return !block.marks().role().isRunning() && !remark;
  }
}
