package io.scriptorium.htmlschema.export;

import static io.scriptorium.htmlschema.export.Blocks.BOX;
import static io.scriptorium.htmlschema.export.Blocks.grid;
import static io.scriptorium.htmlschema.export.Blocks.list;
import static io.scriptorium.htmlschema.export.Blocks.page;
import static io.scriptorium.htmlschema.export.Blocks.paragraph;
import static io.scriptorium.htmlschema.export.Blocks.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.RandomPages;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Role;
import io.scriptorium.htmlschema.Table;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

class AltoTest {
  private static final PageImage IMAGE = new PageImage("pages/0001.png", 200);

  @Test
  void tagsRunningMatter() {
    Page page = page(running(Role.HEADER, "A letter"), running(Role.PAGE_NUMBER, "7"));

    assertThat(Alto.page(page, 1, IMAGE, "1.0"))
        .contains("<StructureTag ID=\"page-number\" LABEL=\"page-number\"/>")
        .containsPattern("ID=\"page1.block1\"[^>]*TAGREFS=\"header\"")
        .containsPattern("ID=\"page1.block2\"[^>]*TAGREFS=\"page-number\"");
  }

  @Test
  void writesASmallPage() {
    Page page =
        page(
            new Heading(BOX, 2, "Tea & cake"),
            paragraph("a  b\n<c>"),
            new Image(BOX),
            list(true, "one"),
            new Table(BOX, grid("!x;")),
            new Chart(BOX, Grid.EMPTY));

    assertThat(Alto.page(page, 3, IMAGE, "1.0"))
        .startsWith(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.4">
            <Description>
            <MeasurementUnit>pixel</MeasurementUnit>
            <sourceImageInformation><fileName>pages/0001.png</fileName></sourceImageInformation>
            """)
        .contains("<softwareName>Scriptorium</softwareName><softwareVersion>1.0</softwareVersion>")
        .endsWith(
            """
            <Layout>
            <Page ID="page3" PHYSICAL_IMG_NR="3" WIDTH="200" HEIGHT="300">
            <PrintSpace HPOS="0" VPOS="0" WIDTH="200" HEIGHT="300">
            <TextBlock ID="page3.block1" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="40" TAGREFS="heading2">
            <TextLine><String CONTENT="Tea"/><SP/><String CONTENT="&amp;"/><SP/><String CONTENT="cake"/></TextLine></TextBlock>
            <TextBlock ID="page3.block2" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="40">
            <TextLine><String CONTENT="a"/><SP/><String CONTENT="b"/></TextLine>
            <TextLine><String CONTENT="&lt;c&gt;"/></TextLine></TextBlock>
            <Illustration ID="page3.block3" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="40" TYPE="image"/>
            <ComposedBlock ID="page3.block4" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="40" TYPE="list">
            <TextBlock ID="page3.block4.item1" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="40">
            <TextLine><String CONTENT="one"/></TextLine></TextBlock>
            </ComposedBlock>
            <ComposedBlock ID="page3.block5" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="40" TYPE="table">
            <TextBlock ID="page3.block5.row1.column1" TAGREFS="header-cell">
            <TextLine><String CONTENT="x"/></TextLine></TextBlock>
            <TextBlock ID="page3.block5.row1.column2" TAGREFS="header-cell"></TextBlock>
            </ComposedBlock>
            <Illustration ID="page3.block6" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="40" TYPE="chart"/>
            </PrintSpace>
            </Page>
            </Layout>
            </alto>
            """);
  }

  @Test
  void keepsToTheStandardAndHoldsEveryWordInOrder() throws Exception {
    Schema schema = schema();
    for (long seed = 1; seed <= 300; seed++) {
      Page page = new RandomPages(seed).page();
      String alto = Alto.page(page, 1, seed % 2 == 0 ? IMAGE : PageImage.NONE, "1.0");

      assertThatCode(() -> validate(schema, alto)).as("seed %d", seed).doesNotThrowAnyException();
      assertThat(String.join("", words(alto)))
          .as("seed %d", seed)
          .isEqualTo(ReadingText.of(page).replaceAll("\\s+", ""));
    }
  }

  @Test
  void theCheckFindsWhatTheStandardForbids() throws Exception {
    Schema schema = schema();
    String alto = Alto.page(page(paragraph("a b")), 1, IMAGE, "1.0");

    assertThatCode(() -> validate(schema, alto)).doesNotThrowAnyException();
    for (String wrong :
        List.of(
            alto.replace("<SP/>", "<SP/><SP/>"),
            alto.replace("ID=\"page1.block1\"", "ID=\"page1\""),
            alto.replace("HPOS=\"10\"", "HPOS=\"ten\""),
            alto.replace("TextLine", "Line"))) {
      assertThat(wrong).isNotEqualTo(alto);
      assertThatThrownBy(() -> validate(schema, wrong)).isInstanceOf(SAXException.class);
    }
  }

  private static Schema schema() throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(AltoTest.class.getResource("alto-profile.xsd"));
  }

  private static void validate(Schema schema, String alto) throws Exception {
    schema.newValidator().validate(new StreamSource(new StringReader(alto)));
  }

  private static List<String> words(String alto) throws Exception {
    List<String> words = new ArrayList<>();
    SAXParserFactory.newInstance()
        .newSAXParser()
        .parse(
            new InputSource(new StringReader(alto)),
            new DefaultHandler() {
              @Override
              public void startElement(String uri, String local, String name, Attributes values) {
                if (name.equals("String")) {
                  words.add(values.getValue("CONTENT"));
                }
              }
            });
    return words;
  }
}
