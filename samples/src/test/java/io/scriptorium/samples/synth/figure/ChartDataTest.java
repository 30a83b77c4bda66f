package io.scriptorium.samples.synth.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartDataTest {
  private static final ChartData.Series PLAIN =
      new ChartData.Series("", List.of(1.0, 2.0), List.of("1", "2"));
  private static final ChartData.Series NAMED =
      new ChartData.Series("wind", List.of(3.0, 4.0), List.of("3", "4"));

  @Test
  void chartWithoutNamesHasNoHeader() {
    ChartData data = new ChartData("", "", List.of("A", "B"), List.of(PLAIN));

    assertThat(texts(data)).containsExactly(List.of("A", "1"), List.of("B", "2"));
  }

  @Test
  void titleOfTheValueAxisNamesTheOnlySeries() {
    ChartData data = new ChartData("", "metres", List.of("A", "B"), List.of(PLAIN));

    assertThat(texts(data).get(0)).containsExactly("", "metres");
  }

  @Test
  void legendNamesTheSeries() {
    ChartData data = new ChartData("year", "metres", List.of("A", "B"), List.of(NAMED, NAMED));

    assertThat(texts(data).get(0)).containsExactly("year", "wind", "wind");
  }

  private static List<List<String>> texts(ChartData data) {
    return data.read().rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList();
  }
}
