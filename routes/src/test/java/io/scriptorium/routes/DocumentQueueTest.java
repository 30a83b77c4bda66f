package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentQueueTest {
  @TempDir Path root;

  private final ScriptedParser parser = new ScriptedParser();
  private final StopSignal stop = new StopSignal();
  private final DocumentQueue queue = new DocumentQueue(parser, stop);

  @Test
  void givesTheParserOneDocumentAtATime() {
    CompletableFuture.allOf(
            IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> parse(i)))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(parser.labels()).hasSize(20);
    assertThat(parser.overlapped()).isFalse();
  }

  @Test
  void beginsNothingOnceTheServerStops() {
    stop.raise();

    assertThatThrownBy(() -> parse(1)).isInstanceOf(StoppedException.class);
    assertThat(parser.labels()).isEmpty();
  }

  private void parse(int number) {
    try {
      Path file = Files.writeString(root.resolve(number + ".pdf"), "content");
      DocumentSource source = new DocumentSource(file, number + ".pdf");
      queue.parse(source, root.resolve(number + "-result"), ParseProgress.SILENT);
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
