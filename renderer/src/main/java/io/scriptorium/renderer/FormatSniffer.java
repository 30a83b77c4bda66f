package io.scriptorium.renderer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.scriptorium.renderer.RenderException.Code;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells formats by the first bytes of a file. */
final class FormatSniffer {
  /** Readers of PDF take junk before the header as long as it starts within the first KiB. */
  static final int HEAD_BYTES = 1024 + "%PDF-".length();

  /** After the signature come two reserved bytes pairs, zero in every file that is not a text. */
  private static final int BMP_HEADER_BYTES = 18;

  private FormatSniffer() {}

  static SourceFormat sniff(byte[] head) throws RenderException {
    String text = new String(head, ISO_8859_1);
    Optional<ForeignFormat> foreign = ForeignFormat.of(text);
    // An archive that holds a PDF shows its header too, but junk before a PDF may be any text.
    if (foreign.isEmpty() || !foreign.get().exact()) {
      Optional<SourceFormat> format = signed(text);
      if (format.isPresent()) {
        return format.get();
      }
      if (text.contains("%PDF-")) {
        return SourceFormat.PDF;
      }
    }
    String supported =
        Arrays.stream(SourceFormat.values())
            .map(SourceFormat::toString)
            .collect(Collectors.joining(", "));
    throw new RenderException(
        Code.FORMAT_UNSUPPORTED,
        foreign
                .map(format -> "this looks like a file of another kind, " + format.name() + "; ")
                .orElse("the content is none of the supported formats; ")
            + "supported are "
            + supported);
  }

  private static Optional<SourceFormat> signed(String text) {
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(SourceFormat.PNG);
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(SourceFormat.JPEG);
    }
    // 42 marks TIFF, 43 marks BigTIFF, whose offsets have 64 bits.
    if (text.startsWith("II*\0")
        || text.startsWith("MM\0*")
        || text.startsWith("II+\0")
        || text.startsWith("MM\0+")) {
      return Optional.of(SourceFormat.TIFF);
    }
    // A JP2 file, or its codestream alone.
    if (text.startsWith("\0\0\0\fjP  \r\n\u0087\n") || text.startsWith("\u00ffO\u00ffQ")) {
      return Optional.of(SourceFormat.JPEG_2000);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(SourceFormat.GIF);
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(SourceFormat.WEBP);
    }
    return isBmp(text) ? Optional.of(SourceFormat.BMP) : Optional.empty();
  }

  /** Two letters start many a text, so the size of the header that follows has a say. */
  private static boolean isBmp(String text) {
    if (!text.startsWith("BM") || text.length() < BMP_HEADER_BYTES) {
      return false;
    }
    boolean small = text.startsWith("\0\0\0", 15);
    int headerBytes = text.charAt(14);
    return small && headerBytes >= 12 && headerBytes <= 124;
  }
}
