package io.scriptorium.renderer;

import io.scriptorium.renderer.PageSurvey.PlacedGlyph;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Goes through the content of a page without drawing it. For one page. */
final class PdfSurveyor extends PDFGraphicsStreamEngine {
  /** Maps and plans have some millions; drawing this many takes longer than anyone waits. */
  private static final int MOST_OPERATORS = 10_000_000;

  private final int number;
  private final Rectangle2D area;
  private final double userUnit;
  private final @Nullable PDOptionalContentProperties layers;

  private final List<PlacedGlyph> glyphs = new ArrayList<>();
  private final List<Rectangle2D> pictures = new ArrayList<>();
  private final PageDetail detail = new PageDetail();
  private final Map<PDFont, PdfFontUse> fonts = new IdentityHashMap<>();
  private final Map<PDFont, Boolean> substituted = new IdentityHashMap<>();
  private final GeneralPath path = new GeneralPath();
  private boolean allGlyphs = true;
  private boolean painted;
  private @Nullable PdfScan scan;
  private int hiddenDepth;
  private int operators;

  private PdfSurveyor(
      PDPage page,
      int number,
      PdfPageGeometry geometry,
      @Nullable PDOptionalContentProperties layers) {
    super(page);
    this.number = number;
    this.area = geometry.area();
    this.userUnit = geometry.userUnit();
    this.layers = layers;
  }

  /**
   * Looks at a page.
   *
   * @param layers of the document
   */
  static PageSurvey survey(
      PDPage page,
      int number,
      PdfPageGeometry geometry,
      @Nullable PDOptionalContentProperties layers)
      throws IOException {
    PdfSurveyor surveyor = new PdfSurveyor(page, number, geometry, layers);
    surveyor.processPage(page);
    return new PageSurvey(
        surveyor.glyphs,
        surveyor.allGlyphs,
        surveyor.pictures,
        surveyor.detail,
        Optional.ofNullable(surveyor.scan),
        surveyor.substituted.size());
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS) {
      throw new PageFailures.Stopped(
          new RenderException(
              Code.PAGE_TOO_COSTLY,
              "page %d is drawn with more than %d operators".formatted(number, MOST_OPERATORS)));
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void showGlyph(Matrix toUser, PDFont font, int code, Vector displacement) {
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    boolean seen = hiddenDepth == 0 && (mode.isFill() || mode.isStroke()) && isOpaque();
    PdfFontUse use = fonts.computeIfAbsent(font, PdfFontUse::new);
    if (seen) {
      paint();
      if (use.substituted()) {
        substituted.put(font, true);
      }
    }
    if (glyphs.size() == TextLayer.MOST_GLYPHS) {
      allGlyphs = false;
      return;
    }
    double width = font.isVertical() ? 1 : displacement.getX();
    Rectangle2D box =
        toUser
            .createAffineTransform()
            .createTransformedShape(
                new Rectangle2D.Double(
                    0, use.descent(), Math.max(0, width), use.ascent() - use.descent()))
            .getBounds2D();
    String text = use.text(code);
    glyphs.add(
        new PlacedGlyph(
            text,
            (float) box.getMinX(),
            (float) box.getMinY(),
            (float) box.getMaxX(),
            (float) box.getMaxY(),
            seen));
    if (seen && !text.isBlank()) {
      detail.addCharacter(Math.abs(toUser.getScalingFactorY()) * userUnit);
    }
  }

  private boolean isOpaque() {
    PDGraphicsState state = getGraphicsState();
    return state.getNonStrokeAlphaConstant() > 0 || state.getAlphaConstant() > 0;
  }

  /** Something that can be seen comes onto the page, and over the scan if there is one. */
  private void paint() {
    if (hiddenDepth == 0) {
      painted = true;
      scan = null;
    }
  }

  @Override
  public void drawImage(PDImage image) throws IOException {
    AffineTransform toUser =
        getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
    if (hiddenDepth > 0 || isHidden(layerOf(image))) {
      return;
    }
    boolean before = painted;
    paint();
    Rectangle2D place = PdfScan.place(toUser);
    pictures.add(place);
    count(image, place);
    if (image instanceof PDImageXObject object
        && isPlain(object)
        && !(image.isStencil() && before)) {
      scan = PdfScan.of(object, toUser, area, userUnit).filter(any -> isWhole()).orElse(null);
    }
  }

  private void count(PDImage image, Rectangle2D place) {
    Rectangle2D shown = place.createIntersection(area);
    if (!shown.isEmpty() && place.getWidth() > 0 && place.getHeight() > 0) {
      double pixels = (double) image.getWidth() * image.getHeight();
      double inches = place.getWidth() * place.getHeight() * userUnit * userUnit / (72.0 * 72.0);
      detail.addPicture(
          shown.getWidth() * shown.getHeight() / (area.getWidth() * area.getHeight()),
          Math.sqrt(pixels / inches));
    }
  }

  private boolean isPlain(PDImageXObject image) throws IOException {
    PDGraphicsState state = getGraphicsState();
    return state.getNonStrokeAlphaConstant() == 1
        && state.getSoftMask() == null
        && state.getTransfer() == null
        && BlendMode.NORMAL.equals(state.getBlendMode())
        && image.getMask() == null
        && image.getSoftMask() == null
        && image.getColorKeyMask() == null
        && layerOf(image) == null
        && (!image.isStencil() || state.getNonStrokingColor().toRGB() == 0);
  }

  /** Whether nothing of the page is cut away. */
  private boolean isWhole() {
    double x = area.getWidth() * 0.01;
    double y = area.getHeight() * 0.01;
    return getGraphicsState()
        .getCurrentClippingPath()
        .contains(
            area.getX() + x, area.getY() + y, area.getWidth() - 2 * x, area.getHeight() - 2 * y);
  }

  private static @Nullable PDPropertyList layerOf(PDImage image) {
    return image instanceof PDImageXObject object ? object.getOptionalContent() : null;
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    boolean hidden = isHidden(form.getOptionalContent());
    hiddenDepth += hidden ? 1 : 0;
    super.showForm(form);
    hiddenDepth -= hidden ? 1 : 0;
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    boolean hidden = isHidden(form.getOptionalContent());
    hiddenDepth += hidden ? 1 : 0;
    paint();
    super.showTransparencyGroup(form);
    // What a group shows is mixed with the page in ways that only drawing it tells.
    paint();
    hiddenDepth -= hidden ? 1 : 0;
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    if (hiddenDepth > 0 || (properties != null && isHidden(PDPropertyList.create(properties)))) {
      hiddenDepth++;
    }
  }

  @Override
  public void endMarkedContentSequence() {
    hiddenDepth = Math.max(0, hiddenDepth - 1);
  }

  private boolean isHidden(@Nullable PDPropertyList layer) {
    return layers != null
        && layer instanceof PDOptionalContentGroup group
        && !layers.isGroupEnabled(group);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.moveTo(p0.getX(), p0.getY());
    path.lineTo(p1.getX(), p1.getY());
    path.lineTo(p2.getX(), p2.getY());
    path.lineTo(p3.getX(), p3.getY());
    path.closePath();
  }

  @Override
  public void clip(int windingRule) {
    // As in drawing: an empty path cuts nothing away.
    if (path.getCurrentPoint() != null) {
      path.setWindingRule(windingRule);
      getGraphicsState().intersectClippingPath(path);
    }
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x3, y3);
    } else {
      path.curveTo(x1, y1, x2, y2, x3, y3);
    }
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  @Override
  public void endPath() {
    path.reset();
  }

  @Override
  public void strokePath() {
    paint();
    path.reset();
  }

  @Override
  public void fillPath(int windingRule) {
    paint();
    path.reset();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    paint();
    path.reset();
  }

  @Override
  public void shadingFill(COSName shading) {
    paint();
  }
}
