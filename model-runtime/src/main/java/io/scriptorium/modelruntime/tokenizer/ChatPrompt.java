package io.scriptorium.modelruntime.tokenizer;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * The ids of one question in the chat format of the model, up to where its answer begins.
 *
 * <pre>{@code
 * int[] ids = ChatPrompt.builder(tokenizer, imageId, videoId)
 *     .image(grid.tokens(2))
 *     .text("Describe this image.")
 *     .build();
 * }</pre>
 *
 * <p>Control tokens come from this class alone: texts handed to it are plain, whatever they hold.
 * Texts that touch are encoded as one, as the reference does. A builder is for one thread.
 */
public final class ChatPrompt {

  /** What the published template says when nobody says anything else. */
  public static final String DEFAULT_SYSTEM_TEXT = "You are a helpful assistant.";

  /** Longest context of the published models. */
  public static final int DEFAULT_MAX_TOKENS = 128_000;

  private ChatPrompt() {}

  /**
   * A prompt without parts.
   *
   * @param imageToken id that stands for a block of an image, as the checkpoint's configuration
   *     says
   * @param videoToken the same for a video
   * @throws ModelException TOKENIZER_INVALID if the tokenizer lacks a control token of the format,
   *     or gives the image or video token another id
   */
  public static Builder builder(Tokenizer tokenizer, int imageToken, int videoToken)
      throws ModelException {
    return new Builder(tokenizer, imageToken, videoToken);
  }

  /** Collects the parts of a prompt. */
  public static final class Builder {

    private final Tokenizer tokenizer;
    private final int imageToken;
    private final int videoToken;
    private final int start;
    private final int end;
    private final int visionStart;
    private final int visionEnd;
    private final List<Part> userParts = new ArrayList<>();
    private String systemText = DEFAULT_SYSTEM_TEXT;
    private int maxTokens = DEFAULT_MAX_TOKENS;

    private Builder(Tokenizer tokenizer, int imageToken, int videoToken) throws ModelException {
      this.tokenizer = tokenizer;
      this.imageToken = imageToken;
      this.videoToken = videoToken;
      start = control("<|im_start|>");
      end = control("<|im_end|>");
      visionStart = control("<|vision_start|>");
      visionEnd = control("<|vision_end|>");
      requireSame("<|image_pad|>", imageToken);
      requireSame("<|video_pad|>", videoToken);
    }

    /** Replaces the default system text. */
    public Builder system(String text) {
      systemText = text;
      return this;
    }

    /** Adds plain text to the question. */
    public Builder text(String text) {
      userParts.add(new Text(text));
      return this;
    }

    /** Adds an image of so many tokens. */
    public Builder image(int tokens) {
      userParts.add(new Vision(imageToken, tokens));
      return this;
    }

    /** Adds a video of so many tokens. */
    public Builder video(int tokens) {
      userParts.add(new Vision(videoToken, tokens));
      return this;
    }

    /** Sets how many tokens the prompt may have at most. */
    public Builder maxTokens(int tokens) {
      maxTokens = tokens;
      return this;
    }

    /**
     * The ids.
     *
     * @throws ModelException PROMPT_TOO_LONG if there would be more than allowed
     */
    public int[] build() throws ModelException {
      IdWriter ids = new IdWriter(tokenizer, maxTokens);
      ids.control(start).text("system\n").text(systemText).control(end).text("\n");
      ids.control(start).text("user\n");
      for (Part part : userParts) {
        if (part instanceof Text text) {
          ids.text(text.text());
        } else if (part instanceof Vision vision) {
          ids.control(visionStart).repeat(vision.token(), vision.count()).control(visionEnd);
        }
      }
      ids.control(end).text("\n").control(start).text("assistant\n");
      return ids.toArray();
    }

    private int control(String token) throws ModelException {
      return tokenizer
          .id(token)
          .orElseThrow(
              () ->
                  new ModelException(
                      Code.TOKENIZER_INVALID, "the tokenizer has no control token " + token));
    }

    private void requireSame(String token, int id) throws ModelException {
      int actual = tokenizer.id(token).orElse(id);
      if (actual != id) {
        throw new ModelException(
            Code.TOKENIZER_INVALID,
            token + " is " + actual + " in the tokenizer but " + id + " in the model");
      }
    }
  }

  private sealed interface Part permits Text, Vision {}

  private record Text(String text) implements Part {}

  private record Vision(int token, int count) implements Part {
    private Vision {
      if (count < 1) {
        throw new IllegalArgumentException("an image or video has " + count + " tokens");
      }
    }
  }
}
