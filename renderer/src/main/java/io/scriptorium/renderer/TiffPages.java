package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the pages of a TIFF. A page whose data are not all there, or the place where the chain of
 * pages breaks, becomes an empty entry, so that it is reported as damaged.
 */
final class TiffPages {
  private TiffPages() {}

  /**
   * Follows the chain of pages, up to a page seen before.
   *
   * @throws IOException if not even the first page can be found
   */
  static List<Optional<PictureFrame>> read(FileChannel channel, int maxPages)
      throws IOException, RenderException {
    TiffFile file = TiffFile.of(RandomBytes.of(channel));
    List<Optional<PictureFrame>> pages = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long offset = file.firstDirectory();
    while (offset != 0 && seen.add(offset)) {
      if (seen.size() > maxPages) {
        throw new RenderException(
            Code.TOO_MANY_PAGES, "the document has more pages than the limit of " + maxPages);
      }
      Optional<TiffDirectory> directory = directory(file, offset);
      if (directory.isEmpty() && seen.size() == 1) {
        throw new IOException("the first page cannot be found");
      }
      if (!directory.map(TiffDirectory::isAuxiliary).orElse(false)) {
        pages.add(directory.flatMap(found -> frame(found, seen.size() - 1)));
      }
      offset = directory.map(TiffDirectory::next).orElse(0L);
    }
    if (pages.isEmpty()) {
      throw new RenderException(Code.NO_PAGES, "the TIFF has no pages");
    }
    return List.copyOf(pages);
  }

  private static Optional<TiffDirectory> directory(TiffFile file, long offset) {
    try {
      return Optional.of(file.directory(offset));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureFrame> frame(TiffDirectory directory, int index) {
    return directory.isWhole()
        ? Optional.of(new PictureFrame(index, directory.resolution(), directory.orientation()))
        : Optional.empty();
  }
}
