package io.scriptorium.renderer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TrueType font whose glyphs show nothing. A text that is not seen needs no shapes, so this font
 * writes every character there is, in half a kilobyte. Tables and their order are those of the
 * OpenType specification, of which a font inside a PDF needs these six.
 */
final class GlyphlessFont {
  /** Units of an em. */
  static final int EM = 1000;

  /** How wide every glyph is. */
  static final int ADVANCE = 500;

  static final int ASCENT = 800;
  static final int DESCENT = -200;

  /** The glyph that stands for every character; the one before it is that of unknown ones. */
  static final int GLYPH = 1;

  private static final int GLYPHS = 2;
  private static final int VERSION_1 = 0x00010000;
  private static final int CHECKSUM_OF_ALL = 0xB1B0AFBA;
  private static final int CHECKSUM_AT = 8;
  private static final int DIRECTORY_ENTRY = 16;

  private GlyphlessFont() {}

  static byte[] bytes() {
    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("glyf", new byte[4]);
    tables.put("head", head());
    tables.put("hhea", horizontalHeader());
    tables.put("hmtx", shorts(ADVANCE, 0, 0));
    tables.put("loca", shorts(0, 0, 0));
    tables.put("maxp", profile());
    byte[] font = joined(tables);
    int headAt = offsetOf("head", tables);
    ByteBuffer.wrap(font).putInt(headAt + CHECKSUM_AT, CHECKSUM_OF_ALL - checksum(font));
    return font;
  }

  private static byte[] head() {
    return ByteBuffer.allocate(54)
        .putInt(VERSION_1)
        .putInt(VERSION_1)
        .putInt(0)
        .putInt(0x5F0F3CF5)
        .putShort((short) 0)
        .putShort((short) EM)
        .position(36)
        .putShort((short) 0)
        .putShort((short) DESCENT)
        .putShort((short) ADVANCE)
        .putShort((short) ASCENT)
        .putShort((short) 0)
        .putShort((short) 8)
        .putShort((short) 2)
        .array();
  }

  private static byte[] horizontalHeader() {
    return ByteBuffer.allocate(36)
        .putInt(VERSION_1)
        .putShort((short) ASCENT)
        .putShort((short) DESCENT)
        .putShort((short) 0)
        .putShort((short) ADVANCE)
        .position(18)
        .putShort((short) 1)
        .position(34)
        .putShort((short) 1)
        .array();
  }

  private static byte[] profile() {
    // One zone, and no instructions.
    return ByteBuffer.allocate(32)
        .putInt(VERSION_1)
        .putShort((short) GLYPHS)
        .position(14)
        .putShort((short) 1)
        .array();
  }

  private static byte[] shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  private static byte[] joined(Map<String, byte[]> tables) {
    int count = tables.size();
    int log = 31 - Integer.numberOfLeadingZeros(count);
    ByteBuffer directory = ByteBuffer.allocate(12 + DIRECTORY_ENTRY * count);
    directory
        .putInt(VERSION_1)
        .putShort((short) count)
        .putShort((short) (16 << log))
        .putShort((short) log)
        .putShort((short) (16 * count - (16 << log)));
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    tables.forEach(
        (name, body) -> {
          byte[] padded = padded(body);
          directory
              .put(name.getBytes(StandardCharsets.US_ASCII))
              .putInt(checksum(padded))
              .putInt(directory.capacity() + bodies.size())
              .putInt(body.length);
          bodies.writeBytes(padded);
        });
    return ByteBuffer.allocate(directory.capacity() + bodies.size())
        .put(directory.array())
        .put(bodies.toByteArray())
        .array();
  }

  private static int offsetOf(String table, Map<String, byte[]> tables) {
    int offset = 12 + DIRECTORY_ENTRY * tables.size();
    for (Map.Entry<String, byte[]> other : tables.entrySet()) {
      if (other.getKey().equals(table)) {
        return offset;
      }
      offset += padded(other.getValue()).length;
    }
    throw new IllegalArgumentException("no table " + table);
  }

  private static byte[] padded(byte[] table) {
    return Arrays.copyOf(table, (table.length + 3) / 4 * 4);
  }

  private static int checksum(byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(bytes);
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }
}
