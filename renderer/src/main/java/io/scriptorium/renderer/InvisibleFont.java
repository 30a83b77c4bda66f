package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The font of a document's invisible text: {@link GlyphlessFont}, embedded, with a code for each
 * character that the document has. What the codes mean stands in the font, so that no character is
 * lost whatever its script.
 */
final class InvisibleFont {
  private static final COSName FONT_NAME = COSName.getPDFName("Glyphless");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /**
   * Codes have two bytes, and the first means nothing; no document that people read has as many.
   */
  private static final int MOST_CODES = 0xFFFE;

  private static final int MOST_IN_BLOCK = 100;
  private static final int REPLACEMENT = 0xFFFD;

  /** Fixed width, and signs of its own. */
  private static final int FLAGS = 1 | 4;

  private final PDDocument document;
  private final COSDictionary font = new COSDictionary();
  private final Map<Integer, Integer> codes = new LinkedHashMap<>();

  InvisibleFont(PDDocument document) {
    this.document = document;
  }

  /** The font as pages refer to it; it is whole after {@link #finish()}. */
  COSDictionary dictionary() {
    return font;
  }

  /** A text as it stands in a content stream: hexadecimal, two bytes for each character. */
  String encode(String text) {
    StringBuilder out = new StringBuilder("<");
    text.codePoints().forEach(character -> out.append(HEX.toHexDigits((char) code(character))));
    return out.append('>').toString();
  }

  private int code(int character) {
    Integer known = codes.get(character);
    if (known != null) {
      return known;
    }
    if (codes.size() >= MOST_CODES - 1 && character != REPLACEMENT) {
      return code(REPLACEMENT);
    }
    codes.put(character, codes.size() + 1);
    return codes.size();
  }

  /** Writes the font into the document, once all text is encoded. */
  void finish() throws IOException {
    COSDictionary characters = new COSDictionary();
    characters.setItem(COSName.TYPE, COSName.FONT);
    characters.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    characters.setItem(COSName.BASE_FONT, FONT_NAME);
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.ZERO);
    characters.setItem(COSName.CIDSYSTEMINFO, system);
    characters.setItem(COSName.DW, COSInteger.get(GlyphlessFont.ADVANCE));
    characters.setItem(COSName.CID_TO_GID_MAP, stream(glyphs()));
    characters.setItem(COSName.FONT_DESC, descriptor());

    COSArray descendants = new COSArray();
    descendants.add(characters);
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setItem(COSName.BASE_FONT, FONT_NAME);
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    font.setItem(COSName.TO_UNICODE, stream(meanings().getBytes(StandardCharsets.US_ASCII)));
  }

  private COSDictionary descriptor() throws IOException {
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setItem(COSName.FONT_NAME, FONT_NAME);
    descriptor.setInt(COSName.FLAGS, FLAGS);
    COSArray box = new COSArray();
    for (int edge :
        new int[] {0, GlyphlessFont.DESCENT, GlyphlessFont.ADVANCE, GlyphlessFont.ASCENT}) {
      box.add(COSInteger.get(edge));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, GlyphlessFont.ASCENT);
    descriptor.setInt(COSName.DESCENT, GlyphlessFont.DESCENT);
    descriptor.setInt(COSName.CAP_HEIGHT, GlyphlessFont.ASCENT);
    descriptor.setInt(COSName.STEM_V, 80);
    byte[] file = GlyphlessFont.bytes();
    COSStream program = stream(file);
    program.setInt(COSName.LENGTH1, file.length);
    descriptor.setItem(COSName.FONT_FILE2, program);
    return descriptor;
  }

  /** Every code has the one glyph. */
  private byte[] glyphs() {
    byte[] map = new byte[2 * (codes.size() + 1)];
    for (int low = 3; low < map.length; low += 2) {
      map[low] = GlyphlessFont.GLYPH;
    }
    return map;
  }

  private String meanings() {
    StringBuilder out = new StringBuilder();
    out.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
    out.append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n");
    out.append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n");
    out.append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    int[][] all =
        codes.entrySet().stream()
            .map(entry -> new int[] {entry.getValue(), entry.getKey()})
            .toArray(int[][]::new);
    for (int from = 0; from < all.length; from += MOST_IN_BLOCK) {
      int[][] block = Arrays.copyOfRange(all, from, Math.min(from + MOST_IN_BLOCK, all.length));
      out.append(block.length).append(" beginbfchar\n");
      for (int[] pair : block) {
        byte[] meaning = Character.toString(pair[1]).getBytes(StandardCharsets.UTF_16BE);
        out.append('<').append(HEX.toHexDigits((char) pair[0])).append("> <");
        out.append(HEX.formatHex(meaning)).append(">\n");
      }
      out.append("endbfchar\n");
    }
    return out.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private COSStream stream(byte[] content) throws IOException {
    return PdfStreams.packed(document, content);
  }
}
