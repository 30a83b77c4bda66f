package io.scriptorium.htmlschema.export;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
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
import java.util.List;

/**
 * Writes a page as ALTO 4.4, in pixels of its image. Safe for use by several threads.
 *
 * <p>Nothing is made up: blocks and list items have their boxes. Lines and words have none, as no
 * model tells where they are, and a line of the file is a line of the text, which on the page may
 * be several.
 */
public final class Alto {
  private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";
  private static final List<String> TAGS =
      List.of(
          "heading1",
          "heading2",
          "heading3",
          "heading4",
          "heading5",
          "heading6",
          "caption",
          "image-text",
          "formula",
          "music",
          "chemistry",
          "header-cell",
          "header",
          "footer",
          "page-number");

  private final XmlText xml = new XmlText("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final String page;

  private Alto(int number) {
    this.page = "page" + number;
  }

  /**
   * One page as a file, to be stored as UTF-8.
   *
   * @param number of the page, from 1
   * @param software version of the program that read the page
   */
  public static String page(Page page, int number, PageImage image, String software) {
    return new Alto(number).write(page, number, image, software);
  }

  private String write(Page content, int number, PageImage image, String software) {
    xml.open("alto", "xmlns", NAMESPACE, "SCHEMAVERSION", "4.4").newLine();
    describe(image, software);
    tags();
    String width = Integer.toString(content.size().width());
    String height = Integer.toString(content.size().height());
    xml.open("Layout").newLine();
    xml.open(
            "Page",
            "ID",
            page,
            "PHYSICAL_IMG_NR",
            Integer.toString(number),
            "WIDTH",
            width,
            "HEIGHT",
            height)
        .newLine();
    xml.open("PrintSpace", "HPOS", "0", "VPOS", "0", "WIDTH", width, "HEIGHT", height).newLine();
    for (int i = 0; i < content.blocks().size(); i++) {
      write(content.blocks().get(i), page + ".block" + (i + 1));
    }
    xml.close().newLine().close().newLine().close().newLine().close().newLine();
    return xml.end();
  }

  private void describe(PageImage image, String software) {
    xml.open("Description").newLine();
    xml.open("MeasurementUnit").text("pixel").close().newLine();
    if (!image.path().isEmpty()) {
      xml.open("sourceImageInformation");
      xml.open("fileName").text(image.path()).close().close().newLine();
    }
    xml.open("Processing", "ID", "reading");
    xml.open("processingCategory").text("contentGeneration").close();
    xml.open("processingSoftware");
    xml.open("softwareName").text("Scriptorium").close();
    xml.open("softwareVersion").text(software).close();
    xml.close().close().newLine().close().newLine();
  }

  private void tags() {
    xml.open("Tags").newLine();
    for (String tag : TAGS) {
      xml.empty("StructureTag", "ID", tag, "LABEL", tag).newLine();
    }
    xml.close().newLine();
  }

  private void write(Block block, String id) {
    Role role = block.marks().role();
    if (block instanceof Paragraph && role.isRunning()) {
      text(block, id, "TAGREFS", role.attribute());
    } else if (block instanceof Paragraph) {
      text(block, id);
    } else if (block instanceof Heading heading) {
      text(block, id, "TAGREFS", "heading" + heading.level());
    } else if (block instanceof ListBlock list) {
      list(list, id);
    } else if (block instanceof Table table) {
      grid(table.grid(), table.box(), id, "table");
    } else if (block instanceof Chart chart) {
      chart(chart, id);
    } else if (block instanceof Image) {
      empty("Illustration", block.box(), id, "TYPE", "image");
    } else if (block instanceof Caption) {
      text(block, id, "TAGREFS", "caption");
    } else if (block instanceof ImageText) {
      text(block, id, "TAGREFS", "image-text");
    } else if (block instanceof Formula) {
      text(block, id, "TAGREFS", "formula");
    } else if (block instanceof MusicSheet) {
      text(block, id, "TAGREFS", "music");
    } else if (block instanceof ChemicalFormula) {
      text(block, id, "TAGREFS", "chemistry");
    } else {
      throw new AssertionError("no ALTO form for " + block.getClass());
    }
  }

  private void text(Block block, String id, String... more) {
    open("TextBlock", block.box(), id, more);
    lines(ReadingText.of(block));
    xml.close().newLine();
  }

  private void list(ListBlock list, String id) {
    open("ComposedBlock", list.box(), id, "TYPE", "list").newLine();
    for (int i = 0; i < list.items().size(); i++) {
      ListItem item = list.items().get(i);
      open("TextBlock", item.box(), id + ".item" + (i + 1));
      lines(item.text());
      xml.close().newLine();
    }
    xml.close().newLine();
  }

  /** A picture, beside it what can be read off it. */
  private void chart(Chart chart, String id) {
    if (chart.data().rows().isEmpty()) {
      empty("Illustration", chart.box(), id, "TYPE", "chart");
      return;
    }
    open("ComposedBlock", chart.box(), id, "TYPE", "chart").newLine();
    empty("Illustration", chart.box(), id + ".picture", "TYPE", "chart");
    grid(chart.data(), chart.box(), id + ".data", "table");
    xml.close().newLine();
  }

  private void grid(Grid grid, BoundingBox box, String id, String type) {
    open("ComposedBlock", box, id, "TYPE", type).newLine();
    for (Grid.Placed placed : grid.placed()) {
      String cell = id + ".row" + (placed.row() + 1) + ".column" + (placed.column() + 1);
      if (placed.cell().header()) {
        xml.open("TextBlock", "ID", cell, "TAGREFS", "header-cell");
      } else {
        xml.open("TextBlock", "ID", cell);
      }
      lines(placed.cell().text());
      xml.close().newLine();
    }
    xml.close().newLine();
  }

  private void lines(String text) {
    for (String line : text.split("\n")) {
      String[] words = line.strip().split("[ \t]+");
      if (!words[0].isEmpty()) {
        xml.newLine().open("TextLine");
        for (int i = 0; i < words.length; i++) {
          if (i > 0) {
            xml.empty("SP");
          }
          xml.empty("String", "CONTENT", words[i]);
        }
        xml.close();
      }
    }
  }

  private XmlText open(String name, BoundingBox box, String id, String... more) {
    return xml.open(name, attributes(box, id, more));
  }

  private void empty(String name, BoundingBox box, String id, String... more) {
    xml.empty(name, attributes(box, id, more)).newLine();
  }

  private static String[] attributes(BoundingBox box, String id, String... more) {
    String[] all = new String[10 + more.length];
    all[0] = "ID";
    all[1] = id;
    all[2] = "HPOS";
    all[3] = Integer.toString(box.x1());
    all[4] = "VPOS";
    all[5] = Integer.toString(box.y1());
    all[6] = "WIDTH";
    all[7] = Integer.toString(box.x2() - box.x1());
    all[8] = "HEIGHT";
    all[9] = Integer.toString(box.y2() - box.y1());
    System.arraycopy(more, 0, all, 10, more.length);
    return all;
  }
}
