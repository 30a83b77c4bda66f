package io.scriptorium.renderer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Formats that are told apart only to be named: whoever sent such a file should read what it is.
 *
 * @param name as in "a Word document"
 * @param exact whether a signature says so, and not only the look of a text
 */
record ForeignFormat(String name, boolean exact, Predicate<String> matches) {
  private static final List<ForeignFormat> ALL =
      List.of(
          container("HEIC picture", "ftyphei", "ftyphev", "ftypmif1", "ftypmsf1"),
          container("AVIF picture", "ftypavif", "ftypavis"),
          container("video", "ftyp", "moov", "mdat"),
          signed("JPEG XL picture", "\u00ff\n", "\0\0\0\fJXL "),
          signed("JPEG XR picture", "II\u00bc"),
          signed("Photoshop document", "8BPS"),
          signed("DjVu document", "AT&TFORM"),
          signed("JBIG2 file", "\u0097JB2\r\n\u001a\n"),
          signed("camera raw picture", "II*\0\u0010\0\0\0CR"),
          signed("PostScript document", "%!PS", "\u00c5\u00d0\u00d3\u00c6"),
          signed("RTF document", "{\\rtf"),
          signed("Windows metafile", "\u00d7\u00cd\u00c6\u009a", "\u0001\0\u0009\0"),
          exact(
              "EMF drawing",
              head -> head.startsWith("\u0001\0\0\0") && head.startsWith(" EMF", 40)),
          exact("Word document", head -> isZip(head) && head.contains("word/")),
          exact("Excel workbook", head -> isZip(head) && head.contains("xl/")),
          exact("PowerPoint presentation", head -> isZip(head) && head.contains("ppt/")),
          exact("Office document", head -> isZip(head) && head.contains("[Content_Types].xml")),
          exact(
              "OpenDocument file", head -> isZip(head) && head.contains("vnd.oasis.opendocument")),
          exact("EPUB book", head -> isZip(head) && head.contains("application/epub+zip")),
          exact("ZIP archive", ForeignFormat::isZip),
          signed(
              "Office document of before 2007, or an Outlook message", "\u00d0\u00cf\u0011\u00e0"),
          signed("7-Zip archive", "7z\u00bc\u00af"),
          signed("RAR archive", "Rar!\u001a"),
          signed("gzip archive", "\u001f\u008b"),
          exact("tar archive", head -> head.startsWith("ustar", 257)),
          signed("program", "MZ", "\u007fELF"),
          text("SVG drawing", "<svg"),
          text("HTML page", "<!doctype html", "<html"),
          text("XML file", "<?xml"),
          text("mail message", "received:", "return-path:", "mime-version:"));

  /** The format that a file of this beginning has; empty if it is none of these. */
  static Optional<ForeignFormat> of(String head) {
    return ALL.stream().filter(format -> format.matches.test(head)).findFirst();
  }

  private static ForeignFormat exact(String name, Predicate<String> matches) {
    return new ForeignFormat(name, true, matches);
  }

  private static ForeignFormat signed(String name, String... signatures) {
    return exact(name, head -> Arrays.stream(signatures).anyMatch(head::startsWith));
  }

  /** Of the family of MP4, whose files start with the length of their first part. */
  private static ForeignFormat container(String name, String... kinds) {
    return exact(
        name,
        head ->
            head.startsWith("\0\0")
                && Arrays.stream(kinds).anyMatch(kind -> head.startsWith(kind, 4)));
  }

  private static ForeignFormat text(String name, String... marks) {
    return new ForeignFormat(
        name,
        false,
        head -> {
          String lower = head.toLowerCase(Locale.ROOT);
          return Arrays.stream(marks).anyMatch(lower::contains);
        });
  }

  private static boolean isZip(String head) {
    return head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006");
  }
}
