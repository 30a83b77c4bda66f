package io.scriptorium.modelruntime.graph;

/** How the elements of a variable are kept in memory and on disk. */
public enum Storage {
  FLOAT32,
  BFLOAT16
}
