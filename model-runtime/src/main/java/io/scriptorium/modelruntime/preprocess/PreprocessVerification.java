package io.scriptorium.modelruntime.preprocess;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.VectorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares {@link ImageProcessor} with answers of the reference processor.
 *
 * <p>A folder holds images {@code 45x97.png} and, for each, three tensors named {@code
 * 45x97.resized}, {@code 45x97.pixel_values} and {@code 45x97.grid_thw}. Resized bytes and grids
 * must be equal; numbers may differ by {@value #TOLERANCE}, as the reference's own variants do.
 */
public final class PreprocessVerification {

  static final float TOLERANCE = 5e-7f;

  private static final String PNG = ".png";

  private final ImageProcessor processor;
  private final Function<Path, RgbImage> images;
  private final Expected expected;

  /** The reference's tensors; each method throws if there is no such tensor of that type. */
  public interface Expected {

    byte[] bytes(String name) throws ModelException;

    float[] floats(String name) throws ModelException;

    long[] longs(String name) throws ModelException;
  }

  /**
   * A check of one processor.
   *
   * @param images reads a PNG file
   * @param expected reads the tensors
   */
  public PreprocessVerification(
      ImageProcessor processor, Function<Path, RgbImage> images, Expected expected) {
    this.processor = processor;
    this.images = images;
    this.expected = expected;
  }

  /**
   * Compares all images of a folder.
   *
   * @param folder with the images
   * @throws IOException if it cannot be listed
   * @throws ModelException if a tensor is missing
   */
  public VectorCheck run(Path folder) throws IOException, ModelException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(PNG)).sorted().toList();
    }
    List<String> failures = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      name = name.substring(0, name.length() - PNG.length());
      difference(name, images.apply(file)).ifPresent(failures::add);
    }
    return new VectorCheck(files.size(), failures);
  }

  private Optional<String> difference(String name, RgbImage image) throws ModelException {
    PixelPatches patches = processor.process(image);
    Grid grid = patches.grid();
    long[] expectedGrid = expected.longs(name + ".grid_thw");
    if (!Arrays.equals(expectedGrid, new long[] {grid.t(), grid.h(), grid.w()})) {
      return Optional.of(
          name + ": grid is " + grid + ", expected " + Arrays.toString(expectedGrid));
    }
    RgbImage resized = PillowBicubic.resize(image, patches.width(), patches.height());
    int at = Arrays.mismatch(resized.rgb(), expected.bytes(name + ".resized"));
    if (at >= 0) {
      return Optional.of(name + ": resized byte " + at + " differs");
    }
    return numbersDiffer(name, patches.values(), expected.floats(name + ".pixel_values"));
  }

  private static Optional<String> numbersDiffer(String name, float[] actual, float[] wanted) {
    if (actual.length != wanted.length) {
      return Optional.of(name + ": " + actual.length + " numbers instead of " + wanted.length);
    }
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - wanted[i]) <= TOLERANCE)) {
        return Optional.of(name + ": number " + i + " is " + actual[i] + ", expected " + wanted[i]);
      }
    }
    return Optional.empty();
  }
}
