package io.scriptorium.modelruntime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.modelruntime.VectorCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreprocessVerificationTest {

  private static final PreprocessorConfig CONFIG =
      new PreprocessorConfig(
          784, 784_000, 14, 2, 2, List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));
  private static final RgbImage BLACK = new RgbImage(28, 28, new byte[28 * 28 * 3]);

  @TempDir Path folder;

  private final Tensors tensors = new Tensors();

  @BeforeEach
  void makeAFolderWithOneImage() throws Exception {
    Files.createFile(folder.resolve("28x28.png"));
    Files.createFile(folder.resolve("expected.safetensors"));
  }

  @Test
  void passesWhenEverythingIsEqual() throws Exception {
    assertThat(check()).isEqualTo(new VectorCheck(1, List.of()));
  }

  @Test
  void forgivesTheRoundingOfTheReferenceVariants() throws Exception {
    tensors.values[5] += 2.4e-7f;

    assertThat(check().passed()).isTrue();
  }

  @Test
  void namesTheFirstNumberThatDiffers() throws Exception {
    tensors.values[5] += 0.01f;

    assertThat(check().failures())
        .singleElement()
        .asString()
        .startsWith("28x28: number 5 is -2.0, expected -1.99");
  }

  @Test
  void namesTheFirstResizedByteThatDiffers() throws Exception {
    tensors.resized[7] = 1;

    assertThat(check().failures()).containsExactly("28x28: resized byte 7 differs");
  }

  @Test
  void namesAGridThatDiffers() throws Exception {
    tensors.grid[2] = 4;

    assertThat(check().failures())
        .containsExactly("28x28: grid is Grid[t=1, h=2, w=2], expected [1, 2, 4]");
  }

  @Test
  void doesNotPassOnAFolderWithoutImages() throws Exception {
    Files.delete(folder.resolve("28x28.png"));

    assertThat(check().passed()).isFalse();
  }

  private VectorCheck check() throws Exception {
    return new PreprocessVerification(new ImageProcessor(CONFIG), file -> BLACK, tensors)
        .run(folder);
  }

  /** What the reference would say of a black image. */
  private static final class Tensors implements PreprocessVerification.Expected {
    private final byte[] resized = new byte[28 * 28 * 3];
    private final float[] values = new float[4 * 1176];
    private final long[] grid = {1, 2, 2};

    private Tensors() {
      Arrays.fill(values, -2f);
    }

    @Override
    public byte[] bytes(String name) {
      assertThat(name).isEqualTo("28x28.resized");
      return resized;
    }

    @Override
    public float[] floats(String name) {
      assertThat(name).isEqualTo("28x28.pixel_values");
      return values;
    }

    @Override
    public long[] longs(String name) {
      assertThat(name).isEqualTo("28x28.grid_thw");
      return grid;
    }
  }
}
