package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TarStreamTest {
  @Test
  void writesHeadersThatGnuTarWouldWrite() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarStream tar = new TarStream(out);

    tar.write(new PageFile("00000007.html", "<html>".getBytes(StandardCharsets.UTF_8)));
    tar.end();

    byte[] archive = out.toByteArray();
    assertThat(archive).hasSize(512 + 512 + 1024);
    assertThat(ascii(archive, 0, 14)).isEqualTo("00000007.html\0");
    assertThat(ascii(archive, 124, 12)).isEqualTo("00000000006\0");
    // Made by: tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=644
    assertThat(ascii(archive, 148, 8)).isEqualTo(CHECKSUM);
    assertThat(ascii(archive, 257, 8)).isEqualTo("ustar\00000");
    assertThat(ascii(archive, 512, 7)).isEqualTo("<html>\0");
  }

  private static final String CHECKSUM = "010755\0 ";

  private static String ascii(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }
}
