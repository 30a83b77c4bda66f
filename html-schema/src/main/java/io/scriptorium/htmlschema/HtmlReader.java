package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads documents in the published format back, as {@link HtmlWriter#document} writes them. Only
 * valid files are read: what {@link HtmlValidator} objects to is refused and not put right. Safe
 * for use by several threads.
 */
public final class HtmlReader {
  private HtmlReader() {}

  /**
   * The pages of a document, the first one first.
   *
   * @throws InvalidHtmlException if the file is not valid, or is a page without its document
   */
  public static List<Page> document(String html) throws InvalidHtmlException {
    ValidationReport report = HtmlValidator.validate(html);
    if (!report.isValid()) {
      throw new InvalidHtmlException(report.violations());
    }
    Document document = Parser.htmlParser().parseInput(html, "");
    List<Page> pages = new ArrayList<>();
    for (Element section : document.body().children()) {
      if (!section.nameIs("section")) {
        throw InvalidHtmlException.noDocument();
      }
      pages.add(page(section));
    }
    return pages;
  }

  private static Page page(Element section) {
    String[] size = section.attr("data-size").split(" ");
    PageSize page = new PageSize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
    RepairLog log = new RepairLog();
    BlockReader reader = new BlockReader(new BoxReader(page, page, log), new FileMarks(log), log);
    reader.read(section);
    return new Page(page, reader.blocks());
  }
}
