package io.scriptorium.modelruntime.preprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times what a page goes through before the model sees it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResizeBenchmark {
  private static final int PATCH = 14;
  private static final int MERGE = 2;
  private static final int FRAMES = 2;

  /** The RGB bytes of the image, and nothing else. */
  @Param("")
  public String image;

  @Param("0")
  public int width;

  @Param("0")
  public int height;

  /** Sides of the target, as multiples of 28. */
  @Param({"1652x2352", "1176x1652"})
  public String target;

  private RgbImage source;
  private RgbImage resized;
  private Grid grid;
  private Patchifier patchifier;
  private float[] patches;

  @Setup
  public void read() throws IOException {
    source = new RgbImage(width, height, Files.readAllBytes(Path.of(image)));
    resized = resize();
    grid = new Grid(1, resized.height() / PATCH, resized.width() / PATCH);
    PreprocessorConfig config =
        new PreprocessorConfig(
            1,
            1 << 30,
            PATCH,
            FRAMES,
            MERGE,
            List.of(0.48145466, 0.4578275, 0.40821073),
            List.of(0.26862954, 0.26130258, 0.27577711));
    patchifier = new Patchifier(config);
    patches = new float[grid.patches() * config.patchLength()];
  }

  @Benchmark
  public RgbImage resize() {
    String[] sides = target.split("x", -1);
    return PillowBicubic.resize(source, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  @Benchmark
  public float[] cutPatches() {
    patchifier.cut(List.of(resized, resized), grid, patches, 0);
    return patches;
  }
}
