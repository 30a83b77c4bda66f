package io.scriptorium.modelruntime.checkpoint;

import static io.scriptorium.modelruntime.checkpoint.Checks.MAX_VOCABULARY;
import static io.scriptorium.modelruntime.checkpoint.Checks.inRange;

import java.util.List;

/**
 * Tokens that mean something to the model itself.
 *
 * @param image stands for one merged patch of an image
 * @param video stands for one merged patch of a video
 * @param visionStart opens an image or a video
 * @param visionEnd closes it
 * @param endOfText tokens that end an answer; at least one
 * @param pad fills up a batch
 */
public record TokenIds(
    int image, int video, int visionStart, int visionEnd, List<Integer> endOfText, int pad) {
  public TokenIds {
    endOfText = List.copyOf(endOfText);
    if (endOfText.isEmpty()) {
      throw new IllegalArgumentException("eos_token_id names no token");
    }
    requireBelow(MAX_VOCABULARY, image, video, visionStart, visionEnd, endOfText, pad);
    if (image == video) {
      throw new IllegalArgumentException("image_token_id and video_token_id are both " + image);
    }
  }

  /** Throws unless every id has a row in an embedding of that many rows. */
  void requireBelow(int vocabSize) {
    requireBelow(vocabSize, image, video, visionStart, visionEnd, endOfText, pad);
  }

  private static void requireBelow(
      int limit,
      int image,
      int video,
      int visionStart,
      int visionEnd,
      List<Integer> endOfText,
      int pad) {
    inRange("image_token_id", image, 0, limit - 1L);
    inRange("video_token_id", video, 0, limit - 1L);
    inRange("vision_start_token_id", visionStart, 0, limit - 1L);
    inRange("vision_end_token_id", visionEnd, 0, limit - 1L);
    for (int id : endOfText) {
      inRange("eos_token_id", id, 0, limit - 1L);
    }
    inRange("pad_token_id", pad, 0, limit - 1L);
  }
}
