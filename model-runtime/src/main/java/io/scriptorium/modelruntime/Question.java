package io.scriptorium.modelruntime;

import io.scriptorium.modelruntime.preprocess.RgbImage;
import java.util.List;

/**
 * What a model is asked.
 *
 * @param system text of the system turn
 * @param parts of the user turn, in order
 */
public record Question(String system, List<Part> parts) {
  public Question {
    parts = List.copyOf(parts);
  }

  /** A text, an image or a video. */
  public sealed interface Part {}

  /** Plain text; control tokens in it are text like any other. */
  public record Text(String text) implements Part {}

  /** A picture of any size. */
  public record Image(RgbImage image) implements Part {}

  /**
   * Frames of a video.
   *
   * @param frames one or more of one size, in order of time
   * @param framesPerSecond at which they were sampled; between 0.01 and 1000
   */
  public record Video(List<RgbImage> frames, double framesPerSecond) implements Part {
    public Video {
      frames = List.copyOf(frames);
      if (frames.isEmpty()) {
        throw new IllegalArgumentException("a video has no frames");
      }
      if (!(framesPerSecond >= 0.01 && framesPerSecond <= 1000)) {
        throw new IllegalArgumentException(
            "framesPerSecond (" + framesPerSecond + ") must be in 0.01 … 1000");
      }
    }
  }
}
