package io.scriptorium.routes;

import io.scriptorium.parser.Digest;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Looks at document files before the parser does. */
final class Documents {
  private Documents() {}

  /**
   * SHA-256 of the file's bytes, in hexadecimal: the id of the document.
   *
   * @throws ParseException if there is nothing to read, or no right to
   */
  static String id(Path file) throws ParseException {
    // Opening a pipe would wait for its writer.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ParseException("NOT_A_FILE", Kind.BAD_INPUT, "it is not a regular file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      Digest digest = Digest.of(in);
      if (digest.bytes() == 0) {
        throw new ParseException("EMPTY_DOCUMENT", Kind.BAD_INPUT, "it has 0 bytes");
      }
      return digest.sha256();
    } catch (AccessDeniedException e) {
      throw new ParseException("FILE_UNREADABLE", Kind.BAD_INPUT, "no right to read it", e);
    } catch (NoSuchFileException e) {
      throw new ParseException("FILE_VANISHED", Kind.BAD_INPUT, "it is not there any more", e);
    } catch (IOException e) {
      throw new ParseException(
          "FILE_UNREADABLE", Kind.TRANSIENT, "reading failed: " + e.getClass().getSimpleName(), e);
    }
  }

  /** The id for a reason file: nothing where there is none. */
  static String idIfReadable(Path file) {
    try {
      return id(file);
    } catch (ParseException e) {
      return "";
    }
  }
}
