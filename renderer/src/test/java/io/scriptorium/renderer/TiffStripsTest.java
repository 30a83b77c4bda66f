package io.scriptorium.renderer;

import static io.scriptorium.fixtures.RawTiff.aRawTiff;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.ImageFiles;
import io.scriptorium.fixtures.RawTiff;
import io.scriptorium.fixtures.TestImages;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Strips of a TIFF that hold fewer rows than they should, in every packing. */
class TiffStripsTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 24;

  @TempDir Path folder;

  /** Packs rows whose left half is white and whose right half is black. */
  enum Fax {
    MODIFIED_HUFFMAN(2, 0, 1),
    GROUP_3(3, 0, 1),
    GROUP_3_WITHOUT_ENDS_OF_LINES(3, 0, 1),
    GROUP_3_TWO_DIMENSIONAL(3, 1, 1),
    GROUP_4(4, 0, 1),
    GROUP_4_REVERSED(4, 0, 2);

    private static final String RUNS = "101010" + "0000010111";
    private static final String END_OF_LINE = "000000000001";
    private static final String AS_ABOVE = "11";

    private final int compression;
    private final int options;
    private final int fillOrder;

    Fax(int compression, int options, int fillOrder) {
      this.compression = compression;
      this.options = options;
      this.fillOrder = fillOrder;
    }

    byte[] rows(int count) {
      String bits =
          switch (this) {
            case MODIFIED_HUFFMAN, GROUP_3_WITHOUT_ENDS_OF_LINES -> RUNS.repeat(count);
            case GROUP_3 -> (END_OF_LINE + RUNS).repeat(count);
            case GROUP_3_TWO_DIMENSIONAL ->
                END_OF_LINE + "1" + RUNS + (END_OF_LINE + "0" + AS_ABOVE).repeat(count - 1);
            case GROUP_4, GROUP_4_REVERSED -> "001" + RUNS + AS_ABOVE.repeat(count - 1);
          };
      byte[] bytes = new byte[(bits.length() + 7) / 8];
      for (int i = 0; i < bits.length(); i++) {
        int bit = fillOrder == 1 ? 0x80 >> (i % 8) : 1 << (i % 8);
        bytes[i / 8] |= (byte) (bits.charAt(i) == '1' ? bit : 0);
      }
      return bytes;
    }

    RawTiff page(RawTiff tiff, byte[]... strips) {
      return tiff.page(WIDTH, HEIGHT)
          .samples(1, 1)
          .tag(RawTiff.PHOTOMETRIC, 0)
          .tag(RawTiff.COMPRESSION, compression)
          .tag(266, fillOrder)
          .tag(292, options)
          .tag(RawTiff.ROWS_PER_STRIP, HEIGHT / strips.length)
          .strips(strips);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsWholeFaxes(Fax fax) throws Exception {
    byte[] tiff = fax.page(aRawTiff(), fax.rows(HEIGHT / 2), fax.rows(HEIGHT / 2)).bytes();

    assertThatImage(Rendering.firstPage(tiff, folder).image())
        .hasColor(Color.WHITE, 8, HEIGHT - 1)
        .hasColor(Color.BLACK, 24, HEIGHT - 1);
  }

  @ParameterizedTest
  @EnumSource
  void reportsFaxesThatAreCutOffAndReadsTheOtherPages(Fax fax) throws Exception {
    RawTiff tiff = fax.page(aRawTiff(), fax.rows(HEIGHT / 2), fax.rows(5));
    byte[] bytes = fax.page(tiff, fax.rows(HEIGHT)).bytes();

    assertRefused(Code.PAGE_DAMAGED, () -> Rendering.page(1, bytes, Rendering.AT_72_DPI, folder))
        .withMessage("page 1 is cut off or missing");
    assertThatImage(Rendering.page(2, bytes, Rendering.AT_72_DPI, folder).image())
        .hasColor(Color.BLACK, 24, HEIGHT - 1);
  }

  @Test
  void toleratesARowThatOtherProgramsFindAtTheEnd() throws Exception {
    Fax fax = Fax.GROUP_3;

    byte[] tiff = fax.page(aRawTiff(), fax.rows(HEIGHT - 1)).bytes();

    assertThat(Rendering.firstPage(tiff, folder).image().height()).isEqualTo(HEIGHT);
  }

  enum Packing {
    LZW(5),
    DEFLATE(8),
    PACK_BITS(32_773),
    JPEG(7);

    private final int compression;

    Packing(int compression) {
      this.compression = compression;
    }

    /** Black rows. */
    byte[] rows(int count) throws Exception {
      byte[] plain = new byte[WIDTH * count];
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      switch (this) {
        case LZW -> {
          COSStream stream = new COSStream();
          try (OutputStream out = stream.createOutputStream(COSName.LZW_DECODE)) {
            out.write(plain);
          }
          stream.createRawInputStream().transferTo(packed);
        }
        case DEFLATE -> {
          try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(plain);
          }
        }
        case PACK_BITS -> {
          for (int row = 0; row < count; row++) {
            packed.write(1 - WIDTH);
            packed.write(0);
          }
        }
        case JPEG -> {
          byte[] whole = ImageFiles.jpeg(TestImages.plain(WIDTH, HEIGHT, Color.BLACK));
          packed.writeBytes(count == HEIGHT ? whole : ImageFiles.endingEarly(whole));
        }
      }
      return packed.toByteArray();
    }

    byte[] tiff(int rows) throws Exception {
      RawTiff tiff = aRawTiff().page(WIDTH, HEIGHT).tag(RawTiff.COMPRESSION, compression);
      if (this == JPEG) {
        tiff.samples(8, 3).tag(RawTiff.PHOTOMETRIC, 6);
      }
      return tiff.strips(rows(rows)).bytes();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsWholeStrips(Packing packing) throws Exception {
    assertThatImage(Rendering.firstPage(packing.tiff(HEIGHT), folder).image())
        .hasColor(Color.BLACK, WIDTH - 1, HEIGHT - 1);
  }

  @ParameterizedTest
  @EnumSource
  void reportsStripsThatUnpackToTooLittle(Packing packing) throws Exception {
    byte[] tiff = packing.tiff(HEIGHT / 2);

    assertRefused(Code.PAGE_DAMAGED, () -> Rendering.firstPage(tiff, folder));
  }
}
