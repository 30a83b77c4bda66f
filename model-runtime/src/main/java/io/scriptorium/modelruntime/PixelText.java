package io.scriptorium.modelruntime;

import io.scriptorium.modelruntime.preprocess.ImageSize;

/**
 * Says which parts of an answer are in pixels of the picture, so that they differ between views of
 * the same picture at several sizes; on the thread that generates.
 */
public interface PixelText {
  /** None of the answer is. */
  PixelText NONE =
      new PixelText() {
        @Override
        public boolean isInPixels(CharSequence answer, String next) {
          return false;
        }

        @Override
        public String converted(String text, boolean whole, ImageSize from, ImageSize to) {
          return text;
        }
      };

  /**
   * Whether an answer goes on in pixels.
   *
   * @param answer so far
   * @param next what it would most probably go on with; often part of a word or of a number
   */
  boolean isInPixels(CharSequence answer, String next);

  /**
   * The same place in another view. What it is for a part of a text is the beginning of what it is
   * for more of it.
   *
   * @param text what is in pixels of the one view
   * @param whole whether that is all; if not, what depends on how it goes on is left out
   */
  String converted(String text, boolean whole, ImageSize from, ImageSize to);
}
