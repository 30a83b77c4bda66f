package io.scriptorium.htmlschema.export;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML into memory, an element a line where wanted. For one thread. */
final class XmlText {
  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  XmlText(String prologue) {
    out.write(prologue);
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  XmlText open(String name, String... attributes) {
    return call(
        () -> {
          xml.writeStartElement(name);
          write(attributes);
        });
  }

  /** An element without content. */
  XmlText empty(String name, String... attributes) {
    return call(
        () -> {
          xml.writeEmptyElement(name);
          write(attributes);
        });
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  XmlText text(String text) {
    return call(() -> xml.writeCharacters(text));
  }

  XmlText close() {
    return call(xml::writeEndElement);
  }

  XmlText newLine() {
    return text("\n");
  }

  /** All that was written. */
  String end() {
    call(xml::writeEndDocument);
    return out.toString();
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlText call(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory cannot be written to", e);
    }
  }
}
