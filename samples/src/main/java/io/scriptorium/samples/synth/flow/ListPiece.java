package io.scriptorium.samples.synth.flow;

import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.SetText;
import io.scriptorium.samples.drawing.Sheet;
import java.util.ArrayList;
import java.util.List;

/** A list whose items hang beside their labels. */
final class ListPiece implements Piece {
  private final List<Item> items;
  private final boolean ordered;
  private final double indent;
  private final double gap;

  record Item(ItemLabel label, SetText text, String read) {}

  /**
   * @param indent points from the left edge to the text of the items
   * @param gap points between items
   */
  ListPiece(List<Item> items, boolean ordered, double indent, double gap) {
    this.items = List.copyOf(items);
    this.ordered = ordered;
    this.indent = indent;
    this.gap = gap;
  }

  @Override
  public double height() {
    double texts = items.stream().mapToDouble(item -> item.text().height()).sum();
    return texts + gap * (items.size() - 1);
  }

  @Override
  public void draw(Sheet sheet, double left, double top) {
    List<ListItem> read = new ArrayList<>();
    List<Frame> all = new ArrayList<>();
    double y = top;
    for (Item item : items) {
      List<Frame> frames = new ArrayList<>();
      frames.add(item.label().draw(sheet, left, y + item.text().baseline()));
      frames.addAll(item.text().draw(sheet, left + indent, y));
      read.add(new ListItem(sheet.box(frames), item.read()));
      all.addAll(frames);
      y += item.text().height() + gap;
    }
    sheet.add(new ListBlock(sheet.box(all), ordered, read));
  }
}
