package io.scriptorium.parser;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attempt to write a result folder, and the hidden names beside the folder that belong to it.
 *
 * @param target the result folder, absolute
 * @param token tells attempts at the same folder apart
 */
record Attempt(Path target, String token) {
  private static final Pattern NAME =
      Pattern.compile("\\.(.+)\\.([0-9a-f]{16})\\.(partial|replaced|lock)", Pattern.DOTALL);

  static Attempt at(Path target) {
    return new Attempt(target, HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
  }

  /** The attempt that a hidden file or folder belongs to; empty if it is none of ours. */
  static Optional<Attempt> ofLeftover(Path leftover) {
    Matcher matcher = NAME.matcher(leftover.getFileName().toString());
    return matcher.matches()
        ? Optional.of(new Attempt(leftover.resolveSibling(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** Where the new result grows. */
  Path partial() {
    return hidden("partial");
  }

  /** Where the earlier result waits while the new one takes its name. */
  Path replaced() {
    return hidden("replaced");
  }

  /** Locked as long as somebody works on the attempt. */
  Path lock() {
    return hidden("lock");
  }

  private Path hidden(String ending) {
    return target.resolveSibling("." + target.getFileName() + "." + token + "." + ending);
  }
}
