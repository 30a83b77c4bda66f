package io.scriptorium.samples;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.PageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A block as it stands in published HTML.
 *
 * @param type for example {@code h2} or {@code image caption}
 */
record PlacedBlock(String type, BoundingBox box) {
  /** The blocks of one page and its size; a published document is also well-formed XML. */
  record OnPage(PageSize size, List<PlacedBlock> blocks) {}

  /**
   * @param page counted from 1
   */
  static OnPage read(Path html, int page) throws IOException {
    NodeList sections = parse(html).getElementsByTagName("section");
    if (page < 1 || page > sections.getLength()) {
      throw new IllegalArgumentException(
          "there is no page " + page + ", the document has " + sections.getLength());
    }
    Element section = (Element) sections.item(page - 1);
    int[] size = numbers(section.getAttribute("data-size"), 2);
    List<PlacedBlock> blocks = new ArrayList<>();
    for (Node node = section.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        blocks.add(of(element));
      }
    }
    return new OnPage(new PageSize(size[0], size[1]), blocks);
  }

  private static PlacedBlock of(Element element) {
    boolean figure = element.getTagName().equals("div");
    int[] box = numbers(element.getAttribute("data-bbox"), 4);
    return new PlacedBlock(
        figure ? element.getAttribute("class") : element.getTagName(),
        new BoundingBox(box[0], box[1], box[2], box[3]));
  }

  private static int[] numbers(String attribute, int count) {
    String[] words = attribute.split(" ", -1);
    if (words.length != count) {
      throw new IllegalArgumentException("\"" + attribute + "\" are not " + count + " numbers");
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Integer.parseInt(words[i]);
    }
    return numbers;
  }

  private static Document parse(Path html) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      return builder.parse(html.toFile());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      throw new IOException("not a published document: " + e.getMessage(), e);
    }
  }
}
