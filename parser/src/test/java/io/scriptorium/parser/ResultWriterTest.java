package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultWriterTest {
  @TempDir private Path temporary;
  private Path out;
  private Path folder;

  @BeforeEach
  void nameFolder() throws IOException {
    out = temporary.toRealPath();
    folder = out.resolve("a.pdf");
  }

  @Test
  void growsUnderAHiddenNameUntilItIsPublished() throws IOException {
    try (ResultWriter writer = ResultWriter.begin(folder)) {
      write(writer, "new");
      assertThat(folder).doesNotExist();
      assertThat(namesInOut()).allMatch(name -> name.startsWith(".a.pdf."));
      writer.publish();
    }

    assertThat(namesInOut()).containsExactly("a.pdf");
  }

  @Test
  void finishesTheReplacementThatACrashInterrupted() throws IOException {
    Attempt crashed = Attempt.at(folder);
    result(crashed.replaced(), "earlier");
    result(crashed.partial(), "newer");

    ResultFolders.recover(out);

    assertThat(folder.resolve("document.html")).content().isEqualTo("newer");
    assertThat(namesInOut()).containsExactly("a.pdf");
  }

  @Test
  void givesAnEarlierResultItsNameBack() throws IOException {
    result(Attempt.at(folder).replaced(), "earlier");

    ResultFolders.recover(out);

    assertThat(folder.resolve("document.html")).content().isEqualTo("earlier");
    assertThat(namesInOut()).containsExactly("a.pdf");
  }

  @Test
  void deletesWhatACrashLeftAfterTheReplacement() throws IOException {
    result(folder, "newer");
    result(Attempt.at(folder).replaced(), "earlier");

    ResultFolders.recover(out);

    assertThat(folder.resolve("document.html")).content().isEqualTo("newer");
    assertThat(namesInOut()).containsExactly("a.pdf");
  }

  @Test
  void deletesUnfinishedAttemptsOfDeadProcesses() throws IOException {
    Attempt crashed = Attempt.at(folder);
    Files.createDirectories(crashed.partial().resolve("pages"));
    Files.createFile(crashed.lock());

    ResultWriter.begin(folder).close();

    assertThat(namesInOut()).isEmpty();
  }

  @Test
  void leavesOtherHiddenFilesAlone() throws IOException {
    Files.createFile(out.resolve(".a.pdf.partial"));
    Files.createFile(out.resolve(".a.pdf.0123456789abcdeX.lock"));

    ResultFolders.recover(out);

    assertThat(namesInOut()).hasSize(2);
  }

  @Test
  void leavesTheAttemptsOfLivingWritersAlone() throws IOException {
    try (ResultWriter first = ResultWriter.begin(folder);
        ResultWriter second = ResultWriter.begin(folder)) {
      write(first, "first");
      write(second, "second");
      ResultFolders.recover(out);
      first.publish();
      second.publish();
    }

    assertThat(folder.resolve("document.html")).content().isEqualTo("second");
    assertThat(namesInOut()).containsExactly("a.pdf");
  }

  @Test
  void publishesOneWholeResultWhenManyWritersRace() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> writers =
          IntStream.range(0, 40).<Future<?>>mapToObj(i -> threads.submit(this::writeOnce)).toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(ResultFolders.isResult(folder)).isTrue();
    assertThat(namesInOut()).containsExactly("a.pdf");
  }

  @Test
  void refusesToReplaceAFile() throws IOException {
    Files.createFile(folder);

    assertThatThrownBy(() -> ResultWriter.begin(folder))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(namesInOut()).containsExactly("a.pdf");
  }

  @Test
  void refusesToReplaceALinkToAResult() throws IOException {
    result(out.resolve("b.pdf"), "elsewhere");
    Files.createSymbolicLink(folder, out.resolve("b.pdf"));

    assertThatThrownBy(() -> ResultWriter.begin(folder))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(ResultFolders.isResult(out.resolve("b.pdf"))).isTrue();
  }

  private Void writeOnce() throws IOException {
    try (ResultWriter writer = ResultWriter.begin(folder)) {
      write(writer, "one of many");
      writer.publish();
    }
    return null;
  }

  private static void write(ResultWriter writer, String html) throws IOException {
    writer.write("document.html", html);
    writer.write("document.json", "{}");
  }

  private static void result(Path folder, String html) throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("document.html"), html);
    Files.writeString(folder.resolve("document.json"), "{}");
  }

  private List<String> namesInOut() throws IOException {
    try (Stream<Path> entries = Files.list(out)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
