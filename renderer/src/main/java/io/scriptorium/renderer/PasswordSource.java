package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.nio.file.Path;
import java.util.List;

/**
 * Knows the passwords of documents: a vault, a person who is asked. Called from the threads that
 * open documents.
 */
@FunctionalInterface
public interface PasswordSource {
  /** Knows none. */
  PasswordSource NONE = file -> List.of();

  /** Opens a file with the passwords in the options. */
  @FunctionalInterface
  interface Opener {
    PageSource open(Path file, RenderOptions options) throws RenderException;
  }

  /**
   * Passwords to try in turn on a file that none of those in the options opens. They are used once
   * and kept nowhere.
   */
  List<String> passwordsFor(Path file);

  /**
   * Opens a file, and once more with the passwords known here if those in the options do not fit.
   */
  default PageSource open(Path file, RenderOptions options, Opener opener) throws RenderException {
    try {
      return opener.open(file, options);
    } catch (RenderException e) {
      List<String> more = e.code() == Code.PDF_ENCRYPTED ? passwordsFor(file) : List.of();
      if (more.isEmpty()) {
        throw e;
      }
      return opener.open(file, options.withPasswords(more));
    }
  }
}
