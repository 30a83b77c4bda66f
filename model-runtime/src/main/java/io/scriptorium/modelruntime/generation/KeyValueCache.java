package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.TextConfig;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.SignatureCall;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import io.scriptorium.modelruntime.savedmodel.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Keys and values of sequences that are decoded step by step together.
 *
 * <p>The body holds the prompts, padded to the longest, and is handed to the graph without a copy.
 * Steps go into a small tail, which is joined to the body when it is full: each step copies the
 * tail only, and the body is copied once in {@value #TAIL_ROWS} steps. A sequence that waits during
 * a step gets a row all the same, which none of its later steps looks at.
 */
final class KeyValueCache implements AutoCloseable {
  static final int TAIL_ROWS = 64;

  private final LoadedModel model;
  private int sequences;
  private Outputs body;
  private TFloat32 mask;
  private float[] maskValues;
  private int bodyRows;
  private TFloat32 emptyTail;
  private AutoCloseable tailOwner;
  private TFloat32 tailKeys;
  private TFloat32 tailValues;
  private final boolean[][] waited = new boolean[TAIL_ROWS][];
  private int tailRows;

  private KeyValueCache(LoadedModel model, Outputs body, int[] lengths, int bodyRows) {
    this.model = model;
    this.sequences = lengths.length;
    this.body = body;
    this.bodyRows = bodyRows;
    this.maskValues = new float[sequences * bodyRows];
    for (int i = 0; i < sequences; i++) {
      Arrays.fill(maskValues, i * bodyRows + lengths[i], (i + 1) * bodyRows, ModelGraph.MASKED);
    }
    this.mask = Tensors.floats(maskValues, sequences, bodyRows);
    this.emptyTail = emptyTail(model.config().text(), sequences);
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
      joinTail(model.call(ModelGraph.APPEND_CACHE), IntStream.range(0, sequences).toArray());
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

  /**
   * Goes on with some of the sequences alone.
   *
   * @param kept which of those that there are, from 0, in the order that they have from now on
   */
  void keep(int[] kept) throws ModelException {
    try (TInt32 keptTensor = Tensors.ints(kept, kept.length)) {
      joinTail(model.call(ModelGraph.KEEP_CACHE).feed("sequences", keptTensor), kept);
    }
  }

  private void joinTail(SignatureCall call, int[] kept) throws ModelException {
    Outputs joined =
        call.feed("body_keys", body.get("body_keys"))
            .feed("body_values", body.get("body_values"))
            .feed("tail_keys", tailKeys)
            .feed("tail_values", tailValues)
            .run();
    body.close();
    body = joined;
    float[] tailMask = tailMask(tailRows);
    int rows = bodyRows + tailRows;
    float[] longer = new float[kept.length * rows];
    for (int i = 0; i < kept.length; i++) {
      System.arraycopy(maskValues, kept[i] * bodyRows, longer, i * rows, bodyRows);
      System.arraycopy(tailMask, kept[i] * tailRows, longer, i * rows + bodyRows, tailRows);
    }
    sequences = kept.length;
    bodyRows = rows;
    maskValues = longer;
    TFloat32 longerMask = Tensors.floats(maskValues, sequences, bodyRows);
    mask.close();
    mask = longerMask;
    TFloat32 newTail = emptyTail(model.config().text(), sequences);
    replaceTail(() -> {}, newTail, newTail, 0);
    emptyTail.close();
    emptyTail = newTail;
  }

  private static TFloat32 emptyTail(TextConfig config, int sequences) {
    return Tensors.floats(
        new float[0], config.layers(), sequences, config.keyValueHeads(), 0, config.headDim());
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
