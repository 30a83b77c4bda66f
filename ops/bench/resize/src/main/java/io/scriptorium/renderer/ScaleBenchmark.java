package io.scriptorium.renderer;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Times how a scan that is finer than the limit is scaled down. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScaleBenchmark {
  @Param("")
  public String image;

  @Param("0")
  public int width;

  @Param("0")
  public int height;

  @Param({"1652x2352", "1176x1652"})
  public String target;

  private BufferedImage source;

  @Setup
  public void read() throws IOException {
    byte[] rgb = Files.readAllBytes(Path.of(image));
    source = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) source.getRaster().getDataBuffer()).getData();
    for (int at = 0; at < rgb.length; at += 3) {
      bgr[at] = rgb[at + 2];
      bgr[at + 1] = rgb[at + 1];
      bgr[at + 2] = rgb[at];
    }
  }

  @Benchmark
  public RasterImage scaleByAreas() {
    String[] sides = target.split("x", -1);
    return AreaScaler.scale(
        PixelRows.of(source), Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }
}
