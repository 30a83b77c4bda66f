package io.scriptorium.modelruntime;

/** A model cannot be used, or cannot answer. The text holds no content of a document. */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Code code;

  /** Stable codes, one for each kind of trouble that somebody would look up. */
  public enum Code {
    CHECKPOINT_MISSING,
    CHECKPOINT_INVALID,
    CONFIG_UNSUPPORTED,
    TENSOR_MISSING,
    TENSOR_INVALID,
    TOKENIZER_INVALID,
    PREPROCESSOR_INVALID,
    SAVED_MODEL_INVALID,
    SAVED_MODEL_FORBIDDEN_OP,
    MODEL_BAD_NUMBERS,
    IMAGE_UNSUPPORTED,
    PROMPT_INVALID,
    PROMPT_TOO_LONG,
    MODEL_FAILED,
    REFERENCE_INVALID,
    OUTPUT_NOT_WRITTEN
  }

  public ModelException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public ModelException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
