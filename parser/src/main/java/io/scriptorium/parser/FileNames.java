package io.scriptorium.parser;

import java.nio.charset.StandardCharsets;

/** Keeps names within what file systems take, which count bytes of UTF-8. */
public final class FileNames {
  private FileNames() {}

  /** The name's whole characters from its start that fit into so many bytes. */
  public static String cut(String name, int maxBytes) {
    int bytes = 0;
    int end = 0;
    while (end < name.length()) {
      int next = name.offsetByCodePoints(end, 1);
      bytes += bytes(name.substring(end, next));
      if (bytes > maxBytes) {
        break;
      }
      end = next;
    }
    return name.substring(0, end);
  }

  /** How many bytes the name has. */
  public static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
