package io.scriptorium.renderer;

import java.io.IOException;

/** The pictures of a file that are pages. */
interface PictureFile {
  int pageCount();

  /**
   * Reads the header of a picture.
   *
   * @param number from 1 to {@link #pageCount()}
   * @throws RenderException if the picture is not there as a whole, or not of a kind that is read
   */
  PictureFrame frame(int number) throws IOException, RenderException;

  static PictureFile of(PictureFrame frame) {
    return new PictureFile() {
      @Override
      public int pageCount() {
        return 1;
      }

      @Override
      public PictureFrame frame(int number) {
        return frame;
      }
    };
  }
}
