package io.scriptorium.htmlschema;

import java.util.List;

/** Writes the blocks of one page; tables are numbered through it. */
final class BlockWriter {
  private final StringBuilder out;
  private int tables;

  BlockWriter(StringBuilder out) {
    this.out = out;
  }

  void write(List<Block> blocks) {
    for (Block block : blocks) {
      write(block);
      out.append('\n');
    }
  }

  private void write(Block block) {
    if (block instanceof Paragraph paragraph) {
      text("p", paragraph.box(), paragraph.text());
    } else if (block instanceof Heading heading) {
      text("h" + heading.level(), heading.box(), heading.text());
    } else if (block instanceof ListBlock list) {
      list(list);
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Chart chart) {
      openFigure(FigureClass.CHART, chart.box());
      out.append("<table>");
      rows(chart.data());
      out.append("</table></div>");
    } else if (block instanceof Formula formula) {
      figure(FigureClass.of(formula.kind()), formula.box(), formula.latex());
    } else if (block instanceof Image image) {
      openFigure(FigureClass.IMAGE, image.box());
      out.append("</div>");
    } else if (block instanceof Caption caption) {
      figure(FigureClass.CAPTION, caption.box(), caption.text());
    } else if (block instanceof ImageText imageText) {
      figure(FigureClass.IMAGE_TEXT, imageText.box(), imageText.text());
    } else if (block instanceof MusicSheet music) {
      figure(FigureClass.MUSIC, music.box(), music.abc());
    } else if (block instanceof ChemicalFormula chemical) {
      figure(FigureClass.CHEMICAL, chemical.box(), chemical.smiles());
    } else {
      throw new AssertionError("no form for " + block.getClass());
    }
  }

  private void text(String name, BoundingBox box, String text) {
    out.append('<').append(name);
    box(box);
    out.append('>');
    flowing(text);
    out.append("</").append(name).append('>');
  }

  private void list(ListBlock list) {
    String name = list.ordered() ? "ol" : "ul";
    out.append('<').append(name);
    box(list.box());
    out.append(">\n");
    for (ListItem item : list.items()) {
      text("li", item.box(), item.text());
      out.append('\n');
    }
    out.append("</").append(name).append('>');
  }

  private void table(Table table) {
    tables++;
    out.append("<table");
    box(table.box());
    out.append(" class=\"table").append(tables).append("\">");
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

  private void figure(FigureClass figure, BoundingBox box, String content) {
    openFigure(figure, box);
    out.append('<').append(figure.contentName()).append('>');
    if (figure.verbatim()) {
      escaped(content);
    } else {
      flowing(content);
    }
    out.append("</").append(figure.contentName()).append("></div>");
  }

  private void openFigure(FigureClass figure, BoundingBox box) {
    out.append("<div class=\"").append(figure.attribute()).append('"');
    if (!figure.format().isEmpty()) {
      out.append(" format=\"").append(figure.format()).append('"');
    }
    box(box);
    out.append("><img");
    box(box);
    out.append("/>");
  }

  private void box(BoundingBox box) {
    out.append(" data-bbox=\"").append(box.text()).append('"');
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
