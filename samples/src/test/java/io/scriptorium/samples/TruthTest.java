package io.scriptorium.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Run;
import io.scriptorium.samples.drawing.Sheet;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTest {
  private static final double POINTS = 72 / 200.0;
  private static final Map<String, Consumer<Sheet>> DRAWINGS =
      Map.of("invoice", Invoice::draw, "form", Form::draw, "article", Article::draw);

  @ParameterizedTest
  @ValueSource(strings = {"invoice", "form", "article"})
  void wordsOfTextAndTablesStandInTheirBoxes(String name) throws IOException {
    Page truth = truth(DRAWINGS.get(name));
    try (PDDocument document = open(name)) {
      for (Block block : truth.blocks()) {
        String words = words(block);
        if (!words.isEmpty()) {
          assertThat(letters(textIn(document, block.box()))).isEqualTo(letters(words));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoice", "form", "article"})
  void everyFontIsEmbedded(String name) throws IOException {
    try (PDDocument document = open(name)) {
      var resources = document.getPage(0).getResources();
      assertThat(resources.getFontNames()).isNotEmpty();
      for (var font : resources.getFontNames()) {
        PDFont embedded = resources.getFont(font);
        assertThat(embedded.isEmbedded()).as(embedded.getName()).isTrue();
      }
    }
  }

  private static PDDocument open(String name) throws IOException {
    return Loader.loadPDF(Path.of("documents", name + ".pdf").toFile());
  }

  private static Page truth(Consumer<Sheet> drawing) {
    Sheet sheet =
        new Sheet(new NoCanvas(), AffineTransform.getScaleInstance(1 / POINTS, 1 / POINTS));
    drawing.accept(sheet);
    return sheet.truth();
  }

  private static String words(Block block) {
    if (block instanceof Paragraph paragraph) {
      return paragraph.text();
    } else if (block instanceof Heading heading) {
      return heading.text();
    } else if (block instanceof ListBlock list) {
      return list.items().stream().map(item -> "•" + item.text()).collect(Collectors.joining());
    } else if (block instanceof Table table) {
      return table.grid().rows().stream()
          .flatMap(List::stream)
          .map(Cell::text)
          .collect(Collectors.joining());
    }
    return "";
  }

  private static String textIn(PDDocument document, BoundingBox box) throws IOException {
    PDFTextStripperByArea stripper = new PDFTextStripperByArea();
    stripper.setSortByPosition(true);
    stripper.addRegion(
        "box",
        new Rectangle2D.Double(
            box.x1() * POINTS,
            box.y1() * POINTS,
            (box.x2() - box.x1()) * POINTS,
            (box.y2() - box.y1()) * POINTS));
    stripper.extractRegions(document.getPage(0));
    return stripper.getTextForRegion("box");
  }

  /** Without what line breaks change, in an order that cells spanning rows do not disturb. */
  private static String letters(String text) {
    return text.replaceAll("[\\s\\-☑☐]", "")
        .chars()
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static final class NoCanvas implements Canvas {
    @Override
    public void text(double x, double baseline, Run run) {}

    @Override
    public void fill(Path2D path, Color color) {}

    @Override
    public void line(double x1, double y1, double x2, double y2, double width, Color color) {}
  }
}
