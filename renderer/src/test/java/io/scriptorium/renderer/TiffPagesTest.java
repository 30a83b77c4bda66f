package io.scriptorium.renderer;

import static io.scriptorium.fixtures.TiffBuilder.aTiff;
import static io.scriptorium.renderer.RasterAssert.assertThatImage;
import static io.scriptorium.renderer.Rendering.AT_72_DPI;
import static io.scriptorium.renderer.Rendering.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.TestImages;
import io.scriptorium.fixtures.TiffBuilder;
import io.scriptorium.fixtures.TiffBuilder.Compression;
import io.scriptorium.renderer.RenderException.Code;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiffPagesTest {
  @TempDir Path folder;

  @Test
  void leavesOutThumbnails() throws Exception {
    byte[] tiff =
        aTiff()
            .page(TestImages.quadrants(30, 20), Compression.LZW)
            .page(TestImages.quadrants(3, 2), Compression.LZW)
            .asThumbnail()
            .page(TestImages.quadrants(32, 20), Compression.LZW)
            .bytes();
    try (PageSource source = Rendering.open(tiff, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(2);
      assertThatImage(source.render(2).image()).hasSize(32, 20);
    }
  }

  @Test
  void refusesMorePagesThanTheLimit() {
    RenderOptions two = RenderOptions.DEFAULTS.withMaxPages(2);

    assertRefused(Code.TOO_MANY_PAGES, () -> Rendering.open(pages(3).bytes(), two, folder).close());
  }

  @Test
  void endsAtALoop() throws Exception {
    byte[] tiff = pages(3).bytes();
    List<Integer> links = links(tiff);
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(orderOf(tiff));
    bytes.putInt(links.get(3), bytes.getInt(links.get(0)));
    try (PageSource source = Rendering.open(tiff, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(3);
      assertThatImage(source.render(3).image()).hasSize(30, 20);
    }
  }

  @Test
  void reportsThePlaceWhereTheChainBreaks() throws Exception {
    byte[] tiff = pages(3).bytes();
    ByteBuffer.wrap(tiff).order(orderOf(tiff)).putInt(links(tiff).get(1), tiff.length + 100);
    try (PageSource source = Rendering.open(tiff, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(2);
      assertThatImage(source.render(1).image()).hasSize(30, 20);
      assertRefused(Code.PAGE_DAMAGED, () -> source.render(2));
    }
  }

  @Test
  void rendersTheOtherPagesWhenTheDataOfOneAreCutOff() throws Exception {
    byte[] tiff = pages(3).bytes();
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(orderOf(tiff));
    int stripOffset = entry(bytes, bytes.getInt(links(tiff).get(1)), 273) + 8;
    bytes.putInt(stripOffset, tiff.length - 1);
    try (PageSource source = Rendering.open(tiff, AT_72_DPI, folder)) {
      assertThat(source.pageCount()).isEqualTo(3);
      assertRefused(Code.PAGE_DAMAGED, () -> source.render(2))
          .withMessage("page 2 is cut off or missing");
      assertThatImage(source.render(3).image()).hasSize(30, 20).hasColor(Color.RED, 5, 5);
    }
  }

  @Test
  void readsBigTiff() throws Exception {
    try (PageSource source = Rendering.open(bigTiff(20, 10, 77), AT_72_DPI, folder)) {
      assertThat(source.format()).isEqualTo(SourceFormat.TIFF);
      assertThatImage(source.render(1).image())
          .hasSize(20, 10)
          .hasColor(new Color(77, 77, 77), 19, 9);
    }
  }

  private static TiffBuilder pages(int count) {
    TiffBuilder tiff = aTiff();
    for (int i = 0; i < count; i++) {
      tiff.page(TestImages.quadrants(30, 20), Compression.NONE);
    }
    return tiff;
  }

  private static ByteOrder orderOf(byte[] tiff) {
    return tiff[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** Where the offsets of the pages stand, and at last that of the end. */
  private static List<Integer> links(byte[] tiff) {
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(orderOf(tiff));
    List<Integer> links = new ArrayList<>(List.of(4));
    int page = bytes.getInt(4);
    while (page != 0) {
      int link = page + 2 + 12 * bytes.getShort(page);
      links.add(link);
      page = bytes.getInt(link);
    }
    return links;
  }

  private static int entry(ByteBuffer bytes, int page, int tag) {
    for (int at = page + 2; ; at += 12) {
      if (bytes.getShort(at) == tag) {
        return at;
      }
    }
  }

  /** One grey strip. */
  private static byte[] bigTiff(int width, int height, int grey) {
    int[][] tags = {
      {256, width},
      {257, height},
      {258, 8},
      {259, 1},
      {262, 1},
      {273, 0},
      {277, 1},
      {278, height},
      {279, width * height}
    };
    int data = 16 + 8 + 20 * tags.length + 8;
    ByteBuffer bytes = ByteBuffer.allocate(data + width * height).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'I').put((byte) 'I').putShort((short) 43).putShort((short) 8);
    bytes.putShort((short) 0).putLong(16).putLong(tags.length);
    for (int[] tag : tags) {
      bytes.putShort((short) tag[0]).putShort((short) 4).putLong(1);
      bytes.putLong(tag[0] == 273 ? data : tag[1]);
    }
    bytes.putLong(0);
    while (bytes.hasRemaining()) {
      bytes.put((byte) grey);
    }
    return bytes.array();
  }
}
