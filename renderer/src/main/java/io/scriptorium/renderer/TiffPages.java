package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The pages of a TIFF. The place where the chain of pages breaks counts as one, so that it is
 * reported as damaged.
 */
final class TiffPages implements PictureFile {
  private static final long BROKEN = -1;

  private final FileChannel channel;
  private final TiffFile file;
  private final long[] offsets;
  private final RenderOptions options;

  private TiffPages(FileChannel channel, TiffFile file, long[] offsets, RenderOptions options) {
    this.channel = channel;
    this.file = file;
    this.offsets = offsets;
    this.options = options;
  }

  /**
   * Follows the chain of pages, up to a page seen before.
   *
   * @throws IOException if not even the first page can be found
   */
  static TiffPages read(FileChannel channel, RenderOptions options)
      throws IOException, RenderException {
    TiffFile file = TiffFile.of(RandomBytes.of(channel));
    LongStream.Builder pages = LongStream.builder();
    Set<Long> seen = new HashSet<>();
    long offset = file.firstDirectory();
    while (offset != 0 && seen.add(offset)) {
      if (seen.size() > options.maxPages()) {
        throw new RenderException(
            Code.TOO_MANY_PAGES,
            "the document has more pages than the limit of " + options.maxPages());
      }
      Optional<TiffDirectory> directory = directory(file, offset);
      if (directory.isEmpty() && seen.size() == 1) {
        throw new IOException("the first page cannot be found");
      }
      if (!directory.map(TiffDirectory::isAuxiliary).orElse(false)) {
        pages.add(directory.isPresent() ? offset : BROKEN);
      }
      offset = directory.map(TiffDirectory::next).orElse(0L);
    }
    long[] offsets = pages.build().toArray();
    if (offsets.length == 0) {
      throw new RenderException(Code.NO_PAGES, "the TIFF has no pages");
    }
    return new TiffPages(channel, file, offsets, options);
  }

  private static Optional<TiffDirectory> directory(TiffFile file, long offset) {
    try {
      return Optional.of(file.directory(offset));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public int pageCount() {
    return offsets.length;
  }

  @Override
  public PictureFrame frame(int number) throws IOException, RenderException {
    long offset = offsets[number - 1];
    if (offset == BROKEN) {
      throw TiffPicture.cutOff(number);
    }
    try {
      return new TiffPicture(number, file, file.directory(offset), channel, options).frame();
    } catch (EOFException e) {
      throw TiffPicture.cutOff(number);
    }
  }
}
