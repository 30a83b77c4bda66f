package io.scriptorium.renderer;

/** What a source file is, told by its content and never by its name. */
public enum SourceFormat {
  PDF("PDF"),
  PNG("PNG"),
  JPEG("JPEG"),
  TIFF("TIFF"),
  JPEG_2000("JPEG 2000"),
  BMP("BMP"),
  GIF("GIF"),
  WEBP("WebP");

  private final String title;

  SourceFormat(String title) {
    this.title = title;
  }

  /** The usual name of the format. */
  @Override
  public String toString() {
    return title;
  }
}
