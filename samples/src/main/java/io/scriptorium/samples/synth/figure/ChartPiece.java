package io.scriptorium.samples.synth.figure;

import io.scriptorium.htmlschema.Chart;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.synth.flow.Piece;
import org.jspecify.annotations.Nullable;

/** A chart of a given size, with its legend. */
record ChartPiece(
    ChartForm form, @Nullable Legend legend, boolean legendBelow, double width, double height)
    implements Piece {
  @Override
  public void draw(Sheet sheet, double left, double top) {
    Drawing drawing = new Drawing(sheet);
    Frame all = Frame.of(left, top, width, height);
    if (legend == null) {
      form.draw(drawing, all);
    } else {
      double legendHeight = legend.rowsHeight(width);
      if (legendBelow) {
        form.draw(drawing, new Frame(left, top, all.right(), all.bottom() - legendHeight));
        legend.drawRows(drawing, left, all.bottom() - legendHeight, width);
      } else {
        legend.drawRows(drawing, left, top, width);
        form.draw(drawing, new Frame(left, top + legendHeight, all.right(), all.bottom()));
      }
    }
    sheet.add(new Chart(sheet.box(drawing.extent()), form.data().read()));
  }
}
