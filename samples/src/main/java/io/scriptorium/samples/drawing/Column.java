package io.scriptorium.samples.drawing;

import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Text that runs down a column of a sheet. */
public final class Column {
  private final Sheet sheet;
  private final double left;
  private final double width;
  private double y;

  public Column(Sheet sheet, double left, double top, double width) {
    this.sheet = sheet;
    this.left = left;
    this.width = width;
    this.y = top;
  }

  public double y() {
    return y;
  }

  public double left() {
    return left;
  }

  public Column gap(double points) {
    y += points;
    return this;
  }

  public Column paragraph(String marked, TextStyle style, double leading, Align align) {
    List<Frame> frames = set(marked, style, leading, align, 0);
    sheet.add(new Paragraph(sheet.box(frames), Fragment.plain(marked)));
    return this;
  }

  public Column heading(int level, String marked, TextStyle style, double leading) {
    List<Frame> frames = set(marked, style, leading, Align.LEFT, 0);
    sheet.add(new Heading(sheet.box(frames), level, Fragment.plain(marked)));
    return this;
  }

  public Column caption(String marked, TextStyle style, double leading) {
    List<Frame> frames = set(marked, style, leading, Align.LEFT, 0);
    sheet.add(new Caption(sheet.box(frames), Fragment.plain(marked)));
    return this;
  }

  public Column bullets(
      List<String> items, TextStyle style, double leading, Align align, double gap) {
    List<ListItem> read = new ArrayList<>();
    List<Frame> all = new ArrayList<>();
    for (String item : items) {
      double baseline = y + baselineIn(leading, style);
      double indent = style.size() * 1.2;
      List<Frame> frames = new ArrayList<>();
      frames.add(sheet.text(left + indent * 0.25, baseline, style, "•"));
      frames.addAll(set(item, style, leading, align, indent));
      read.add(new ListItem(sheet.box(frames), Fragment.plain(item)));
      all.addAll(frames);
      y += gap;
    }
    y -= gap;
    sheet.add(new ListBlock(sheet.box(all), false, read));
    return this;
  }

  private List<Frame> set(
      String marked, TextStyle style, double leading, Align align, double indent) {
    double measure = width - indent;
    SetText text =
        new SetText(Lines.of(marked, style, measure, align), style, leading, align, measure, 0);
    List<Frame> frames = text.draw(sheet, left + indent, y);
    y += text.height();
    return frames;
  }

  /** Where the baseline lies below the top of its line. */
  private static double baselineIn(double leading, TextStyle style) {
    return (leading - style.ascent() - style.descent()) / 2 + style.ascent();
  }
}
