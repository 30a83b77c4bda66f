package io.scriptorium.modelruntime.preprocess;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes the input of the vision tower from images and videos.
 *
 * <pre>{@code
 * ImageProcessor processor = ImageProcessor.read(checkpointFolder);
 * PixelPatches page = processor.process(image);
 * }</pre>
 *
 * <p>Immutable; any number of threads may use one. A page at the published largest area takes about
 * 310 MB of numbers, so how many run at a time is for the caller to bound.
 */
public final class ImageProcessor {

  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  private final PreprocessorConfig config;
  private final Patchifier patchifier;

  public ImageProcessor(PreprocessorConfig config) {
    this.config = config;
    this.patchifier = new Patchifier(config);
  }

  /**
   * Reads {@code preprocessor_config.json} of a checkpoint.
   *
   * @throws ModelException PREPROCESSOR_INVALID if the file is missing, broken or asks for steps
   *     this class does not do
   */
  public static ImageProcessor read(Path folder) throws ModelException {
    return new ImageProcessor(PreprocessorConfigReader.read(folder));
  }

  public PreprocessorConfig config() {
    return config;
  }

  /** The same processor with other limits on the area. */
  public ImageProcessor withPixelLimits(int minPixels, int maxPixels) {
    return new ImageProcessor(config.withPixelLimits(minPixels, maxPixels));
  }

  /**
   * The size at which the model will see an image.
   *
   * @throws ModelException IMAGE_UNSUPPORTED if the image is thinner than 1:200
   */
  public ImageSize targetSize(int width, int height) throws ModelException {
    return SmartResize.targetSize(
        height, width, config.factor(), config.minPixels(), config.maxPixels());
  }

  /**
   * A still image; the model sees it as frames that are all alike.
   *
   * @throws ModelException IMAGE_UNSUPPORTED if it is too thin, or too large for the limits set
   */
  public PixelPatches process(RgbImage image) throws ModelException {
    return patches(List.of(image));
  }

  /**
   * A video of frames already sampled. The last frame is repeated until the count fills whole
   * patches.
   *
   * @param frames at least one, all of one size
   * @throws ModelException IMAGE_UNSUPPORTED if the frames differ in size, are too thin, or take
   *     more numbers than an array holds
   */
  public PixelPatches processVideo(List<RgbImage> frames) throws ModelException {
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a video has no frames");
    }
    RgbImage first = frames.get(0);
    for (RgbImage frame : frames) {
      if (frame.width() != first.width() || frame.height() != first.height()) {
        throw new ModelException(
            Code.IMAGE_UNSUPPORTED,
            "a frame of %dx%d pixels follows one of %dx%d"
                .formatted(frame.width(), frame.height(), first.width(), first.height()));
      }
    }
    return patches(frames);
  }

  private PixelPatches patches(List<RgbImage> frames) throws ModelException {
    ImageSize size = targetSize(frames.get(0).width(), frames.get(0).height());
    int depth = config.temporalPatchSize();
    int steps = (frames.size() + depth - 1) / depth;
    float[] values = allocate(steps, size);
    int stepLength = values.length / steps;
    Grid grid =
        new Grid(steps, size.height() / config.patchSize(), size.width() / config.patchSize());
    for (int step = 0; step < steps; step++) {
      patchifier.cut(resized(frames, step * depth, size), grid, values, step * stepLength);
    }
    return new PixelPatches(grid, size.width(), size.height(), values);
  }

  private float[] allocate(int steps, ImageSize size) throws ModelException {
    long pixels = (long) size.width() * size.height();
    long patches = pixels / ((long) config.patchSize() * config.patchSize()) * steps;
    if (patches > MAX_ARRAY / config.patchLength()) {
      throw new ModelException(
          Code.IMAGE_UNSUPPORTED,
          "%d steps of %s pixels make %d patches, more than %d"
              .formatted(steps, size, patches, MAX_ARRAY / config.patchLength()));
    }
    return new float[Math.toIntExact(patches * config.patchLength())];
  }

  /** The frames of one step, of which those past the end repeat the last. */
  private List<RgbImage> resized(List<RgbImage> frames, int from, ImageSize size) {
    int to = Math.min(frames.size(), from + config.temporalPatchSize());
    List<RgbImage> step = new ArrayList<>(config.temporalPatchSize());
    for (RgbImage frame : frames.subList(from, to)) {
      step.add(PillowBicubic.resize(frame, size.width(), size.height()));
    }
    int missing = config.temporalPatchSize() - step.size();
    step.addAll(Collections.nCopies(missing, step.get(step.size() - 1)));
    return step;
  }
}
