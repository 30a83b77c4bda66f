package io.scriptorium.renderer;

import static io.scriptorium.fixtures.PdfBuilder.aPdf;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.AT_72_DPI;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static io.scriptorium.renderer.Rendering.firstPage;
import static io.scriptorium.renderer.Rendering.page;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.fixtures.Damage;
import io.scriptorium.fixtures.RawPdf;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs that were made to do harm, or that no program should have written. */
class HostilePdfTest {
  private static final RenderOptions ONE_MEGABYTE = AT_72_DPI.withMaxUnpackedBytes(1 << 20);
  private static final long TOO_MUCH = 3L << 20;

  @TempDir Path folder;

  @Test
  void stopsContentsThatUnpackToMoreThanTheLimit() {
    byte[] pdf = onePage("", RawPdf.bomb("", ' ', TOO_MUCH));

    assertTooCostly(pdf);
  }

  @Test
  void stopsChainsOfFiltersBeforeTheyFillTheMemory() {
    byte[] packed = RawPdf.deflated(' ', TOO_MUCH);
    byte[] pdf =
        onePage(
            "",
            RawPdf.stream(
                "/Filter [/ASCIIHexDecode /FlateDecode]",
                (HexFormat.of().formatHex(packed) + ">").getBytes(US_ASCII)));

    assertTooCostly(pdf);
  }

  @Test
  void stopsRunLengthsThatUnpackToMoreThanTheLimit() {
    byte[] runs = new byte[2 * (int) (TOO_MUCH / 128)];
    for (int i = 0; i < runs.length; i += 2) {
      runs[i] = (byte) 129;
      runs[i + 1] = ' ';
    }

    assertTooCostly(onePage("", RawPdf.stream("/Filter /RunLengthDecode", runs)));
  }

  @Test
  void stopsLzwThatUnpacksToMoreThanTheLimit() throws Exception {
    COSStream packed = new COSStream();
    try (OutputStream out = packed.createOutputStream(COSName.LZW_DECODE)) {
      out.write(" ".repeat((int) TOO_MUCH).getBytes(US_ASCII));
    }
    try (InputStream raw = packed.createRawInputStream()) {
      assertTooCostly(onePage("", RawPdf.stream("/Filter /LZWDecode", raw.readAllBytes())));
    }
  }

  @Test
  void stopsPicturesThatUnpackToMoreThanTheLimit() {
    byte[] pdf =
        onePage(
            "/Resources << /XObject << /I 5 0 R >> >>",
            RawPdf.stream("", "9 0 0 9 0 0 cm /I Do".getBytes(US_ASCII)),
            RawPdf.bomb(
                "/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceRGB"
                    + " /BitsPerComponent 8",
                'x',
                TOO_MUCH));

    assertTooCostly(pdf);
  }

  @Test
  void stopsPicturesInsideOfContents() {
    String picture =
        new String(RawPdf.deflated('x', TOO_MUCH), ISO_8859_1).replace("EI", "E" + "I");
    byte[] content =
        ("9 0 0 9 0 0 cm BI /W 9 /H 9 /CS /RGB /BPC 8 /F /Fl ID " + picture + "\nEI\n")
            .getBytes(ISO_8859_1);

    assertTooCostly(onePage("", RawPdf.stream("", content)));
  }

  @Test
  void stopsFontsThatUnpackToMoreThanTheLimit() {
    byte[] pdf =
        onePage(
            "/Resources << /Font << /F 5 0 R >> >>",
            RawPdf.stream("", "BT /F 9 Tf 9 9 Td (x) Tj ET".getBytes(US_ASCII)),
            "<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R >>",
            "<< /Type /FontDescriptor /FontName /X /Flags 32 /FontFile2 7 0 R >>",
            RawPdf.bomb("", 'x', TOO_MUCH));

    assertTooCostly(pdf);
  }

  @Test
  void stopsColourProfilesThatUnpackToMoreThanTheLimit() {
    byte[] pdf =
        onePage(
            "/Resources << /ColorSpace << /C [/ICCBased 5 0 R] >> >>",
            RawPdf.stream("", "/C cs 1 0 0 sc 0 0 9 9 re f".getBytes(US_ASCII)),
            RawPdf.bomb("/N 3", 'x', TOO_MUCH));

    assertTooCostly(pdf);
  }

  @Test
  void stopsTablesOfObjectsThatUnpackToMoreThanTheLimit() {
    byte[] pdf = crossReferenceStream(TOO_MUCH);

    assertRefused(Code.DOCUMENT_TOO_COSTLY, () -> Rendering.open(pdf, ONE_MEGABYTE, folder))
        .withMessageContaining("unpacks to more than 1048576 bytes");
  }

  /** A file whose table of objects is a stream that unpacks to the given size. */
  private static byte[] crossReferenceStream(long size) {
    String head =
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
            + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n";
    String table =
        "4 0 obj\n"
            + RawPdf.bomb("/Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R", (char) 0, size)
            + "\nendobj\n";
    return (head + table + "startxref\n" + head.length() + "\n%%EOF\n").getBytes(ISO_8859_1);
  }

  @Test
  void stopsPackedObjectsThatUnpackToMoreThanTheLimit() {
    byte[] pdf = objectStream(TOO_MUCH);

    assertRefused(Code.DOCUMENT_TOO_COSTLY, () -> Rendering.open(pdf, ONE_MEGABYTE, folder))
        .withMessageContaining("unpacks to more than 1048576 bytes");
  }

  @Test
  void readsPackedObjectsWithinTheLimit() throws Exception {
    assertThatImage(page(1, objectStream(1000), ONE_MEGABYTE, folder).image()).hasSize(9, 9);
  }

  /** A file whose page tree lies in a stream of objects that unpacks to more than the size. */
  private static byte[] objectStream(long size) {
    String catalogue = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";
    String page = "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n";
    String packed =
        "5 0 obj\n"
            + RawPdf.deflatedStream(
                "/Type /ObjStm /N 1 /First 4",
                "2 0 << /Type /Pages /Kids [3 0 R] /Count 1 >>" + " ".repeat((int) size))
            + "\nendobj\n";
    int pageAt = catalogue.length();
    int packedAt = pageAt + page.length();
    int tableAt = packedAt + packed.length();
    ByteBuffer table = ByteBuffer.allocate(6 * 4);
    table.putInt(0);
    table.put((byte) 1).putShort((short) 9).put((byte) 0);
    table.put((byte) 2).putShort((short) 5).put((byte) 0);
    table.put((byte) 1).putShort((short) pageAt).put((byte) 0);
    table.put((byte) 1).putShort((short) tableAt).put((byte) 0);
    table.put((byte) 1).putShort((short) packedAt).put((byte) 0);
    String end =
        "4 0 obj\n"
            + RawPdf.stream("/Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R", table.array())
            + "\nendobj\nstartxref\n"
            + tableAt
            + "\n%%EOF\n";
    return (catalogue + page + packed + end).getBytes(ISO_8859_1);
  }

  @Test
  void neverUnpacksNotesOfTheDocument() throws Exception {
    String xmp =
        "<?xpacket?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&b;";
    byte[] pdf =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>",
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Metadata 5 0 R >>",
                RawPdf.stream("", "1 0 0 rg 0 0 9 9 re f".getBytes(US_ASCII)),
                RawPdf.deflatedStream(
                    "/Type /Metadata /Subtype /XML", xmp + " ".repeat((int) TOO_MUCH)))
            .bytes();

    assertThatImage(page(1, pdf, ONE_MEGABYTE, folder).image()).hasColor(Color.RED, 4, 4);
  }

  @Test
  void neverUnpacksAttachments() throws Exception {
    byte[] pdf =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(bomb) 4 0 R]"
                    + " >> >> >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>",
                "<< /Type /Page /Parent 2 0 R >>",
                "<< /Type /Filespec /F (bomb) /EF << /F 5 0 R >> >>",
                RawPdf.bomb("/Type /EmbeddedFile /Params << /Size 7 >>", 'x', TOO_MUCH))
            .bytes();
    try (PageSource source = Rendering.open(pdf, ONE_MEGABYTE, folder)) {
      assertThat(source.facts().attachments())
          .containsExactly(new DocumentFacts.Attachment("bomb", 7));
      assertThatImage(source.render(1).image()).hasSize(9, 9);
    }
  }

  @Test
  void readsTheSizeOfPackedPicturesBeforeTheirDecodersAllocateIt() {
    byte[] jpeg =
        ByteBuffer.allocate(24)
            .put(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8})
            .putShort((short) 60_000)
            .putShort((short) 60_000)
            .put((byte) 3)
            .array();
    byte[] pdf =
        onePage(
            "/Resources << /XObject << /I 5 0 R >> >>",
            RawPdf.stream("", "9 0 0 9 0 0 cm /I Do".getBytes(US_ASCII)),
            RawPdf.stream(
                "/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceRGB"
                    + " /BitsPerComponent 8 /Filter /DCTDecode",
                jpeg));

    assertRefused(Code.PAGE_TOO_COSTLY, () -> page(1, pdf, AT_72_DPI, folder))
        .withMessage("page 1 unpacks to more than 536870912 bytes");
  }

  @Test
  void stopsContentsThatAreGiantJbig2Pictures() {
    byte[] page =
        ByteBuffer.allocate(40)
            .putInt(0)
            .put((byte) 48)
            .put((byte) 0)
            .put((byte) 1)
            .putInt(19)
            .putInt(100_000)
            .putInt(100_000)
            .array();
    byte[] pdf = onePage("", RawPdf.stream("/Filter /JBIG2Decode", page));

    assertRefused(Code.PAGE_TOO_COSTLY, () -> page(1, pdf, AT_72_DPI, folder));
  }

  @Test
  void stopsFormsThatDrawEachOtherOverAndOver() {
    // Each of ten levels draws the next ten times: ten thousand million drawings.
    String[] objects = new String[14];
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    objects[1] = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>";
    objects[2] = "<< /Type /Page /Parent 2 0 R /Resources 4 0 R /Contents 5 0 R >>";
    StringBuilder names = new StringBuilder("<< /XObject << ");
    for (int i = 0; i < 10; i++) {
      names.append("/F").append(i).append(' ').append(5 + i).append(" 0 R ");
    }
    objects[3] = names + ">> >>";
    for (int i = 0; i < 10; i++) {
      String draws = i == 9 ? "0 0 1 1 re f " : ("/F" + (i + 1) + " Do ").repeat(10);
      objects[4 + i] =
          RawPdf.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", draws.getBytes(US_ASCII));
    }
    byte[] pdf = RawPdf.of(objects).bytes();

    assertRefused(Code.PAGE_TOO_COSTLY, () -> firstPage(pdf, folder))
        .withMessageContaining("operators");
  }

  @Test
  void leavesLoopsOfType3FontsPatternsAndMasks() throws Exception {
    byte[] type3 =
        onePage(
            "/Resources 6 0 R",
            RawPdf.stream("", "BT /F 9 Tf 1 1 Td (a) Tj ET".getBytes(US_ASCII)),
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0]"
                + " /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97"
                + " /LastChar 97 /Widths [1] /Resources 6 0 R >>",
            "<< /Font << /F 5 0 R >> >>",
            RawPdf.stream("", "1 0 d0 BT /F 1 Tf (a) Tj ET 0 0 1 1 re f".getBytes(US_ASCII)));
    byte[] pattern =
        onePage(
            "/Resources 6 0 R",
            RawPdf.stream("", "/Pattern cs /P scn 0 0 9 9 re f".getBytes(US_ASCII)),
            RawPdf.stream(
                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9"
                    + " /YStep 9 /Resources 6 0 R",
                "/Pattern cs /P scn 0 0 9 9 re f".getBytes(US_ASCII)),
            "<< /Pattern << /P 5 0 R >> >>");
    byte[] mask =
        onePage(
            "/Resources 6 0 R",
            RawPdf.stream("", "/G gs 0 0 9 9 re f".getBytes(US_ASCII)),
            RawPdf.stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency /CS"
                    + " /DeviceGray >> /Resources 6 0 R",
                "/G gs 0 0 9 9 re f".getBytes(US_ASCII)),
            "<< /ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> >> >> >>");

    assertEnds(type3);
    assertEnds(pattern);
    assertEnds(mask);
  }

  @Test
  void leavesLoopsOfFormsFunctionsAndOutlines() throws Exception {
    byte[] form =
        onePage(
            "/Resources 6 0 R",
            RawPdf.stream("", "/X Do".getBytes(US_ASCII)),
            RawPdf.stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R",
                "/X Do 0 0 9 9 re f".getBytes(US_ASCII)),
            "<< /XObject << /X 5 0 R >> >>");
    byte[] function =
        onePage(
            "/Resources << /ColorSpace << /C [/Separation /Spot /DeviceGray 5 0 R] >> >>",
            RawPdf.stream("", "/C cs 1 sc 0 0 9 9 re f".getBytes(US_ASCII)),
            "<< /FunctionType 3 /Domain [0 1] /Functions [5 0 R] /Bounds [] /Encode [0 1] >>");
    byte[] outline =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>",
                "<< /Type /Page /Parent 2 0 R >>",
                "<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>",
                "<< /Title (x) /Parent 5 0 R /First 5 0 R /Next 5 0 R >>")
            .bytes();

    assertEnds(form);
    assertEnds(function);
    assertThatImage(firstPage(outline, folder).image()).hasSize(9, 9);
  }

  /** Drawn somehow, or refused by a code of the page. */
  private void assertEnds(byte[] pdf) throws Exception {
    try {
      assertThat(firstPage(pdf, folder).image().width()).isPositive();
    } catch (RenderException e) {
      assertThat(e.code()).isIn(Code.PAGE_DAMAGED, Code.PAGE_TOO_COSTLY);
    }
  }

  @Test
  void leavesLoopsInTheChainOfRevisions() throws Exception {
    byte[] pdf = onePage("", RawPdf.stream("", "1 0 0 rg 0 0 9 9 re f".getBytes(US_ASCII)));
    String text = new String(pdf, ISO_8859_1);
    int table = text.lastIndexOf("xref\n0");
    byte[] looping = text.replace("/Root 1 0 R", "/Root 1 0 R /Prev " + table).getBytes(ISO_8859_1);

    assertThatImage(firstPage(looping, folder).image()).hasColor(Color.RED, 4, 4);
  }

  @Test
  void showsTheLastRevisionAlone() throws Exception {
    byte[] first = onePage("", RawPdf.stream("", "1 0 0 rg 0 0 9 9 re f".getBytes(US_ASCII)));
    String text = new String(first, ISO_8859_1);
    int previous = text.lastIndexOf("xref\n0");
    String update =
        "4 0 obj\n" + RawPdf.stream("", "0 0 1 rg 0 0 9 9 re f".getBytes(US_ASCII)) + "\nendobj\n";
    String table =
        "xref\n4 1\n%010d 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(text.length(), previous, text.length() + update.length());

    byte[] both = (text + update + table).getBytes(ISO_8859_1);

    assertThatImage(firstPage(both, folder).image()).hasColor(Color.BLUE, 4, 4);
  }

  @ParameterizedTest
  @CsvSource({
    // box, user unit, expected size at 72 dpi within a million pixels
    "0 0 14400 14400, 1, 999, 999",
    "0 0 14400 14400, 75, 999, 999",
    "0 0 1 1, 1, 56, 56",
    "0 0 1000 1, 1, 1770, 1",
    "200 300 100 100, 1, 100, 200",
    "0 0 1000000000 1000000000, 1, 999, 999",
  })
  void bringsPagesOfAnySizeWithinTheLimits(String box, int unit, int width, int height)
      throws Exception {
    byte[] pdf =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [%s] /UserUnit %d >>".formatted(box, unit))
            .bytes();

    RenderedPage page =
        page(1, pdf, AT_72_DPI.withMaxPixels(1_000_000).withMinPixels(3136), folder);

    assertThat((long) page.image().width() * page.image().height()).isLessThanOrEqualTo(1_000_000);
    assertThat(page.image().width()).isBetween(width - 1, width + 1);
    assertThat(page.image().height()).isBetween(height - 1, height + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN NaN NaN NaN", "0 0 -0 0", "/a /b /c /d", "0 0", "(x) 1 2 3"})
  void endsWithPagesWhoseBoxesMakeNoSense(String box) throws Exception {
    byte[] pdf =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [%s] >>".formatted(box))
            .bytes();

    assertEnds(pdf);
  }

  @Test
  void listsAttachmentsBySafeLabelsAndOpensNone() throws Exception {
    byte[] pdf =
        aPdf()
            .pages(1)
            .attachment("../../etc/cron.d/\u202Ejob\n.txt", new byte[40])
            .attachment("terms.txt", new byte[7])
            .bytes();
    try (PageSource source = Rendering.open(pdf, AT_72_DPI, folder)) {
      assertThat(source.facts().attachments())
          .containsExactlyInAnyOrder(
              new DocumentFacts.Attachment("../../etc/cron.d/\uFFFDjob\uFFFD.txt", 40),
              new DocumentFacts.Attachment("terms.txt", 7));
      assertThat(source.facts().xfa()).isFalse();
    }
  }

  @Test
  void marksXfaFormsAndResolvesNothingInThem() throws Exception {
    String entity =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
    byte[] pdf =
        RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 4 0 R /NeedAppearances"
                    + " true >> /Metadata 4 0 R /OpenAction << /S /URI /URI (http://127.0.0.1:9/)"
                    + " >> >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 90 60] >>",
                RawPdf.stream("", entity.getBytes(US_ASCII)))
            .bytes();
    try (PageSource source = Rendering.open(pdf, AT_72_DPI, folder)) {
      assertThat(source.facts().xfa()).isTrue();
      assertThatImage(source.render(1).image()).hasSize(90, 60);
    }
  }

  @Test
  void refusesFormDataAndResolvesNothingInThem() {
    String xfdf =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xfdf"
            + " xmlns=\"http://ns.adobe.com/xfdf/\"><fields><field name=\"n\"><value>&e;</value>"
            + "</field></fields></xfdf>";

    assertRefused(
            Code.FORMAT_UNSUPPORTED,
            () -> Rendering.open(xfdf.getBytes(US_ASCII), AT_72_DPI, folder))
        .withMessageNotContaining("root:");
  }

  @Test
  void fetchesAndRunsNothing() throws Exception {
    Path touched = folder.resolve("touched");
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String place = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
      byte[] pdf =
          RawPdf.of(
                  "<< /Type /Catalog /Pages 2 0 R /URI << /Base (%s) >> /OpenAction << /S /Launch /F"
                          .formatted(place)
                      + " (/bin/touch) /Unix << /F (%s) >> >> /AA << /WC << /S /JavaScript /JS"
                          .formatted(touched)
                      + " (app.launchURL('%s')) >> >> /AcroForm << /Fields [] /XFA (%s) >> >>"
                          .formatted(place, place),
                  "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>",
                  "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /AA << /O << /S /URI /URI (%s) >> >>"
                          .formatted(place)
                      + " /Annots [5 0 R 6 0 R] /Resources << /XObject << /I 7 0 R >> /Font << /F"
                      + " 8 0 R >> >> >>",
                  RawPdf.stream(
                      "", "1 0 0 rg 0 0 9 9 re f /I Do BT /F 1 Tf (x) Tj ET".getBytes(US_ASCII)),
                  "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F << /FS /URL /F (%s) >> >> >>"
                      .formatted(place),
                  "<< /Subtype /3D /Rect [0 0 9 9] /3DD << /FS /URL /F (%s) >> >>".formatted(place),
                  "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F << /FS /URL /F (%s)"
                          .formatted(place)
                      + " >> /Page 0 >> /Length 0 >>\nstream\n\nendstream",
                  "<< /Type /Font /Subtype /TrueType /BaseFont /Far /FontDescriptor << /FontName"
                      + " /Far /Flags 32 /FontFile2 9 0 R >> >>",
                  RawPdf.stream("/F << /FS /URL /F (%s) >>".formatted(place), new byte[0]))
              .bytes();

      assertThatImage(firstPage(pdf, folder).image()).hasColor(Color.RED, 1, 1);

      // A call would wait in the queue of the listener.
      listener.setSoTimeout(1);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
      assertThat(touched).doesNotExist();
    }
  }

  @Test
  void repairsFilesWithoutTableRootOrEnd() throws Exception {
    byte[] pdf = onePage("", RawPdf.stream("", "1 0 0 rg 0 0 9 9 re f".getBytes(US_ASCII)));
    String text = new String(pdf, ISO_8859_1);
    byte[] withoutTable = text.substring(0, text.lastIndexOf("xref\n0")).getBytes(ISO_8859_1);
    byte[] withoutRoot = text.replace("/Root 1 0 R", "").getBytes(ISO_8859_1);
    byte[] joined = Damage.prefixed(pdf, pdf);

    for (byte[] broken : new byte[][] {withoutTable, withoutRoot, joined}) {
      assertThatImage(firstPage(broken, folder).image()).hasColor(Color.RED, 4, 4);
    }
  }

  private void assertTooCostly(byte[] pdf) {
    assertRefused(Code.PAGE_TOO_COSTLY, () -> page(1, pdf, ONE_MEGABYTE, folder))
        .withMessage("page 1 unpacks to more than 1048576 bytes");
  }

  /** A page of 9 x 9 points with the given content, which is object 4. */
  private static byte[] onePage(String entries, String... objects) {
    String[] all = new String[objects.length + 3];
    all[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    all[1] = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>";
    all[2] = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + entries + " >>";
    System.arraycopy(objects, 0, all, 3, objects.length);
    return RawPdf.of(all).bytes();
  }
}
