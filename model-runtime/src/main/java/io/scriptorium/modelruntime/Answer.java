package io.scriptorium.modelruntime;

import io.scriptorium.modelruntime.generation.Generation;
import io.scriptorium.modelruntime.preprocess.ImageSize;
import java.util.List;

/**
 * What a model answered.
 *
 * @param text without control tokens
 * @param ends for each token, the length of the text up to and with it, in chars
 * @param generation its tokens with their probabilities
 * @param seen size in pixels of each resized image and video; boxes in the text are in these pixels
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(String text, int[] ends, Generation generation, List<ImageSize> seen) {
  public Answer {
    seen = List.copyOf(seen);
  }
}
