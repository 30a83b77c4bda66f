package io.scriptorium.modelruntime;

import io.scriptorium.modelruntime.generation.OwnTokens;
import io.scriptorium.modelruntime.preprocess.ImageSize;
import io.scriptorium.modelruntime.tokenizer.StreamDecoder;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.util.Arrays;
import java.util.List;

/** Tells by the text of answers which tokens are in pixels. For one batch and one thread. */
final class PixelTokens implements OwnTokens {
  private final Tokenizer tokenizer;
  private final PixelText pixels;
  private final List<Progress> answers;

  /** How far the first view of an answer is. */
  private static final class Progress {
    private final StreamDecoder decoder;
    private final List<ImageSize> views;
    private final StringBuilder text = new StringBuilder();
    private final int[] told;

    /** Where what is in pixels begins, at the end of the text if nothing is by now. */
    private int start;

    private boolean isInPixels;

    Progress(StreamDecoder decoder, List<ImageSize> views) {
      this.decoder = decoder;
      this.views = views;
      this.told = new int[views.size()];
    }
  }

  /**
   * @param groups for each answer the size of each view of its picture
   */
  PixelTokens(Tokenizer tokenizer, List<List<ImageSize>> groups, PixelText pixels) {
    this.tokenizer = tokenizer;
    this.pixels = pixels;
    this.answers =
        groups.stream().map(views -> new Progress(tokenizer.streamDecoder(true), views)).toList();
  }

  @Override
  public boolean isOwn(int answer, int id) {
    Progress progress = answers.get(answer);
    String next = tokenizer.decode(new int[] {id}, true);
    progress.isInPixels = pixels.isInPixels(progress.text, next);
    return progress.isInPixels;
  }

  @Override
  public int[] elsewhere(int answer, int view, boolean whole) {
    Progress progress = answers.get(answer);
    if (progress.start == progress.text.length()) {
      return new int[0];
    }
    List<ImageSize> views = progress.views;
    String own = progress.text.substring(progress.start);
    String other = pixels.converted(own, whole, views.get(0), views.get(view));
    int told = progress.told[view];
    progress.told[view] = other.length();
    return tokenizer.encodeText(other.substring(told));
  }

  @Override
  public void emitted(int answer, int id) {
    Progress progress = answers.get(answer);
    progress.text.append(progress.decoder.accept(id));
    if (!progress.isInPixels) {
      progress.start = progress.text.length();
      Arrays.fill(progress.told, 0);
    }
  }
}
