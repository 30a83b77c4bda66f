package io.scriptorium.htmlschema;

import java.util.List;

/**
 * Writes pages canonically: the same pages always give the same characters, and a reader written
 * for what Qwen2.5-VL emits reads them unchanged. The result is well-formed, holds no active
 * content and refers to nothing outside itself but, where they are asked for, to the pictures of
 * its figures. Safe for use by several threads.
 */
public final class HtmlWriter {
  /** Version of the published format; it changes when a reader has to. */
  public static final int FORMAT_VERSION = 1;

  private HtmlWriter() {}

  /** One page as {@code <html><body>…</body></html>}, one block a line. */
  public static String page(Page page) {
    StringBuilder out = new StringBuilder("<html><body>\n");
    new BlockWriter(out).write(page.blocks());
    return out.append("</body></html>").toString();
  }

  /**
   * All pages of a document, each in its {@code <section class="page">}, numbered from 1: a whole
   * HTML5 file, to be stored as UTF-8.
   */
  public static String document(List<Page> pages) {
    return document(pages, CropLinks.NONE);
  }

  /** The same with links from figures to the pictures that lie beside the document. */
  public static String document(List<Page> pages, CropLinks crops) {
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n<title>QwenVL HTML ")
        .append(FORMAT_VERSION)
        .append("</title>\n</head>\n<body>\n");
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      out.append("<section class=\"page\" data-page=\"").append(i + 1).append('"');
      out.append(" data-size=\"").append(page.size().width()).append(' ');
      out.append(page.size().height()).append("\">\n");
      new BlockWriter(out, crops, i + 1).write(page.blocks());
      out.append("</section>\n");
    }
    return out.append("</body>\n</html>\n").toString();
  }
}
