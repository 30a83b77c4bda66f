package io.scriptorium.samples;

import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.PdfFile;
import io.scriptorium.samples.drawing.Sheet;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draws the sample documents and writes the truth about each.
 *
 * <p>{@code MakeSamples OUT} fills {@code OUT/documents} with the files and {@code OUT/truth} with
 * one HTML document each; both folders are made where they are missing. The same code always gives
 * the same bytes.
 */
public final class MakeSamples {
  private static final List<SamplePdf> PDFS =
      List.of(
          new SamplePdf("invoice", "Invoice FH-2026-0117", List.of(Invoice::draw)),
          new SamplePdf("form", "Application for a reader’s card", List.of(Form::draw)),
          new SamplePdf("article", "How fast does a reading room fade?", List.of(Article::draw)));

  private static final AffineTransform TO_PIXELS =
      AffineTransform.getScaleInstance(200 / 72.0, 200 / 72.0);

  private MakeSamples() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: MakeSamples OUT");
      System.exit(2);
    }
    write(Path.of(arguments[0]));
  }

  static void write(Path out) throws IOException {
    Path documents = Files.createDirectories(out.resolve("documents"));
    Path truths = Files.createDirectories(out.resolve("truth"));
    for (SamplePdf pdf : PDFS) {
      List<Page> truth = new ArrayList<>();
      List<Consumer<Canvas>> pages =
          pdf.pages().stream().map(page -> seen(page, TO_PIXELS, truth)).toList();
      PdfFile.write(documents.resolve(pdf.name() + ".pdf"), pdf.title(), pages);
      write(truths.resolve(pdf.name() + ".html"), truth);
    }
    List<Page> truth = new ArrayList<>();
    TiffFile.write(documents.resolve("scan.tif"), scans(truth));
    write(truths.resolve("scan.html"), truth);
  }

  private static List<BufferedImage> scans(List<Page> truth) {
    List<BufferedImage> scans = new ArrayList<>();
    scans.add(scan(new OfficeScanner(1, 0.35), Letter::first, truth));
    scans.add(scan(new OfficeScanner(2, -0.5), Letter::second, truth));
    scans.add(scan(new OfficeScanner(3, 0.2), Letter::readings, truth));
    return scans;
  }

  private static BufferedImage scan(OfficeScanner scanner, Consumer<Sheet> page, List<Page> truth) {
    return scanner.scan(seen(page, scanner.toPixels(), truth));
  }

  /** A drawing that also tells what it drew. */
  private static Consumer<Canvas> seen(
      Consumer<Sheet> page, AffineTransform toPixels, List<Page> truth) {
    return canvas -> {
      Sheet sheet = new Sheet(canvas, toPixels);
      page.accept(sheet);
      truth.add(sheet.truth());
    };
  }

  private static void write(Path file, List<Page> pages) throws IOException {
    Files.writeString(file, HtmlWriter.document(pages), StandardCharsets.UTF_8);
  }
}
