package io.scriptorium.parser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.ChemicalFormula;
import io.scriptorium.htmlschema.Continuation;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ImageText;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.MusicSheet;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.htmlschema.assembly.JoinedTable;
import java.util.List;
import java.util.Locale;

/** The part of {@code document.json} that tells about one block: its kind, place and content. */
final class BlockMetadata {
  private BlockMetadata() {}

  static void write(Block block, ObjectNode node) {
    if (block instanceof Paragraph paragraph) {
      start(node, "paragraph", block).put("text", paragraph.text());
    } else if (block instanceof Heading heading) {
      start(node, "heading", block).put("level", heading.level()).put("text", heading.text());
    } else if (block instanceof ListBlock list) {
      start(node, "list", block).put("ordered", list.ordered());
      writeItems(list.items(), node.putArray("items"));
    } else if (block instanceof Table table) {
      start(node, "table", block);
      if (table.continues() != null) {
        write(table.continues(), node.putObject("continues"));
      }
      writeRows(table.grid(), node);
    } else if (block instanceof Chart chart) {
      writeRows(chart.data(), start(node, "chart", block));
    } else if (block instanceof Formula formula) {
      start(node, "formula", block)
          .put("setting", formula.kind().name().toLowerCase(Locale.ROOT))
          .put("latex", formula.latex());
    } else if (block instanceof Image) {
      start(node, "image", block);
    } else if (block instanceof Caption caption) {
      start(node, "caption", block).put("text", caption.text());
    } else if (block instanceof ImageText imageText) {
      start(node, "image_text", block).put("text", imageText.text());
    } else if (block instanceof MusicSheet music) {
      start(node, "music", block).put("abc", music.abc());
    } else if (block instanceof ChemicalFormula chemical) {
      start(node, "chemical_formula", block).put("smiles", chemical.smiles());
    } else {
      throw new AssertionError("no JSON form for " + block.getClass());
    }
  }

  /** A table over several pages, and where its parts come from. */
  static void write(JoinedTable table, ObjectNode node) {
    ArrayNode parts = node.putArray("parts");
    for (JoinedTable.Part part : table.parts()) {
      ObjectNode partNode = parts.addObject();
      partNode.put("page", part.page()).put("block", part.block());
      write(part.box(), partNode);
      partNode.put("row", part.row()).put("column", part.column());
      partNode.put("headRows", part.headRows()).put("labelColumns", part.labelColumns());
    }
    writeRows(table.grid(), node);
  }

  private static void write(Continuation part, ObjectNode node) {
    node.put("direction", part.direction().attribute());
    node.put("page", part.page()).put("table", part.table());
  }

  private static ObjectNode start(ObjectNode node, String kind, Block block) {
    node.put("kind", kind);
    write(block.box(), node);
    Marks marks = block.marks();
    if (marks.role().isRunning()) {
      node.put("role", marks.role().attribute());
    }
    if (marks.confidence().isPresent()) {
      node.put("confidence", marks.confidence().getAsDouble());
    }
    return node;
  }

  private static void writeItems(List<ListItem> items, ArrayNode nodes) {
    for (ListItem item : items) {
      ObjectNode node = nodes.addObject();
      write(item.box(), node);
      node.put("text", item.text());
    }
  }

  private static void writeRows(Grid grid, ObjectNode node) {
    ArrayNode rows = node.putArray("rows");
    for (List<Cell> row : grid.rows()) {
      ArrayNode cells = rows.addArray();
      for (Cell cell : row) {
        write(cell, cells.addObject());
      }
    }
  }

  /** What is usual for a cell is left out. */
  private static void write(Cell cell, ObjectNode node) {
    node.put("text", cell.text());
    if (cell.colspan() > 1) {
      node.put("colspan", cell.colspan());
    }
    if (cell.rowspan() > 1) {
      node.put("rowspan", cell.rowspan());
    }
    if (cell.header()) {
      node.put("header", true);
    }
  }

  private static void write(BoundingBox box, ObjectNode node) {
    node.putArray("box").add(box.x1()).add(box.y1()).add(box.x2()).add(box.y2());
  }
}
