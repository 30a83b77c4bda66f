package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.checkpoint.RandomCheckpoint;
import io.scriptorium.modelruntime.graph.Arithmetic;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The small checkpoints that tests convert and load. */
public final class TestModels {
  public static final RuntimeOptions FLOAT32 =
      RuntimeOptions.DEFAULTS.withArithmetic(Arithmetic.FLOAT32);
  public static final RuntimeOptions BFLOAT16 =
      RuntimeOptions.DEFAULTS.withArithmetic(Arithmetic.BFLOAT16);

  private TestModels() {}

  /** A folder with reference answers: names of tensors are new, numbers float32, one file. */
  public static Path newStyle() {
    return golden("new-style-float32");
  }

  /** A folder with reference answers: names of tensors are old, numbers bfloat16, three files. */
  public static Path oldStyle() {
    return golden("old-style-bfloat16-shards");
  }

  private static Path golden(String name) {
    try {
      return Path.of(TestModels.class.getResource("/golden/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a checkpoint of random weights. */
  public static Path randomCheckpoint(Path folder, Dtype dtype) throws ModelException {
    new RandomCheckpoint(ModelShapes.tiny(), 7, dtype)
        .write(folder, RandomCheckpoint.Progress.SILENT);
    return folder;
  }

  /** Converts a checkpoint into a new folder. */
  public static Path convert(Path checkpoint, Path out) throws ModelException {
    ModelConverter.convert(checkpoint, out, Progress.SILENT);
    return out;
  }
}
