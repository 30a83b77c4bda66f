package io.scriptorium.modelruntime.checkpoint;

import org.jspecify.annotations.Nullable;

/** Number formats of a safetensors file. The names are those in the file. */
public enum Dtype {
  BOOL(1),
  U8(1),
  I8(1),
  F8_E5M2(1),
  F8_E4M3(1),
  I16(2),
  U16(2),
  F16(2),
  BF16(2),
  I32(4),
  U32(4),
  F32(4),
  F64(8),
  I64(8),
  U64(8);

  private final int bytes;

  Dtype(int bytes) {
    this.bytes = bytes;
  }

  /** Size of one number. */
  public int bytes() {
    return bytes;
  }

  /** Whether weights may be stored so. */
  public boolean holdsWeights() {
    return this == F32 || this == BF16 || this == F16;
  }

  static @Nullable Dtype named(String name) {
    for (Dtype dtype : values()) {
      if (dtype.name().equals(name)) {
        return dtype;
      }
    }
    return null;
  }
}
