package io.scriptorium.modelruntime.savedmodel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * Where a graph runs.
 *
 * @param name for people: {@code GPU 0} or {@code CPU}
 * @param fastBfloat16 whether products of bfloat16 matrices are faster than of float32 ones
 */
public record Device(String name, boolean fastBfloat16) {
  private static final Set<String> BFLOAT16_FLAGS = Set.of("amx_bf16", "avx512_bf16");

  /** The first GPU that TensorFlow can use, else the CPU. */
  static Device detect() {
    return hasGpu() ? new Device("GPU 0", true) : new Device("CPU", cpuMultipliesBfloat16());
  }

  private static boolean hasGpu() {
    ConfigProto config =
        ConfigProto.newBuilder()
            .setAllowSoftPlacement(false)
            .setGpuOptions(GpuMemory.GROWING)
            .build();
    DeviceSpec gpu =
        DeviceSpec.newBuilder().deviceType(DeviceSpec.DeviceType.GPU).deviceIndex(0).build();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph).withDevice(gpu);
      Op probe = tf.math.square(tf.constant(2f));
      try (Session session = new Session(graph, config)) {
        session.run(probe);
        return true;
      }
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      return false;
    }
  }

  // Linux tells what a CPU can do in a file; where there is none the older, safe path is taken.
  private static boolean cpuMultipliesBfloat16() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.stream(line.split("\\s+")).anyMatch(BFLOAT16_FLAGS::contains))
          .orElse(false);
    } catch (IOException e) {
      return false;
    }
  }
}
