package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.synth.PageKind;
import java.util.List;

/** The kinds of pages of this package. */
public final class Office {
  private Office() {}

  public static List<PageKind> kinds() {
    return List.of(new InvoiceKind(), new FormKind());
  }
}
