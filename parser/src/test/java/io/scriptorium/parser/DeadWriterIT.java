package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writers in other processes, alive and killed. */
@Timeout(60)
class DeadWriterIT {
  @TempDir private Path out;

  /** Starts a result, says so and waits. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      ResultWriter writer = ResultWriter.begin(Path.of(arguments[0]));
      writer.write("document.html", "half a");
      System.out.println("begun");
      int end = System.in.read();
      throw new IllegalStateException("nobody killed the writer: " + end);
    }
  }

  @Test
  void isCleanedUpAfterOnlyWhenItIsDead() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                out.resolve("a.pdf").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("begun");

      ResultFolders.recover(out);
      assertThat(namesInOut()).anyMatch(name -> name.endsWith(".partial"));
    } finally {
      process.destroyForcibly().waitFor();
    }

    ResultFolders.recover(out);
    assertThat(namesInOut()).isEmpty();
  }

  private List<String> namesInOut() throws IOException {
    try (Stream<Path> entries = Files.list(out)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
