package io.scriptorium.modelruntime.tokenizer;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/**
 * The native byte-level BPE. It is freed once nobody can reach it any more, so nothing is to be
 * closed and no thread can use it after its end.
 *
 * <p>The thin native calls are used instead of the library's own tokenizer class: that one reports
 * its use over the network, and copies five more arrays out of every encoding.
 */
final class NativeBpe {

  private static final Cleaner CLEANER = Cleaner.create();

  private static final String OFFLINE = "ai.djl.offline";

  private final long handle;

  private NativeBpe(long handle) {
    this.handle = handle;
  }

  static NativeBpe create(String json) throws ModelException {
    loadLibrary();
    long handle;
    try {
      handle = TokenizersLibrary.LIB.createTokenizerFromString(json);
    } catch (RuntimeException e) {
      throw new ModelException(
          Code.TOKENIZER_INVALID, "the tokenizer library refuses the files: " + e.getMessage(), e);
    }
    NativeBpe bpe = new NativeBpe(handle);
    CLEANER.register(bpe, () -> TokenizersLibrary.LIB.deleteTokenizer(handle));
    return bpe;
  }

  int[] encode(String text) {
    try {
      long encoding = TokenizersLibrary.LIB.encode(handle, text, false);
      try {
        return toInts(TokenizersLibrary.LIB.getTokenIds(encoding));
      } finally {
        TokenizersLibrary.LIB.deleteEncoding(encoding);
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private static void loadLibrary() throws ModelException {
    // Without this, a machine with CUDA fetches another build of the library from the network.
    if (System.getProperty(OFFLINE) == null) {
      System.setProperty(OFFLINE, "true");
    }
    try {
      LibUtils.checkStatus();
    } catch (RuntimeException | LinkageError e) {
      throw new ModelException(
          Code.MODEL_FAILED,
          "the native tokenizer library cannot be loaded; it is unpacked below the home folder, or"
              + " below DJL_CACHE_DIR",
          e);
    }
  }

  private static int[] toInts(long[] ids) {
    int[] ints = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      ints[i] = Math.toIntExact(ids[i]);
    }
    return ints;
  }
}
