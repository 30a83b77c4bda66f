package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.synth.PageKind;
import java.util.List;

/** The kinds of pages of this package. */
public final class Layouts {
  private Layouts() {}

  public static List<PageKind> kinds() {
    return List.of(
        new LetterKind(),
        new ArticleKind(),
        MixedKind.TABLE,
        MixedKind.CHART,
        MixedKind.FORMULA,
        MixedKind.MIXED);
  }

  /** Pages for practice, such as nobody has in an archive. */
  public static List<PageKind> drills() {
    return List.of(MixedKind.FORMULAS);
  }
}
