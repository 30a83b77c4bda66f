package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Opens documents of any supported format, and renders them in this process: what a document does
 * to memory and time, it does to the caller.
 *
 * <pre>{@code
 * try (PageSource source = new DocumentRenderer(RenderOptions.DEFAULTS).open(file)) {
 *   for (int number = 1; number <= source.pageCount(); number++) {
 *     RasterImage image = source.render(number).image();
 *   }
 * }
 * }</pre>
 *
 * <p>Stateless; safe for use by many threads. Nothing is fetched from outside the file, and nothing
 * in a document is run.
 */
public final class DocumentRenderer implements DocumentOpener {
  static {
    // Nothing here gains from disk caches, and a crash would leave their files behind.
    ImageIO.setUseCache(false);
  }

  private final RenderOptions options;
  private final PasswordSource passwords;

  public DocumentRenderer(RenderOptions options) {
    this(options, PasswordSource.NONE);
  }

  /**
   * A renderer that asks for passwords.
   *
   * @param passwords asked about a PDF that none of the passwords of the options opens
   */
  public DocumentRenderer(RenderOptions options, PasswordSource passwords) {
    this.options = options;
    this.passwords = passwords;
  }

  @Override
  public RenderOptions options() {
    return options;
  }

  @Override
  public PageSource open(Path file) throws RenderException {
    check(file, options);
    SourceFormat format = FormatSniffer.sniff(head(file));
    return format == SourceFormat.PDF
        ? passwords.open(file, options, PdfPageSource::open)
        : PicturePageSource.open(file, format, options);
  }

  /** Nothing is held open between two documents. */
  @Override
  public void close() {}

  /**
   * Refuses what is no file to open, without reading any of it.
   *
   * @throws RenderException if it is missing, no regular file, empty or too large
   */
  public static void check(Path file, RenderOptions options) throws RenderException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new RenderException(Code.FILE_MISSING, "there is no such file");
    } catch (IOException e) {
      throw new RenderException(
          Code.FILE_UNREADABLE, "the file cannot be looked at", new RedactedCause(e));
    }
    // Checked before the file is opened: opening a pipe would wait for its writer.
    if (!attributes.isRegularFile()) {
      String kind = attributes.isDirectory() ? "a folder" : "a pipe, socket or device";
      throw new RenderException(Code.FILE_UNREADABLE, "this is " + kind + " and no file");
    }
    // The libraries open java.io.File, which cannot have every name that there is.
    if (!file.toFile().isFile()) {
      throw new RenderException(
          Code.FILE_UNREADABLE,
          "the name of the file has characters that this locale does not know; rename the file");
    }
    if (attributes.size() == 0) {
      throw new RenderException(Code.FILE_EMPTY, "the file is empty");
    }
    if (attributes.size() > options.maxBytes()) {
      throw new RenderException(
          Code.FILE_TOO_LARGE,
          String.format(
              Locale.ROOT,
              "the file has %d bytes, the limit is %d",
              attributes.size(),
              options.maxBytes()));
    }
  }

  private static byte[] head(Path file) throws RenderException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FormatSniffer.HEAD_BYTES);
    } catch (IOException e) {
      throw new RenderException(
          Code.FILE_UNREADABLE, "the file cannot be read", new RedactedCause(e));
    }
  }
}
