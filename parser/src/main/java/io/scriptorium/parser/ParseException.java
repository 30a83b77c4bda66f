package io.scriptorium.parser;

import org.jspecify.annotations.Nullable;

/** A document cannot be parsed. The text names what, which value and which limit, never content. */
public final class ParseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final Kind kind;

  /** What to do about it. */
  public enum Kind {
    /** The document is at fault; trying again gives the same. */
    BAD_INPUT,
    /** The surroundings are at fault, a full disk for instance; trying again may succeed. */
    TRANSIENT,
    /** The model is at fault or does not fit. */
    MODEL
  }

  public ParseException(String code, Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.kind = kind;
  }

  public ParseException(String code, Kind kind, String message) {
    this(code, kind, message, null);
  }

  /** Stable code such as {@code PDF_ENCRYPTED}. */
  public String code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }
}
