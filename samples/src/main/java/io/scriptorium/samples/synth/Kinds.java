package io.scriptorium.samples.synth;

import java.util.List;

/** Every kind of page there is. */
public final class Kinds {
  private static final List<PageKind> ALL = List.of(new TextKind());

  private Kinds() {}

  /** In the order in which they are listed to users. */
  public static List<PageKind> all() {
    return ALL;
  }
}
