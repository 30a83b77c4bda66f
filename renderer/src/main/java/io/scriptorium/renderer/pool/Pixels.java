package io.scriptorium.renderer.pool;

import java.io.IOException;

/** Where pixels go that do not travel inside a message. */
interface Pixels {
  void put(byte[] rgb) throws IOException;

  /**
   * Takes the pixels that were put last.
   *
   * @param bytes how many they must be; checked before anything is allocated
   */
  byte[] take(long bytes) throws IOException;
}
