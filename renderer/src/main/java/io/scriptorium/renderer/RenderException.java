package io.scriptorium.renderer;

/** A document or one of its pages cannot be rendered. The text holds no content of the document. */
public final class RenderException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Code code;

  /**
   * Stable codes; a document that fails with one of these is bad input and is never retried, unless
   * the code {@link #isTransient()}.
   */
  public enum Code {
    FILE_MISSING,
    FILE_UNREADABLE,
    FILE_EMPTY,
    FILE_TOO_LARGE,
    FORMAT_UNSUPPORTED,
    FILE_DAMAGED,
    PDF_ENCRYPTED,
    NO_PAGES,
    TOO_MANY_PAGES,
    PAGE_TOO_LARGE,
    PAGE_DAMAGED,
    PAGE_TIMEOUT,
    PAGE_TOO_COSTLY,
    DOCUMENT_TIMEOUT,
    DOCUMENT_TOO_COSTLY,
    RENDERER_DIED,
    RENDERER_UNAVAILABLE;

    /** Whether the surroundings are at fault, so that trying again may help. */
    public boolean isTransient() {
      return this == RENDERER_UNAVAILABLE;
    }
  }

  public RenderException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public RenderException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
