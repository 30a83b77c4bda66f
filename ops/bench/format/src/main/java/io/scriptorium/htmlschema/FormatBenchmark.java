package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times a dense page of 400 blocks and a table of 60 x 20. All three together should take 5 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FormatBenchmark {
  private static final PageSize SIZE = new PageSize(2480, 3508);

  private Page page;
  private String html;

  @Setup
  public void write() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      BoundingBox box = new BoundingBox(100 + i, 8 * i, 1300 + i, 8 * i + 20);
      blocks.add(new Paragraph(box, "Line " + i + " of a dense page, with 1 < 2 & more words"));
    }
    blocks.add(new Table(new BoundingBox(100, 100, 2300, 3400), table()));
    page = new Page(SIZE, blocks);
    html = HtmlWriter.page(page);
  }

  private static Grid table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < 20; column++) {
        cells.add(new Cell(row + "." + column, 1, 1, row == 0));
      }
      rows.add(cells);
    }
    return new Grid(rows);
  }

  @Benchmark
  public PageReading reading() {
    return ModelOutputReader.read(html, SIZE, SIZE);
  }

  @Benchmark
  public ValidationReport validating() {
    return HtmlValidator.validate(html);
  }

  @Benchmark
  public String writing() {
    return HtmlWriter.page(page);
  }

  @Benchmark
  public ValidationReport all() {
    Page read = ModelOutputReader.read(html, SIZE, SIZE).page();
    return HtmlValidator.validate(HtmlWriter.page(read));
  }
}
