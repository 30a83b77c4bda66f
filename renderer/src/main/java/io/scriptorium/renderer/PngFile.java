package io.scriptorium.renderer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes page images as PNG: 8-bit RGB, and nothing that differs between two runs. Safe for use by
 * many threads.
 */
public final class PngFile {
  private static final byte[] SIGNATURE = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);
  private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};
  private static final int UNFILTERED = 0;
  private static final int CHUNK_BYTES = 1 << 16;

  private PngFile() {}

  /** Writes a file in place; an earlier one is replaced. */
  public static void write(RasterImage image, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK_BYTES)) {
      out.write(SIGNATURE);
      byte[] header =
          ByteBuffer.allocate(13)
              .putInt(image.width())
              .putInt(image.height())
              .put(EIGHT_BIT_RGB)
              .array();
      writeChunk(out, "IHDR", header, 0, header.length);
      writePixels(out, image);
      writeChunk(out, "IEND", new byte[0], 0, 0);
    }
  }

  private static void writePixels(OutputStream out, RasterImage image) throws IOException {
    // Letters repeat: unfiltered rows at the fastest level pack a page of text no worse than
    // filtered ones at the highest, in a fraction of the time.
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream chunks = new BufferedOutputStream(new DataChunks(out), CHUNK_BYTES);
        OutputStream pixels = new DeflaterOutputStream(chunks, deflater)) {
      int stride = 3 * image.width();
      for (int y = 0; y < image.height(); y++) {
        pixels.write(UNFILTERED);
        pixels.write(image.rgb(), y * stride, stride);
      }
    } finally {
      deflater.end();
    }
  }

  private static void writeChunk(OutputStream out, String type, byte[] body, int from, int length)
      throws IOException {
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(body, from, length);
    out.write(ByteBuffer.allocate(8).putInt(length).put(name).array());
    out.write(body, from, length);
    out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  /** Makes a chunk of each block of packed pixels. Closing it leaves the file open. */
  private static final class DataChunks extends OutputStream {
    private final OutputStream out;

    DataChunks(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] block, int from, int length) throws IOException {
      writeChunk(out, "IDAT", block, from, length);
    }
  }
}
