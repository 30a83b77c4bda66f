package io.scriptorium.samples.drawing;

import java.util.List;
import java.util.stream.Collectors;

/** One line ready to be drawn from its left end. */
public record SetLine(List<Run> runs) {
  public SetLine {
    runs = List.copyOf(runs);
  }

  public double width() {
    return runs.stream().mapToDouble(Run::width).sum();
  }

  public String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** The same line with its spaces stretched, or shrunk, to fill the measure. */
  public SetLine justified(double measure) {
    long spaces = runs.stream().flatMapToInt(r -> r.text().chars()).filter(c -> c == ' ').count();
    if (spaces == 0) {
      return this;
    }
    double share = (measure - width()) / spaces;
    return new SetLine(runs.stream().map(r -> new Run(r.style(), r.text(), share)).toList());
  }
}
