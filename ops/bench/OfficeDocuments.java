import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Draws the PDFs that renderers are compared on: letters, tables, reports with photographs and
 * charts, black and white and coloured scans. The same arguments give the same pages.
 *
 * <pre>{@code
 * java -cp 'routes/target/lib/*' ops/bench/OfficeDocuments.java FOLDER PAGES_EACH
 * }</pre>
 */
public final class OfficeDocuments {
  private static final float MARGIN = 56;
  private static final String[] WORDS =
      ("the account of this quarter shows that deliveries to the northern depot were late and the"
              + " invoice number 20418 was paid twice while credit for returned goods is due on the"
              + " first of March as agreed in our letter regarding transport insurance and storage")
          .split(" ");

  private final Random random = new Random(20418);
  private final PDDocument document = new PDDocument();
  private final PDFont serif;
  private final PDFont sans;
  private final PDFont bold;

  private OfficeDocuments() throws IOException {
    serif = font("LiberationSerif-Regular");
    sans = font("LiberationSans-Regular");
    bold = font("LiberationSans-Bold");
  }

  /** What is on a page. */
  private interface Kind {
    void draw(OfficeDocuments with, PDPageContentStream canvas, int number) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int pages = Integer.parseInt(arguments[1]);
    write(folder.resolve("letters.pdf"), pages, (with, canvas, number) -> with.letter(canvas));
    write(folder.resolve("tables.pdf"), pages, (with, canvas, number) -> with.table(canvas));
    write(folder.resolve("reports.pdf"), pages, (with, canvas, number) -> with.report(canvas));
    write(folder.resolve("fax.pdf"), pages, (with, canvas, number) -> with.scan(canvas, true));
    write(folder.resolve("scans.pdf"), pages, (with, canvas, number) -> with.scan(canvas, false));
  }

  private static void write(Path file, int pages, Kind kind) throws IOException {
    OfficeDocuments with = new OfficeDocuments();
    try (PDDocument document = with.document) {
      for (int number = 1; number <= pages; number++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream canvas = new PDPageContentStream(document, page)) {
          kind.draw(with, canvas, number);
        }
      }
      document.save(file.toFile());
    }
  }

  private PDFont font(String name) throws IOException {
    try (InputStream in = OfficeDocuments.class.getResourceAsStream("/liberation/" + name + ".ttf")) {
      return PDType0Font.load(document, in);
    }
  }

  private void letter(PDPageContentStream canvas) throws IOException {
    text(canvas, bold, 16, MARGIN, 770, "Harbour Freight & Storage");
    lines(canvas, serif, 11, 14, MARGIN, 700, 480, 44);
  }

  private void table(PDPageContentStream canvas) throws IOException {
    float rowHeight = 15;
    for (int row = 0; row < 44; row++) {
      float y = 760 - row * rowHeight;
      if (row % 2 == 1) {
        canvas.setNonStrokingColor(0.93f, 0.95f, 0.98f);
        canvas.addRect(MARGIN, y - 4, 480, rowHeight);
        canvas.fill();
        canvas.setNonStrokingColor(0f);
      }
      for (int column = 0; column < 6; column++) {
        canvas.addRect(MARGIN + column * 80, y - 4, 80, rowHeight);
        String cell = column == 0 ? word() : String.valueOf(random.nextInt(1_000_000) / 100.0);
        text(canvas, row == 0 ? bold : sans, 9, MARGIN + 4 + column * 80, y, cell);
      }
      canvas.setLineWidth(0.4f);
      canvas.stroke();
    }
  }

  private void report(PDPageContentStream canvas) throws IOException {
    text(canvas, bold, 18, MARGIN, 770, "Quarterly report");
    lines(canvas, serif, 9, 11, MARGIN, 740, 230, 58);
    PDImageXObject photo = JPEGFactory.createFromImage(document, photo(700, 500), 0.8f);
    canvas.drawImage(photo, 310, 560, 230, 164);
    for (int bar = 0; bar < 12; bar++) {
      canvas.setNonStrokingColor(bar / 12f, 0.3f, 1 - bar / 12f);
      canvas.addRect(310 + bar * 19, 380, 15, 20 + random.nextInt(120));
      canvas.fill();
    }
    canvas.setNonStrokingColor(0f);
    canvas.setLineWidth(1);
    canvas.moveTo(310, 180);
    for (int x = 0; x < 230; x++) {
      canvas.lineTo(310 + x, 180 + 40 * (float) Math.sin(x / 9.0) + random.nextInt(9));
    }
    canvas.stroke();
    lines(canvas, serif, 9, 11, 310, 140, 230, 6);
  }

  private void scan(PDPageContentStream canvas, boolean bilevel) throws IOException {
    int dpi = bilevel ? 300 : 200;
    int width = Math.round(595 * dpi / 72f);
    int height = Math.round(842 * dpi / 72f);
    BufferedImage sheet =
        new BufferedImage(
            width,
            height,
            bilevel ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(bilevel ? Color.WHITE : new Color(247, 244, 236));
    pen.fillRect(0, 0, width, height);
    pen.setColor(bilevel ? Color.BLACK : new Color(40, 38, 60));
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, dpi * 11 / 72));
    for (int line = 0; line < 44; line++) {
      StringBuilder words = new StringBuilder();
      for (int i = 0; i < 13; i++) {
        words.append(word()).append(' ');
      }
      pen.drawString(words.toString(), dpi * 3 / 4, dpi * 5 / 4 + line * dpi * 14 / 72);
    }
    pen.dispose();
    PDImageXObject image =
        bilevel
            ? CCITTFactory.createFromImage(document, sheet)
            : JPEGFactory.createFromImage(document, sheet, 0.75f);
    canvas.drawImage(image, 0, 0, 595.28f, 841.89f);
  }

  private BufferedImage photo(int width, int height) {
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = photo.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(90, 150, 220), width, height, Color.ORANGE));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < 300; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(width), random.nextInt(height), 30, 20);
    }
    pen.dispose();
    return photo;
  }

  private void lines(
      PDPageContentStream canvas,
      PDFont font,
      float size,
      float leading,
      float x,
      float y,
      float width,
      int count)
      throws IOException {
    for (int line = 0; line < count; line++) {
      StringBuilder words = new StringBuilder(word());
      String next = word();
      while (font.getStringWidth(words + " " + next) / 1000 * size < width) {
        words.append(' ').append(next);
        next = word();
      }
      text(canvas, font, size, x, y - line * leading, words.toString());
    }
  }

  private static void text(
      PDPageContentStream canvas, PDFont font, float size, float x, float y, String text)
      throws IOException {
    canvas.beginText();
    canvas.setFont(font, size);
    canvas.newLineAtOffset(x, y);
    canvas.showText(text);
    canvas.endText();
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
