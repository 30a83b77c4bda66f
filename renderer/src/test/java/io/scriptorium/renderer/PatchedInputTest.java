package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchedInputTest {
  private static final int BLOCK = 1 << 16;

  @TempDir Path folder;
  private final byte[] bytes = new byte[2 * BLOCK + 10];
  private Path file;

  @BeforeEach
  void write() throws Exception {
    new Random(1).nextBytes(bytes);
    file = Files.write(folder.resolve("file"), bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void readsNumbersThatLieAcrossTwoBlocks(int before) throws Exception {
    try (FileChannel channel = FileChannel.open(file);
        PatchedInput in = new PatchedInput(channel, List.of())) {
      in.readByte();
      in.seek(BLOCK - before);

      assertThat(in.readLong()).isEqualTo(ByteBuffer.wrap(bytes).getLong(BLOCK - before));
      assertThat(in.getStreamPosition()).isEqualTo(BLOCK - before + 8);
    }
  }

  @Test
  void readsAsMuchAsItIsAskedFor() throws Exception {
    FilePatch patch = new FilePatch(BLOCK - 1, new byte[] {7, 8, 9});
    System.arraycopy(patch.bytes(), 0, bytes, BLOCK - 1, 3);
    byte[] found = new byte[bytes.length + 5];
    try (FileChannel channel = FileChannel.open(file);
        PatchedInput in = new PatchedInput(channel, List.of(patch))) {
      assertThat(in.read(found, 0, found.length)).isEqualTo(bytes.length);
      assertThat(Arrays.copyOf(found, bytes.length)).isEqualTo(bytes);
      assertThat(in.read(found, 0, 1)).isEqualTo(-1);
    }
  }

  @Test
  void endsWhereTheFileDoes() throws Exception {
    try (FileChannel channel = FileChannel.open(file);
        PatchedInput in = new PatchedInput(channel, List.of())) {
      in.seek(bytes.length - 3);

      assertThatThrownBy(in::readInt).isInstanceOf(EOFException.class);
    }
  }
}
