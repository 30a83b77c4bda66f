package io.scriptorium.modelruntime.preprocess;

/** Width and height of an image in pixels. */
public record ImageSize(int width, int height) {

  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a size of " + width + "x" + height + " is empty");
    }
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
