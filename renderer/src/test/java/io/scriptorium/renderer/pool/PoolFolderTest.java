package io.scriptorium.renderer.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolFolderTest {
  @TempDir private Path temporary;

  @Test
  void isForTheUserAloneAndGoesWithAllThatIsInIt() throws IOException {
    try (PoolFolder folder = PoolFolder.create(temporary)) {
      Path child = folder.newChild();
      Files.write(child.resolve("scratch"), new byte[10]);

      assertThat(Files.getPosixFilePermissions(child.getParent()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void isLeftAloneWhileItsOwnerLives() throws IOException {
    try (PoolFolder folder = PoolFolder.create(temporary)) {
      Path child = folder.newChild();

      PoolFolder.sweep(temporary, Instant.now().plusSeconds(60));

      assertThat(child).exists();
    }
  }

  @Test
  void isSweptWhenItsOwnerIsDead() throws IOException {
    Path left = Files.createDirectory(temporary.resolve("scriptorium-render-1"));
    Files.createFile(left.resolve("lock"));
    Files.createFile(Files.createDirectory(left.resolve("child-1")).resolve("pixels"));

    PoolFolder.sweep(temporary, Instant.now().plusSeconds(60));

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void isLeftAloneWhenItWasJustMadeOrIsSomethingElse() throws IOException {
    Path fresh = Files.createDirectory(temporary.resolve("scriptorium-render-1"));
    Files.createFile(fresh.resolve("lock"));
    Path other = Files.createDirectory(temporary.resolve("scriptorium-render-2"));
    Files.createFile(other.resolve("letter"));
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createFile(elsewhere.resolve("lock"));
    Files.createSymbolicLink(temporary.resolve("scriptorium-render-3"), elsewhere);

    PoolFolder.sweep(temporary, Instant.now().minusSeconds(60));
    assertThat(fresh.resolve("lock")).exists();

    PoolFolder.sweep(temporary, Instant.now().plusSeconds(60));
    assertThat(other.resolve("letter")).exists();
    assertThat(elsewhere.resolve("lock")).exists();
  }
}
