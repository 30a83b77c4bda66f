package io.scriptorium.htmlschema.export;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.ChemicalFormula;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ImageText;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.MusicSheet;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Role;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a document as hOCR 1.2, in pixels of the page images. Safe for use by several threads.
 *
 * <p>Nothing is made up: blocks and list items have their boxes, and there are no elements for
 * lines and words, as no model tells where they are. The capabilities of the file say so.
 */
public final class Hocr {
  private static final String CAPABILITIES =
      "ocr_page ocr_carea ocr_par ocr_table ocr_image ocr_textimage ocr_float ocr_caption"
          + " ocr_math ocr_chem ocr_header ocr_footer ocr_pageno";
  private static final List<String> HEADINGS =
      List.of("ocr_chapter", "ocr_section", "ocr_subsection", "ocr_subsubsection");

  private final XmlText xml = new XmlText("<!DOCTYPE html>\n");

  private Hocr() {}

  /**
   * All pages as one file, to be stored as UTF-8.
   *
   * @param images of the pages, one for each
   * @param software version of the program that read the pages
   */
  public static String document(List<Page> pages, List<PageImage> images, String software) {
    if (pages.size() != images.size()) {
      throw new IllegalArgumentException(
          images.size() + " images do not belong to " + pages.size() + " pages");
    }
    return new Hocr().write(pages, images, software);
  }

  private String write(List<Page> pages, List<PageImage> images, String software) {
    xml.open("html", "xmlns", "http://www.w3.org/1999/xhtml").newLine();
    xml.open("head").newLine();
    xml.empty("meta", "charset", "utf-8").newLine();
    xml.open("title").text("hOCR").close().newLine();
    meta("ocr-system", "Scriptorium " + software);
    meta("ocr-capabilities", CAPABILITIES + " " + String.join(" ", HEADINGS));
    meta("ocr-number-of-pages", Integer.toString(pages.size()));
    xml.close().newLine().open("body").newLine();
    for (int i = 0; i < pages.size(); i++) {
      page(pages.get(i), i + 1, images.get(i));
    }
    xml.close().newLine().close().newLine();
    return xml.end();
  }

  private void meta(String name, String content) {
    xml.empty("meta", "name", name, "content", content).newLine();
  }

  private void page(Page page, int number, PageImage image) {
    StringBuilder title = new StringBuilder();
    if (!image.path().isEmpty()) {
      title.append("image \"").append(image.path()).append("\"; ");
    }
    title.append("bbox 0 0 ").append(page.size().width()).append(' ').append(page.size().height());
    title.append("; ppageno ").append(number - 1);
    if (image.dpi() > 0) {
      long dpi = Math.round(image.dpi());
      title.append("; scan_res ").append(dpi).append(' ').append(dpi);
    }
    String id = "page_" + number;
    xml.open("div", "class", "ocr_page", "id", id, "title", title.toString()).newLine();
    for (int i = 0; i < page.blocks().size(); i++) {
      write(page.blocks().get(i), "block_" + number + "_" + (i + 1));
    }
    xml.close().newLine();
  }

  private static String paragraphClass(Role role) {
    return switch (role) {
      case BODY -> "ocr_par";
      case HEADER -> "ocr_header";
      case FOOTER -> "ocr_footer";
      case PAGE_NUMBER -> "ocr_pageno";
    };
  }

  private void write(Block block, String id) {
    if (block instanceof Paragraph) {
      text("p", paragraphClass(block.marks().role()), block, id);
    } else if (block instanceof Heading heading) {
      heading(heading, id);
    } else if (block instanceof ListBlock list) {
      list(list, id);
    } else if (block instanceof Table table) {
      open("table", "ocr_table", table.box(), id);
      rows(table.grid());
      xml.close().newLine();
    } else if (block instanceof Chart chart) {
      open("div", "ocr_image", chart.box(), id);
      xml.open("table");
      rows(chart.data());
      xml.close().close().newLine();
    } else if (block instanceof Image) {
      open("div", "ocr_image", block.box(), id);
      xml.close().newLine();
    } else if (block instanceof Caption) {
      text("p", "ocr_caption", block, id);
    } else if (block instanceof ImageText) {
      text("div", "ocr_textimage", block, id);
    } else if (block instanceof Formula) {
      text("div", "ocr_math", block, id);
    } else if (block instanceof MusicSheet) {
      text("div", "ocr_float", block, id);
    } else if (block instanceof ChemicalFormula) {
      text("div", "ocr_chem", block, id);
    } else {
      throw new AssertionError("no hOCR form for " + block.getClass());
    }
  }

  private void heading(Heading heading, String id) {
    if (heading.level() <= HEADINGS.size()) {
      text("h" + heading.level(), HEADINGS.get(heading.level() - 1), heading, id);
    } else {
      text("p", "ocr_par", heading, id);
    }
  }

  private void list(ListBlock list, String id) {
    open("div", "ocr_carea", list.box(), id).newLine();
    for (int i = 0; i < list.items().size(); i++) {
      ListItem item = list.items().get(i);
      open("p", "ocr_par", item.box(), id + "_" + (i + 1));
      flowing(item.text());
      xml.close().newLine();
    }
    xml.close().newLine();
  }

  private void text(String name, String kind, Block block, String id) {
    open(name, kind, block.box(), id);
    flowing(ReadingText.of(block));
    xml.close().newLine();
  }

  private void rows(Grid grid) {
    for (List<Cell> row : grid.rows()) {
      xml.newLine().open("tr");
      row.forEach(this::cell);
      xml.close();
    }
  }

  private void cell(Cell cell) {
    List<String> spans = new ArrayList<>();
    if (cell.colspan() > 1) {
      spans.addAll(List.of("colspan", Integer.toString(cell.colspan())));
    }
    if (cell.rowspan() > 1) {
      spans.addAll(List.of("rowspan", Integer.toString(cell.rowspan())));
    }
    xml.open(cell.header() ? "th" : "td", spans.toArray(String[]::new));
    flowing(cell.text());
    xml.close();
  }

  private void flowing(String text) {
    String[] lines = text.split("\n", -1);
    xml.text(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      xml.empty("br").text(lines[i]);
    }
  }

  private XmlText open(String name, String kind, BoundingBox box, String id) {
    String place = "bbox %d %d %d %d".formatted(box.x1(), box.y1(), box.x2(), box.y2());
    return xml.open(name, "class", kind, "id", id, "title", place);
  }
}
