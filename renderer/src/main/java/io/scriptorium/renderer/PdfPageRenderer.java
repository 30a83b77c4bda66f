package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderWarning.Code;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.RenderDestination;

/** Renders the page of a document that has been made one of a single page. */
final class PdfPageRenderer {
  /** Fewer characters may be a soft hyphen here and there. */
  private static final int HIDDEN_TEXT = 5;

  private final PDDocument document;
  private final PDPage page;
  private final int number;
  private final RenderOptions options;

  PdfPageRenderer(PDDocument document, int number, RenderOptions options) {
    this.document = document;
    this.page = document.getPage(0);
    this.number = number;
    this.options = options;
  }

  RenderedPage render() throws IOException, RenderException {
    PdfPageGeometry geometry = PdfPageGeometry.of(page, number, options);
    PageSurvey survey =
        PdfSurveyor.survey(page, number, geometry, document.getDocumentCatalog().getOCProperties());
    Optional<PdfScan> scan = survey.scan();
    return scan.isPresent() && !hasNotes()
        ? scanned(scan.get(), survey, geometry)
        : drawn(
            survey, PdfPageGeometry.of(page, number, survey.detail().dpi(options.dpi()), options));
  }

  /** Whether something is drawn over the page that its content does not know. */
  private boolean hasNotes() throws IOException {
    for (PDAnnotation note : page.getAnnotations()) {
      if (note.getNormalAppearanceStream() != null && !note.isHidden() && !note.isNoView()) {
        return true;
      }
    }
    return false;
  }

  private RenderedPage scanned(PdfScan scan, PageSurvey survey, PdfPageGeometry geometry)
      throws IOException, RenderException {
    PdfPageRasterizer.checkSize(scan.image(), number, options.maxDecodedPixels());
    PdfScan.Upright upright;
    try {
      upright = scan.upright(geometry, options.maxPixels());
    } catch (IOException e) {
      throw PdfPageRasterizer.undecodable(number, e);
    }
    return finish(survey, upright.image(), upright.dpi(), upright.toUser());
  }

  private RenderedPage drawn(PageSurvey survey, PdfPageGeometry geometry)
      throws IOException, RenderException {
    RasterImage image =
        PixelRows.of(
                new PdfPageRasterizer(document, number, options.maxDecodedPixels())
                    .renderImage(0, geometry.scale(), ImageType.RGB, RenderDestination.VIEW))
            .toRaster();
    return finish(survey, image, geometry.dpi(), inverse(geometry.toPixels()));
  }

  private RenderedPage finish(
      PageSurvey survey, RasterImage image, double dpi, AffineTransform toUser) {
    InkMap ink = InkMap.of(image);
    PdfTextLayer.Judged text = PdfTextLayer.of(survey, image, ink, inverse(toUser));
    List<RenderWarning> warnings = new ArrayList<>();
    if (survey.substitutedFonts() > 0) {
      warnings.add(
          new RenderWarning(
              Code.PAGE_FONT_SUBSTITUTED,
              "fonts that the PDF does not hold and that look different here: "
                  + survey.substitutedFonts()));
    }
    if (text.unseen() >= HIDDEN_TEXT) {
      warnings.add(
          new RenderWarning(
              Code.PAGE_TEXT_HIDDEN,
              "letters and digits of the PDF's text that the page does not show: "
                  + text.unseen()));
    }
    return new RenderedPage(
        number, image, dpi, PageTransform.of(toUser), warnings, ink.ink(), text.layer());
  }

  private static AffineTransform inverse(AffineTransform transform) {
    try {
      return transform.createInverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("the page has no area", e);
    }
  }
}
