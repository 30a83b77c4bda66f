package io.scriptorium.parser;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Length and hash of a document's bytes.
 *
 * @param sha256 in hexadecimal; the id that the document is known by
 */
public record Digest(String sha256, long bytes) {
  private static final int BUFFER = 1 << 16;

  /** The digest of all that is left to read; whoever opened the stream closes it. */
  public static Digest of(InputStream in) throws IOException {
    MessageDigest sha256 = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sha256.update(buffer, 0, read);
      bytes += read;
    }
    return new Digest(HexFormat.of().formatHex(sha256.digest()), bytes);
  }
}
