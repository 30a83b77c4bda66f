package io.scriptorium.renderer;

import java.nio.file.Path;
import java.util.List;

/**
 * Knows the passwords of documents: a vault, a person who is asked. Called from the threads that
 * open documents.
 */
@FunctionalInterface
public interface PasswordSource {
  /**
   * Passwords to try in turn on a file that none of those in the options opens. They are used once
   * and kept nowhere.
   */
  List<String> passwordsFor(Path file);
}
