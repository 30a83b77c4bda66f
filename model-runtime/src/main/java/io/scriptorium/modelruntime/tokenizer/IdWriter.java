package io.scriptorium.modelruntime.tokenizer;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.util.Arrays;

/** Gathers ids up to a limit. Neighbouring texts wait until a control token ends them. */
final class IdWriter {

  private final Tokenizer tokenizer;
  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private int[] ids = new int[64];
  private int size;

  IdWriter(Tokenizer tokenizer, int limit) {
    this.tokenizer = tokenizer;
    this.limit = limit;
  }

  IdWriter text(String more) throws ModelException {
    if ((long) text.length() + more.length() > Tokenizer.MAX_TEXT_LENGTH) {
      throw new ModelException(
          Code.PROMPT_TOO_LONG,
          "a text of the prompt has more than " + Tokenizer.MAX_TEXT_LENGTH + " characters");
    }
    text.append(more);
    return this;
  }

  IdWriter control(int id) throws ModelException {
    return repeat(id, 1);
  }

  IdWriter repeat(int id, int count) throws ModelException {
    flushText();
    reserve(count);
    Arrays.fill(ids, size, size + count, id);
    size += count;
    return this;
  }

  int[] toArray() throws ModelException {
    flushText();
    return Arrays.copyOf(ids, size);
  }

  private void flushText() throws ModelException {
    int[] more = tokenizer.encodeText(text.toString());
    text.setLength(0);
    reserve(more.length);
    System.arraycopy(more, 0, ids, size, more.length);
    size += more.length;
  }

  private void reserve(int count) throws ModelException {
    long needed = (long) size + count;
    if (needed > limit) {
      throw new ModelException(
          Code.PROMPT_TOO_LONG,
          "the prompt has " + needed + " tokens or more; the limit is " + limit);
    }
    if (needed > ids.length) {
      ids = Arrays.copyOf(ids, (int) Math.min(limit, Math.max(needed, 2L * ids.length)));
    }
  }
}
