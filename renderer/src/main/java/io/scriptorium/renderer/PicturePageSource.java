package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.io.IOUtils;

/** The pages of a file that is no PDF. */
final class PicturePageSource implements PageSource {
  private final SourceFormat format;
  private final FileChannel channel;
  private final PictureFile pictures;
  private final RenderOptions options;

  private PicturePageSource(
      SourceFormat format, FileChannel channel, PictureFile pictures, RenderOptions options) {
    this.format = format;
    this.channel = channel;
    this.pictures = pictures;
    this.options = options;
  }

  static PicturePageSource open(Path file, SourceFormat format, RenderOptions options)
      throws RenderException {
    FileChannel channel = null;
    boolean done = false;
    try {
      channel = FileChannel.open(file);
      PictureFile pictures = pictures(channel, format, options);
      done = true;
      return new PicturePageSource(format, channel, pictures, options);
    } catch (EOFException e) {
      throw new RenderException(
          Code.FILE_DAMAGED, "the " + format + " is cut off", new RedactedCause(e));
    } catch (IOException | RuntimeException e) {
      throw new RenderException(
          Code.FILE_DAMAGED,
          "the file is no " + format + " that can be read",
          new RedactedCause(e));
    } finally {
      if (!done) {
        IOUtils.closeQuietly(channel);
      }
    }
  }

  private static PictureFile pictures(
      FileChannel channel, SourceFormat format, RenderOptions options)
      throws IOException, RenderException {
    if (format == SourceFormat.TIFF) {
      return TiffPages.read(channel, options);
    }
    try (ImageInputStream in = new PatchedInput(channel, List.of())) {
      return PictureFile.of(
          switch (format) {
            case PNG -> PngHeader.read(in);
            case JPEG -> JpegHeader.read(in);
            case JPEG_2000 -> Jpeg2000Header.read(in, options).frame();
            case BMP -> BmpHeader.read(in);
            case GIF -> GifHeader.read(in);
            case WEBP -> WebpHeader.read(in);
            case PDF, TIFF -> throw new IllegalArgumentException(format + " is no single picture");
          });
    }
  }

  @Override
  public SourceFormat format() {
    return format;
  }

  @Override
  public int pageCount() {
    return pictures.pageCount();
  }

  @Override
  public RenderedPage render(int number) throws RenderException {
    PageFailures.checkNumber(number, pictures.pageCount());
    try {
      PictureFrame frame = pictures.frame(number);
      frame.shape().requireWithin(options, "page " + number);
      return upright(number, frame, decode(frame));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw PageFailures.of(number, e);
    }
  }

  private PixelRows decode(PictureFrame frame) throws IOException, RenderException {
    try (ImageInputStream in = new PatchedInput(channel, frame.patches())) {
      return format == SourceFormat.JPEG_2000
          ? Jpeg2000Header.read(in, options).decode(in)
          : PixelRows.of(PictureReaders.read(format, in), frame.space());
    }
  }

  private RenderedPage upright(int number, PictureFrame frame, PixelRows rows) {
    PictureSize size = PictureSize.of(rows, frame.resolution(), options.maxPixels());
    RasterImage image =
        frame.orientation().turn(AreaScaler.scale(rows, size.width(), size.height()));
    double points = 72 / size.dpi();
    PageTransform toPoints = new PageTransform(points, 0, 0, -points, 0, points * image.height());
    return new RenderedPage(
        number, image, size.dpi(), toPoints, frame.warnings(), PageInk.of(image), TextLayer.NONE);
  }

  @Override
  public SearchablePdf searchable() {
    return new PictureSearchable(this);
  }

  /** The picture as it stands in the file, if it can stand so in a PDF. */
  Optional<OriginalPicture> original(int number) throws IOException, RenderException {
    if (format != SourceFormat.JPEG) {
      return Optional.empty();
    }
    try (ImageInputStream in = new PatchedInput(channel, List.of())) {
      Optional<JpegFrame> frame = JpegHeader.readPlain(in);
      if (frame.isEmpty()) {
        return Optional.empty();
      }
      in.seek(0);
      byte[] jpeg = new byte[Math.toIntExact(channel.size())];
      in.readFully(jpeg);
      return Optional.of(
          new OriginalPicture(frame.get(), pictures.frame(number).orientation(), jpeg));
    }
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(channel);
  }
}
