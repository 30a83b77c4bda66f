package io.scriptorium.htmlschema;

import java.util.List;

/** Writes the blocks of one page; tables are numbered through it. */
final class BlockWriter {
  private final StringBuilder out;
  private final CropLinks crops;
  private final int page;
  private int number;
  private int tables;

  BlockWriter(StringBuilder out) {
    this(out, CropLinks.NONE, 1);
  }

  /**
   * Links figures to their pictures.
   *
   * @param page number of the page, from 1
   */
  BlockWriter(StringBuilder out, CropLinks crops, int page) {
    this.out = out;
    this.crops = crops;
    this.page = page;
  }

  void write(List<Block> blocks) {
    for (Block block : blocks) {
      number++;
      write(block);
      out.append('\n');
    }
  }

  private void write(Block block) {
    if (block instanceof Paragraph paragraph) {
      text("p", paragraph.box(), paragraph.marks(), paragraph.text());
    } else if (block instanceof Heading heading) {
      text("h" + heading.level(), heading.box(), heading.marks(), heading.text());
    } else if (block instanceof ListBlock list) {
      list(list);
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Chart chart) {
      openFigure(FigureClass.CHART, chart);
      out.append("<table>");
      rows(chart.data());
      out.append("</table></div>");
    } else if (block instanceof Formula formula) {
      figure(FigureClass.of(formula.kind()), formula, formula.latex());
    } else if (block instanceof Image image) {
      openFigure(FigureClass.IMAGE, image);
      out.append("</div>");
    } else if (block instanceof Caption caption) {
      figure(FigureClass.CAPTION, caption, caption.text());
    } else if (block instanceof ImageText imageText) {
      figure(FigureClass.IMAGE_TEXT, imageText, imageText.text());
    } else if (block instanceof MusicSheet music) {
      figure(FigureClass.MUSIC, music, music.abc());
    } else if (block instanceof ChemicalFormula chemical) {
      figure(FigureClass.CHEMICAL, chemical, chemical.smiles());
    } else {
      throw new AssertionError("no form for " + block.getClass());
    }
  }

  private void text(String name, BoundingBox box, Marks marks, String text) {
    out.append('<').append(name);
    box(box);
    marks(marks);
    out.append('>');
    flowing(text);
    out.append("</").append(name).append('>');
  }

  private void list(ListBlock list) {
    String name = list.ordered() ? "ol" : "ul";
    out.append('<').append(name);
    box(list.box());
    marks(list.marks());
    out.append(">\n");
    for (ListItem item : list.items()) {
      text("li", item.box(), Marks.NONE, item.text());
      out.append('\n');
    }
    out.append("</").append(name).append('>');
  }

  private void table(Table table) {
    tables++;
    out.append("<table");
    box(table.box());
    out.append(" class=\"table").append(tables).append('"');
    marks(table.marks());
    if (table.continues() != null) {
      attribute(FileMarks.CONTINUES, table.continues().text());
    }
    out.append('>');
    rows(table.grid());
    out.append("</table>");
  }

  private void rows(Grid grid) {
    for (List<Cell> row : grid.rows()) {
      out.append("\n<tr>");
      row.forEach(this::cell);
      out.append("</tr>");
    }
    if (!grid.rows().isEmpty()) {
      out.append('\n');
    }
  }

  private void cell(Cell cell) {
    String name = cell.header() ? "th" : "td";
    out.append('<').append(name);
    if (cell.colspan() > 1) {
      out.append(" colspan=\"").append(cell.colspan()).append('"');
    }
    if (cell.rowspan() > 1) {
      out.append(" rowspan=\"").append(cell.rowspan()).append('"');
    }
    out.append('>');
    flowing(cell.text());
    out.append("</").append(name).append('>');
  }

  private void figure(FigureClass figure, Block block, String content) {
    openFigure(figure, block);
    out.append('<').append(figure.contentName()).append('>');
    if (figure.verbatim()) {
      escaped(content);
    } else {
      flowing(content);
    }
    out.append("</").append(figure.contentName()).append("></div>");
  }

  private void openFigure(FigureClass figure, Block block) {
    out.append("<div class=\"").append(figure.attribute()).append('"');
    if (!figure.format().isEmpty()) {
      out.append(" format=\"").append(figure.format()).append('"');
    }
    box(block.box());
    marks(block.marks());
    out.append("><img");
    box(block.box());
    crops.of(page, number).ifPresent(path -> out.append(" src=\"").append(path).append('"'));
    out.append("/>");
  }

  private void box(BoundingBox box) {
    attribute(BoxReader.ATTRIBUTE, box.text());
  }

  /** What is usual is left out. */
  private void marks(Marks marks) {
    if (marks.role().isRunning()) {
      attribute(FileMarks.ROLE, marks.role().attribute());
    }
    if (marks.confidence().isPresent()) {
      attribute(FileMarks.CONFIDENCE, Double.toString(marks.confidence().getAsDouble()));
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private void flowing(String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      escaped(text.substring(start, end));
      out.append("<br/>");
      start = end + 1;
    }
    escaped(text.substring(start));
  }

  private void escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }
}
