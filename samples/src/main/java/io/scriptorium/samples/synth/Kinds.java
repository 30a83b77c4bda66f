package io.scriptorium.samples.synth;

import io.scriptorium.samples.synth.layout.Layouts;
import io.scriptorium.samples.synth.office.Office;
import io.scriptorium.samples.synth.words.GrammarWords;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of page there is, and the words on it. */
public final class Kinds {
  private static final List<PageKind> ALL =
      Stream.of(List.of(new TextKind()), Layouts.kinds(), Office.kinds())
          .<PageKind>flatMap(List::stream)
          .toList();

  private Kinds() {}

  /** In the order in which they are listed to users. */
  public static List<PageKind> all() {
    return ALL;
  }

  /** All and those for practice, which are drawn only where somebody asks for them. */
  public static List<PageKind> known() {
    return Stream.of(ALL, Layouts.drills()).flatMap(List::stream).toList();
  }

  /** Text in every language. */
  public static WordSource words() {
    return GrammarWords::new;
  }
}
