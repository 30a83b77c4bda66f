package io.scriptorium.renderer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.scriptorium.renderer.RenderException.Code;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells formats by the first bytes of a file. */
final class FormatSniffer {
  /** Readers of PDF take junk before the header as long as it starts within the first KiB. */
  static final int HEAD_BYTES = 1024 + "%PDF-".length();

  private FormatSniffer() {}

  static SourceFormat sniff(byte[] head) throws RenderException {
    String text = new String(head, ISO_8859_1);
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return SourceFormat.PNG;
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return SourceFormat.JPEG;
    }
    // 42 marks TIFF, 43 marks BigTIFF, whose offsets have 64 bits.
    if (text.startsWith("II*\0")
        || text.startsWith("MM\0*")
        || text.startsWith("II+\0")
        || text.startsWith("MM\0+")) {
      return SourceFormat.TIFF;
    }
    if (text.contains("%PDF-")) {
      return SourceFormat.PDF;
    }
    String supported =
        Arrays.stream(SourceFormat.values()).map(Enum::name).collect(Collectors.joining(", "));
    throw new RenderException(
        Code.FORMAT_UNSUPPORTED, "the content is none of the supported formats: " + supported);
  }
}
