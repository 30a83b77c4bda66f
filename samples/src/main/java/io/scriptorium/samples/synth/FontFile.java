package io.scriptorium.samples.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.NamingTable;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** What a font's file says about it. */
record FontFile(Path path, String family, Face face, boolean fixedPitch) {
  /** Larger ones hold the characters of East Asia. */
  private static final long LARGEST = 4L << 20;

  /** Typographic family and subfamily, of fonts with more faces than four. */
  private static final int FAMILY = 16;

  private static final int SUBFAMILY = 17;

  enum Face {
    REGULAR,
    BOLD,
    ITALIC
  }

  /** Nothing when it is no font that pages are drawn with. */
  static Optional<FontFile> look(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        return Optional.empty();
      }
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(path))) {
        return isUsable(font) ? describe(path, font) : Optional.empty();
      }
    } catch (IOException | RuntimeException e) {
      // Broken fonts make PDFBox fail in many ways; such a font is as good as not there.
      return Optional.empty();
    }
  }

  private static boolean isUsable(TrueTypeFont font) throws IOException {
    boolean variable = font.getTableMap().containsKey("fvar");
    OS2WindowsMetricsTable os2 = font.getOS2Windows();
    boolean embeddable =
        os2 != null && (os2.getFsType() & 0xF) != OS2WindowsMetricsTable.FSTYPE_RESTRICTED;
    return !variable
        && embeddable
        && font.getTableMap().containsKey("glyf")
        && covers(font.getUnicodeCmapLookup());
  }

  private static boolean covers(CmapLookup glyphs) {
    return (Words.CHARACTERS + " ").chars().allMatch(c -> glyphs.getGlyphId(c) != 0);
  }

  private static Optional<FontFile> describe(Path path, TrueTypeFont font) throws IOException {
    NamingTable names = font.getNaming();
    String family = names.getName(FAMILY, 1, 0, 0);
    String windows = names.getName(FAMILY, 3, 1, 0x409);
    family = windows == null ? family : windows;
    String subfamily = names.getName(SUBFAMILY, 3, 1, 0x409);
    if (family == null || subfamily == null) {
      family = names.getFontFamily();
      subfamily = names.getFontSubFamily();
    }
    if (family == null || subfamily == null) {
      return Optional.empty();
    }
    boolean fixed = font.getPostScript().getIsFixedPitch() != 0;
    String name = family;
    return face(subfamily).map(face -> new FontFile(path, name, face, fixed));
  }

  private static Optional<Face> face(String subfamily) {
    return switch (subfamily.toLowerCase(Locale.ROOT)) {
      case "regular", "normal", "book", "roman", "medium" -> Optional.of(Face.REGULAR);
      case "bold" -> Optional.of(Face.BOLD);
      case "italic", "oblique", "regular italic", "book italic" -> Optional.of(Face.ITALIC);
      default -> Optional.empty();
    };
  }
}
