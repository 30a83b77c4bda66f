package io.scriptorium.renderer.pool;

import java.io.IOException;

/** What came over the wire is not what the other side would have sent. */
final class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  WireException(String message) {
    super(message);
  }
}
