package io.scriptorium.parser;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms in which a result can be written. Names and places are stable. */
public enum ExportFormat {
  /** QwenVL HTML: with {@link #JSON} the result itself, from which all else is derived. */
  HTML("document.html"),
  /** Blocks, provenance and failures. */
  JSON("document.json"),
  /** Markdown. */
  MD("document.md"),
  /** Plain text in reading order. */
  TXT("document.txt"),
  /** The document itself as a PDF that can be searched. */
  PDF("document.pdf"),
  /** ALTO, a file a page. */
  ALTO("alto"),
  HOCR("document.hocr"),
  /** The tables and the data of charts, a file each. */
  CSV("tables");

  private final String place;

  ExportFormat(String place) {
    this.place = place;
  }

  /** The name by which it is asked for. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The file or folder in the result folder. */
  public String place() {
    return place;
  }

  /**
   * Reads a list such as {@code md,pdf}.
   *
   * @throws IllegalArgumentException if a name is unknown; the text is a clause that lists all
   */
  public static Set<ExportFormat> parse(String list) {
    Set<ExportFormat> formats = EnumSet.noneOf(ExportFormat.class);
    for (String name : list.split(",", -1)) {
      formats.add(
          find(name.strip())
              .orElseThrow(
                  () -> new IllegalArgumentException("may only name formats of " + ids())));
    }
    return formats;
  }

  private static Optional<ExportFormat> find(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }

  /** All names, parted by commas. */
  public static String ids() {
    return Arrays.stream(values()).map(ExportFormat::id).collect(Collectors.joining(","));
  }
}
