package io.scriptorium.modelruntime.checkpoint;

/**
 * The two styles of tensor names. The first release wrote {@code visual.} and {@code model.}; later
 * saves, and this code, say {@code model.visual.} and {@code model.language_model.}.
 */
final class TensorNames {
  static final String VISION = "model.visual.";
  static final String TEXT = "model.language_model.";
  static final String HEAD = "lm_head.weight";

  private static final String RELEASED_VISION = "visual.";
  private static final String RELEASED_TEXT = "model.";

  private TensorNames() {}

  static String canonical(String stored) {
    if (stored.startsWith(RELEASED_VISION)) {
      return VISION + stored.substring(RELEASED_VISION.length());
    }
    if (stored.startsWith(RELEASED_TEXT)
        && !stored.startsWith(VISION)
        && !stored.startsWith(TEXT)) {
      return TEXT + stored.substring(RELEASED_TEXT.length());
    }
    return stored;
  }

  static String released(String canonical) {
    if (canonical.startsWith(VISION)) {
      return RELEASED_VISION + canonical.substring(VISION.length());
    }
    if (canonical.startsWith(TEXT)) {
      return RELEASED_TEXT + canonical.substring(TEXT.length());
    }
    return canonical;
  }
}
