package io.scriptorium.renderer;

/** What a source file is, told by its content and never by its name. */
public enum SourceFormat {
  PDF,
  PNG,
  JPEG,
  TIFF
}
