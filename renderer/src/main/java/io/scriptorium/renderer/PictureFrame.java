package io.scriptorium.renderer;

/**
 * A picture in a file.
 *
 * @param index from 0, counting all pictures of the file
 */
record PictureFrame(int index, Resolution resolution, Orientation orientation) {}
