package io.scriptorium.renderer;

/** Bytes that a decoder is to see in place of those of the file. */
@SuppressWarnings("ArrayRecordComponent")
record FilePatch(long offset, byte[] bytes) {
  /** Where the first byte after the patch stands. */
  long end() {
    return offset + bytes.length;
  }
}
