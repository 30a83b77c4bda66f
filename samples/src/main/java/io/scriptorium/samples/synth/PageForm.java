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
    return List.of(new PageFile(name + ".pdf", pdf), document(name, page), description(name, page));
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
        description(name, page));
  }

  /** Raw samples, the truth as the model would write it, the description and the characters. */
  public List<PageFile> raw(SynthPage page) {
    String name = String.format(Locale.ROOT, "%08d", page.source().index());
    SynthPage.Picture picture = page.picture();
    Raster raster = picture.raster();
    return List.of(
        new PageFile(name + (raster.isGrey() ? ".pgm" : ".ppm"), netpbm(raster)),
        new PageFile(name + ".html", utf8(HtmlWriter.page(page.truth()))),
        description(name, page),
        new PageFile(name + ".glyphs", records(picture.glyphs())));
  }

  private static String documentName(SynthPage page) {
    return String.format(Locale.ROOT, "%s-%06d", page.source().kind(), page.source().index());
  }

  private static PageFile document(String name, SynthPage page) {
    return new PageFile(name + ".html", utf8(HtmlWriter.document(List.of(page.truth()))));
  }

  private PageFile description(String name, SynthPage page) {
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
    try {
      return new PageFile(name + ".json", JSON.writeValueAsBytes(json));
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
