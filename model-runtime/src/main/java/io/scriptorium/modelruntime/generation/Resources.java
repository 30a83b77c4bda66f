package io.scriptorium.modelruntime.generation;

import java.util.List;

/** Closes native resources, whose closing cannot fail. */
final class Resources {
  private Resources() {}

  static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException("a tensor could not be closed", e);
    }
  }

  static void closeAll(List<AutoCloseable> resources) {
    resources.forEach(Resources::close);
  }
}
