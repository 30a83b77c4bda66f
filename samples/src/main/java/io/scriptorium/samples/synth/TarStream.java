package io.scriptorium.samples.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes files one after the other as a tar archive (POSIX.1-1988, ustar). Owner, mode and time are
 * always the same. Not thread-safe.
 */
public final class TarStream {
  private static final int BLOCK = 512;

  private final OutputStream out;

  public TarStream(OutputStream out) {
    this.out = out;
  }

  public void write(PageFile file) throws IOException {
    out.write(header(file));
    out.write(file.content());
    int over = file.content().length % BLOCK;
    if (over > 0) {
      out.write(new byte[BLOCK - over]);
    }
  }

  /** Writes the end mark; the stream stays open. */
  public void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }

  private static byte[] header(PageFile file) {
    byte[] header = new byte[BLOCK];
    put(header, 0, file.name());
    put(header, 100, "0000644\0");
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    put(header, 124, String.format(Locale.ROOT, "%011o\0", file.content().length));
    put(header, 136, "00000000000\0");
    Arrays.fill(header, 148, 156, (byte) ' ');
    header[156] = '0';
    put(header, 257, "ustar\00000");
    put(header, 329, "0000000\0");
    put(header, 337, "0000000\0");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
