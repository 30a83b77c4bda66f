package io.scriptorium.samples;

import io.scriptorium.samples.drawing.Sheet;
import java.util.List;
import java.util.function.Consumer;

/** A sample PDF and how its pages are drawn. */
record SamplePdf(String name, String title, List<Consumer<Sheet>> pages) {
  SamplePdf {
    pages = List.copyOf(pages);
  }
}
