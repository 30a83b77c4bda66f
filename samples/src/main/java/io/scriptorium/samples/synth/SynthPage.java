package io.scriptorium.samples.synth;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.GlyphBox;
import io.scriptorium.samples.drawing.Raster;
import io.scriptorium.samples.drawing.RasterCanvas;
import io.scriptorium.samples.drawing.Recording;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page drawn by chance, and the truth about it. */
public final class SynthPage {
  private final PageSource source;
  private final Geometry geometry;
  private final PageStyle style;
  private final Scan scan;
  private final Recording recording;
  private final Page truth;
  private final KeyValues values;
  private final @Nullable Crop crop;

  /**
   * Where a page comes from.
   *
   * @param index of the page in its run, from 0
   * @param seed of the page
   * @param attempt how often its dice were thrown before, because something found no room
   */
  public record PageSource(
      String kind, Language language, Split split, long index, long seed, int attempt) {}

  /** A picture of a page, and where its characters stand on it. */
  public record Picture(Raster raster, List<GlyphBox> glyphs) {
    public Picture {
      glyphs = List.copyOf(glyphs);
    }
  }

  SynthPage(
      PageSource source,
      Geometry geometry,
      PageStyle style,
      Scan scan,
      Recording recording,
      Page truth,
      KeyValues values,
      @Nullable Crop crop) {
    this.source = source;
    this.geometry = geometry;
    this.style = style;
    this.scan = scan;
    this.recording = recording;
    this.truth = truth;
    this.values = values;
    this.crop = crop;
  }

  public PageSource source() {
    return source;
  }

  /** What stands on the page, or on the piece of it, with boxes in pixels of the picture. */
  public Page truth() {
    return truth;
  }

  /** Empty for a piece of a page, and for kinds without any. */
  public KeyValues values() {
    return values;
  }

  /** What was done to the picture, with its strength; empty when nothing was. */
  public Map<String, Double> degradations() {
    return scan.strengths();
  }

  public PageStyle style() {
    return style;
  }

  /** Name of the paper, for example {@code A4}. */
  public String paper() {
    return geometry.format();
  }

  /** Pixels of the picture a point of the sheet. */
  public double scale() {
    return geometry.scale();
  }

  /** Width of the sheet in points. */
  public double sheetWidth() {
    return geometry.width();
  }

  /** Height of the sheet in points. */
  public double sheetHeight() {
    return geometry.height();
  }

  /** Draws the whole sheet, without what a scan would do to it. */
  public void draw(Canvas canvas) {
    if (!style.paper().equals(Color.WHITE)) {
      canvas.fill(new Frame(0, 0, geometry.width(), geometry.height()), style.paper());
    }
    recording.replay(canvas);
  }

  /** Makes the picture of the page, or of the piece of it. */
  public Picture picture() {
    int scale = scan.bilevel() == null ? 1 : Bilevel.SCALE;
    AffineTransform toPixels = AffineTransform.getScaleInstance(scale, scale);
    if (crop != null) {
      toPixels.translate(-crop.left(), -crop.top());
    }
    toPixels.concatenate(geometry.toPixels());
    boolean grey = scan.grey() || (recording.isGrey() && isGrey(style.paper()));
    Raster raster =
        Raster.filled(
            truth.size().width() * scale, truth.size().height() * scale, style.paper(), grey);
    RasterCanvas canvas = new RasterCanvas(raster, toPixels);
    recording.replay(canvas);
    if (crop != null) {
      for (Crop.Area area : crop.blanked()) {
        raster.fill(
            area.x1() * scale,
            area.y1() * scale,
            area.x2() * scale,
            area.y2() * scale,
            style.paper());
      }
    }
    if (scan.bilevel() != null) {
      raster = scan.bilevel().apply(raster);
    }
    for (Effect effect : scan.effects()) {
      raster = effect.apply(raster);
    }
    return new Picture(raster, glyphs(canvas.glyphs(), scale));
  }

  private static boolean isGrey(Color color) {
    return color.getRed() == color.getGreen() && color.getGreen() == color.getBlue();
  }

  /** Those that can be seen. */
  private List<GlyphBox> glyphs(List<GlyphBox> drawn, int scale) {
    return drawn.stream()
        .map(glyph -> scale == 1 ? glyph : glyph.scaled(1f / scale))
        .filter(this::isSeen)
        .toList();
  }

  private boolean isSeen(GlyphBox glyph) {
    double x = (glyph.x1() + glyph.x2()) / 2.0;
    double y = (glyph.y1() + glyph.y2()) / 2.0;
    boolean inside = x >= 0 && y >= 0 && x < truth.size().width() && y < truth.size().height();
    return inside && (crop == null || crop.blanked().stream().noneMatch(area -> area.holds(x, y)));
  }
}
