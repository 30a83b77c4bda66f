package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** The pages of a PNG, a JPEG or a TIFF. */
final class PicturePageSource implements PageSource {
  private final SourceFormat format;
  private final List<Optional<PictureFrame>> frames;
  private final RenderOptions options;
  private final ImageInputStream bytes;
  private final ImageReader reader;

  private PicturePageSource(
      Path file, SourceFormat format, List<Optional<PictureFrame>> frames, RenderOptions options)
      throws IOException {
    this.format = format;
    this.frames = frames;
    this.options = options;
    this.reader = PictureReaders.readerFor(format);
    this.bytes = new FileImageInputStream(file.toFile());
    // The notes inside are not wanted here, and can be made to unpack to gigabytes.
    reader.setInput(bytes, false, true);
  }

  static PicturePageSource open(Path file, SourceFormat format, RenderOptions options)
      throws RenderException {
    try {
      return new PicturePageSource(file, format, frames(file, format, options), options);
    } catch (EOFException e) {
      throw new RenderException(
          Code.FILE_DAMAGED, "the " + format + " is cut off", new RedactedCause(e));
    } catch (IOException | RuntimeException e) {
      throw new RenderException(
          Code.FILE_DAMAGED,
          "the file is no " + format + " that can be read",
          new RedactedCause(e));
    }
  }

  private static List<Optional<PictureFrame>> frames(
      Path file, SourceFormat format, RenderOptions options) throws IOException, RenderException {
    try (FileChannel channel = FileChannel.open(file)) {
      InputStream stream = Channels.newInputStream(channel);
      return switch (format) {
        case PNG -> List.of(Optional.of(PngHeader.read(stream)));
        case JPEG -> List.of(Optional.of(JpegHeader.read(stream)));
        case TIFF -> TiffPages.read(channel, options.maxPages());
        case PDF -> throw new IllegalArgumentException("a PDF is no picture");
      };
    }
  }

  @Override
  public SourceFormat format() {
    return format;
  }

  @Override
  public int pageCount() {
    return frames.size();
  }

  @Override
  public RenderedPage render(int number) throws RenderException {
    PictureFrame frame =
        frames
            .get(PageFailures.checkNumber(number, frames.size()) - 1)
            .orElseThrow(
                () ->
                    new RenderException(
                        Code.PAGE_DAMAGED, "page " + number + " is cut off or missing"));
    try {
      return upright(number, frame, PixelRows.of(decode(number, frame.index())));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw PageFailures.of(number, e);
    }
  }

  private BufferedImage decode(int number, int index) throws IOException, RenderException {
    int width = reader.getWidth(index);
    int height = reader.getHeight(index);
    if ((long) width * height > options.maxDecodedPixels()) {
      throw PageFailures.tooManyPixels("page " + number, width, height, options.maxDecodedPixels());
    }
    return reader.read(index);
  }

  private RenderedPage upright(int number, PictureFrame frame, PixelRows rows) {
    PictureSize size = PictureSize.of(rows, frame.resolution(), options.maxPixels());
    RasterImage image =
        frame.orientation().turn(AreaScaler.scale(rows, size.width(), size.height()));
    double points = 72 / size.dpi();
    PageTransform toPoints = new PageTransform(points, 0, 0, -points, 0, points * image.height());
    return new RenderedPage(
        number, image, size.dpi(), toPoints, List.of(), PageInk.of(image), TextLayer.NONE);
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      bytes.close();
    } catch (IOException e) {
      // It was only read from.
    }
  }
}
