package io.scriptorium.modelruntime.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SHA-256 in hexadecimal. */
public final class Sha256 {
  private static final int CHUNK = 1 << 20;

  private Sha256() {}

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  public static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Digests of many files, computed with all processors: gigabytes are bound by the hashing. */
  public static Map<Path, String> ofAll(List<Path> files) throws IOException {
    try {
      return files.parallelStream()
          .collect(Collectors.toConcurrentMap(Function.identity(), Sha256::ofUnchecked));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String ofUnchecked(Path file) {
    try {
      return of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
