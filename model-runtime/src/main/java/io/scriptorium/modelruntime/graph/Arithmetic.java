package io.scriptorium.modelruntime.graph;

/** In which numbers the matrix products of the linear layers are computed. */
public enum Arithmetic {
  /** Weights are widened to float32 where they are used: the reference's float32 arithmetic. */
  FLOAT32,
  /**
   * Operands and results of the products are bfloat16, and so are the mixing products of attention;
   * everything between, scores included, stays float32. For weights that are stored as bfloat16.
   */
  BFLOAT16
}
