package io.scriptorium.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.PageStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarDisplayTest {
  private static final String ERASE = "\r\u001b[K";

  private final StringWriter terminal = new StringWriter();
  private double seconds;
  private final BarDisplay display =
      new BarDisplay(new PrintWriter(terminal), () -> (long) (seconds * 1e9));

  @Test
  void showsPagesTokensPerSecondAndTheTimeLeft() {
    open("a.pdf", 4);
    seconds = 10;
    display.tokenEmitted(1, 300);
    seconds = 20;
    display.tokenEmitted(1, 500);
    display.pageFinished(1, PageStatus.DONE);

    assertThat(drawings())
        .containsExactly(
            "",
            "a.pdf [----------------] 0/4 pages",
            "a.pdf [----------------] 0/4 pages, 30.0 tokens/s",
            "a.pdf [----------------] 0/4 pages, 25.0 tokens/s",
            "a.pdf [####------------] 1/4 pages, 25.0 tokens/s, 1:00 left");
  }

  @Test
  void doesNotDrawEveryToken() {
    open("a.pdf", 1);
    for (int token = 1; token <= 50; token++) {
      seconds += 0.01;
      display.tokenEmitted(1, token);
    }

    assertThat(drawings()).hasSizeLessThan(8);
  }

  @Test
  void givesWayToALineThatStays() {
    open("a.pdf", 1);
    display.tell("a.pdf: PAGE_DAMAGED: no image");

    assertThat(terminal.toString()).endsWith(ERASE + "a.pdf: PAGE_DAMAGED: no image\n");
  }

  @Test
  void cutsLongNamesAtTheStart() {
    open("a very long folder/of scans/0001.pdf", 1);

    assertThat(drawings()).last().asString().startsWith("...der/of scans/0001.pdf [");
  }

  private void open(String label, int pages) {
    display.documentOpened(new DocumentSource(Path.of("x"), label), pages);
  }

  private List<String> drawings() {
    return List.of(terminal.toString().split("\r\u001b\\[K", -1));
  }
}
