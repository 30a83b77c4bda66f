package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFilesTest {
  @TempDir Path root;

  private final AtomicLong nanos = new AtomicLong();
  private final SettledFiles settled = new SettledFiles(Duration.ofSeconds(2), nanos::get);
  private Path file;

  @BeforeEach
  void writeTheFirstPart() throws IOException {
    file = Files.writeString(root.resolve("scan.pdf"), "first");
  }

  @Test
  void takesAFileThatStayedTheSameForTheSettleTime() throws IOException {
    assertThat(lookAtSecond(0)).isFalse();
    assertThat(lookAtSecond(1)).isFalse();
    assertThat(lookAtSecond(2)).isTrue();
  }

  @Test
  void beginsToCountAgainWhenTheFileGrows() throws IOException {
    assertThat(lookAtSecond(0)).isFalse();
    Files.writeString(file, "second", StandardOpenOption.APPEND);
    assertThat(lookAtSecond(2)).isFalse();
    assertThat(lookAtSecond(4)).isTrue();
  }

  @Test
  void forgetsAFileThatWasAwayForALook() throws IOException {
    assertThat(lookAtSecond(0)).isFalse();
    settled.beginLook();
    assertThat(lookAtSecond(3)).isFalse();
  }

  private boolean lookAtSecond(long second) throws IOException {
    nanos.set(Duration.ofSeconds(second).toNanos());
    settled.beginLook();
    return settled.isSettled(file, Files.readAttributes(file, BasicFileAttributes.class));
  }
}
