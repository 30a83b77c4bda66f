package io.scriptorium.renderer;

import java.awt.color.ColorSpace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture in a file, as its header tells of it.
 *
 * @param space what its samples mean, where the decoder is not to know it
 * @param patches how the file must look so that the decoder finds this picture, and no more
 * @param warnings what is odd about it
 */
record PictureFrame(
    PictureShape shape,
    Resolution resolution,
    Orientation orientation,
    @Nullable ColorSpace space,
    List<FilePatch> patches,
    List<RenderWarning> warnings) {
  PictureFrame {
    patches = List.copyOf(patches);
    warnings = List.copyOf(warnings);
  }
}
