package io.scriptorium.samples.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.htmlschema.HtmlWriter;
import io.scriptorium.samples.drawing.GlyphBox;
import io.scriptorium.samples.drawing.PdfFile;
import io.scriptorium.samples.drawing.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The files that pages become. Safe for use by several threads.
 *
 * @param fonts fingerprint of the fonts, for the descriptions
 */
public record PageForm(String fonts) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GLYPH_BYTES = 20;

  /** A PDF, the truth as a published document, and the description. */
  public List<PageFile> pdf(SynthPage page) {
    String name = documentName(page);
    byte[] pdf;
    try {
      pdf =
          PdfFile.of(
              name,
              page.source().language().name().toLowerCase(Locale.ROOT),
              page.sheetWidth(),
              page.sheetHeight(),
              List.of(page::draw));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        new PageFile(name + ".pdf", pdf),
        document(name, page),
        new PageFile(name + ".json", json(description(page))));
  }

  /** A PNG, the truth as a published document, and the description. */
  public List<PageFile> png(SynthPage page) {
    String name = documentName(page);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(page.picture().raster().toImage(), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        new PageFile(name + ".png", png.toByteArray()),
        document(name, page),
        new PageFile(name + ".json", json(description(page))));
  }

  /** Raw samples, the truth as the model would write it, the description and the characters. */
  public List<PageFile> raw(SynthPage page) {
    SynthPage.Picture picture = page.picture();
    return raw(page, picture, description(page), List.of(picture.raster()));
  }

  /**
   * The same with the pieces of the page in place of its picture; where they lie is part of the
   * description. Truth and characters are the page's. Nothing for a page without any pieces.
   */
  public List<PageFile> raw(SynthPage page, PieceCutter cutter) {
    SynthPage.Picture picture = page.picture();
    Dice dice = new Dice(page.source().seed()).fork("pieces");
    List<PieceCutter.Piece> pieces = cutter.cut(picture.raster(), dice);
    if (pieces.isEmpty()) {
      return List.of();
    }
    Map<String, Object> description = description(page);
    description.put("pieces", pieces.stream().map(PageForm::place).toList());
    List<Raster> pictures = pieces.stream().map(PieceCutter.Piece::picture).toList();
    return raw(page, picture, description, pictures);
  }

  private static List<PageFile> raw(
      SynthPage page,
      SynthPage.Picture picture,
      Map<String, Object> description,
      List<Raster> shown) {
    String name = String.format(Locale.ROOT, "%08d", page.source().index());
    List<PageFile> files = new ArrayList<>();
    files.add(new PageFile(name + ".json", json(description)));
    files.add(new PageFile(name + ".html", utf8(HtmlWriter.page(page.truth()))));
    files.add(new PageFile(name + ".glyphs", records(picture.glyphs())));
    for (int i = 0; i < shown.size(); i++) {
      Raster raster = shown.get(i);
      String ending = raster.isGrey() ? ".pgm" : ".ppm";
      String number = shown.size() == 1 ? "" : "." + i;
      files.add(new PageFile(name + number + ending, netpbm(raster)));
    }
    return files;
  }

  private static Map<String, Object> place(PieceCutter.Piece piece) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("left", piece.left());
    place.put("top", piece.top());
    place.put("width", piece.width());
    place.put("height", piece.height());
    place.put("slope", piece.slope());
    place.put("goes_on", piece.goesOn());
    place.put("shown", piece.shown());
    return place;
  }

  private static String documentName(SynthPage page) {
    return String.format(Locale.ROOT, "%s-%06d", page.source().kind(), page.source().index());
  }

  private static PageFile document(String name, SynthPage page) {
    return new PageFile(name + ".html", utf8(HtmlWriter.document(List.of(page.truth()))));
  }

  private Map<String, Object> description(SynthPage page) {
    Map<String, Object> json = new LinkedHashMap<>();
    SynthPage.PageSource source = page.source();
    json.put("kind", source.kind());
    json.put("language", source.language().name().toLowerCase(Locale.ROOT));
    json.put("split", source.split().name().toLowerCase(Locale.ROOT));
    json.put("index", source.index());
    json.put("seed", Long.toUnsignedString(source.seed(), 16));
    json.put("attempt", source.attempt());
    json.put("width", page.truth().size().width());
    json.put("height", page.truth().size().height());
    json.put("paper", page.paper());
    json.put("pixels_per_point", Math.round(page.scale() * 1000) / 1000.0);
    json.put("text_size", page.style().size());
    json.put("text_font", page.style().text().name());
    json.put("fonts", fonts);
    json.put("degradations", page.degradations());
    json.put("values", page.values().asMap());
    return json;
  }

  private static byte[] json(Map<String, Object> values) {
    try {
      return JSON.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] netpbm(Raster raster) {
    byte[] samples = raster.interleaved();
    String header =
        (raster.isGrey() ? "P5" : "P6") + "\n" + raster.width() + " " + raster.height() + "\n255\n";
    byte[] start = header.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(start.length + samples.length).put(start).put(samples).array();
  }

  private static byte[] records(List<GlyphBox> glyphs) {
    ByteBuffer records =
        ByteBuffer.allocate(glyphs.size() * GLYPH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (GlyphBox glyph : glyphs) {
      records.putInt(glyph.codePoint());
      records.putFloat(glyph.x1()).putFloat(glyph.y1()).putFloat(glyph.x2()).putFloat(glyph.y2());
    }
    return records.array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
