package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.TextConfig;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import io.scriptorium.modelruntime.savedmodel.Tensors;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Keys and values of sequences that are decoded in lockstep.
 *
 * <p>The body holds the prompts, padded to the longest, and is handed to the graph without a copy.
 * Steps go into a small tail, which is joined to the body when it is full: each step copies the
 * tail only, and the body is copied once in {@value #TAIL_ROWS} steps. A sequence that waits during
 * a step gets a row all the same, which none of its later steps looks at.
 */
final class KeyValueCache implements AutoCloseable {
  static final int TAIL_ROWS = 64;

  private final LoadedModel model;
  private final int sequences;
  private Outputs body;
  private TFloat32 mask;
  private float[] maskValues;
  private int bodyRows;
  private final TFloat32 emptyTail;
  private AutoCloseable tailOwner;
  private TFloat32 tailKeys;
  private TFloat32 tailValues;
  private final boolean[][] waited = new boolean[TAIL_ROWS][];
  private int tailRows;

  private KeyValueCache(LoadedModel model, Outputs body, int[] lengths, int bodyRows) {
    TextConfig config = model.config().text();
    this.model = model;
    this.sequences = lengths.length;
    this.body = body;
    this.bodyRows = bodyRows;
    this.maskValues = new float[sequences * bodyRows];
    for (int i = 0; i < sequences; i++) {
      Arrays.fill(maskValues, i * bodyRows + lengths[i], (i + 1) * bodyRows, ModelGraph.MASKED);
    }
    this.mask = Tensors.floats(maskValues, sequences, bodyRows);
    this.emptyTail =
        Tensors.floats(
            new float[0], config.layers(), sequences, config.keyValueHeads(), 0, config.headDim());
    this.tailKeys = emptyTail;
    this.tailValues = emptyTail;
    this.tailOwner = () -> {};
  }

  /**
   * Takes over what prefill made of packed prompts.
   *
   * @param prefill outputs {@code keys} and {@code values}; stays the caller's
   * @param lengths rows of each prompt
   */
  static KeyValueCache of(LoadedModel model, Outputs prefill, List<Integer> lengths)
      throws ModelException {
    int longest = lengths.stream().mapToInt(Integer::intValue).max().orElseThrow();
    int[] rows = new int[lengths.size() * longest];
    int base = 0;
    for (int i = 0; i < lengths.size(); i++) {
      for (int row = 0; row < longest; row++) {
        rows[i * longest + row] = base + Math.min(row, lengths.get(i) - 1);
      }
      base += lengths.get(i);
    }
    try (TInt32 rowTensor = Tensors.ints(rows, lengths.size(), longest)) {
      Outputs body =
          model
              .call(ModelGraph.PACK_CACHE)
              .feed("rows", rowTensor)
              .feed("keys", prefill.get("keys"))
              .feed("values", prefill.get("values"))
              .run();
      try {
        return new KeyValueCache(
            model, body, lengths.stream().mapToInt(Integer::intValue).toArray(), longest);
      } catch (RuntimeException | Error e) {
        body.close();
        throw e;
      }
    }
  }

  /** Runs one step of all sequences. */
  float[][] step(int[] ids, int[] positions) throws ModelException {
    return step(ids, positions, new boolean[sequences]);
  }

  /**
   * Runs one step.
   *
   * @param ids the token last emitted by each sequence
   * @param positions its position
   * @param waiting which sequences take no part: it is for them as if there had been no step
   * @return logits of each sequence; those of one that waits mean nothing
   */
  float[][] step(int[] ids, int[] positions, boolean[] waiting) throws ModelException {
    if (tailRows == TAIL_ROWS) {
      joinTail();
    }
    waited[tailRows] = waiting.clone();
    try (TInt32 idTensor = Tensors.ints(ids, sequences);
        TInt32 positionTensor = Tensors.ints(positions, sequences);
        TFloat32 tailMask = Tensors.floats(tailMask(tailRows + 1), sequences, tailRows + 1)) {
      Outputs step =
          model
              .compute(ModelGraph.DECODE)
              .feed("ids", idTensor)
              .feed("positions", positionTensor)
              .feed("body_keys", body.get("body_keys"))
              .feed("body_values", body.get("body_values"))
              .feed("body_mask", mask)
              .feed("tail_keys", tailKeys)
              .feed("tail_values", tailValues)
              .feed("tail_mask", tailMask)
              .run();
      replaceTail(step, step.get("tail_keys"), step.get("tail_values"), tailRows + 1);
      float[][] logits = new float[sequences][];
      for (int i = 0; i < sequences; i++) {
        logits[i] = Tensors.row(step.get("logits"), i);
      }
      return logits;
    }
  }

  private void joinTail() throws ModelException {
    Outputs joined =
        model
            .call(ModelGraph.APPEND_CACHE)
            .feed("body_keys", body.get("body_keys"))
            .feed("body_values", body.get("body_values"))
            .feed("tail_keys", tailKeys)
            .feed("tail_values", tailValues)
            .run();
    body.close();
    body = joined;
    float[] tailMask = tailMask(tailRows);
    int rows = bodyRows + tailRows;
    float[] longer = new float[sequences * rows];
    for (int i = 0; i < sequences; i++) {
      System.arraycopy(maskValues, i * bodyRows, longer, i * rows, bodyRows);
      System.arraycopy(tailMask, i * tailRows, longer, i * rows + bodyRows, tailRows);
    }
    bodyRows = rows;
    maskValues = longer;
    TFloat32 longerMask = Tensors.floats(maskValues, sequences, bodyRows);
    mask.close();
    mask = longerMask;
    replaceTail(() -> {}, emptyTail, emptyTail, 0);
  }

  /** {@code [sequences, rows]} of the tail's first rows. */
  private float[] tailMask(int rows) {
    float[] values = new float[sequences * rows];
    for (int i = 0; i < sequences; i++) {
      for (int row = 0; row < rows; row++) {
        values[i * rows + row] = waited[row][i] ? ModelGraph.MASKED : 0;
      }
    }
    return values;
  }

  private void replaceTail(AutoCloseable owner, TFloat32 keys, TFloat32 values, int rows) {
    Resources.close(tailOwner);
    tailOwner = owner;
    tailKeys = keys;
    tailValues = values;
    tailRows = rows;
  }

  @Override
  public void close() {
    Resources.close(tailOwner);
    emptyTail.close();
    mask.close();
    body.close();
  }
}
