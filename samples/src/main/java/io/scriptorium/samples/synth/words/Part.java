package io.scriptorium.samples.synth.words;

import java.util.List;

/** A piece of a grammar's alternative. */
sealed interface Part {
  /** Text that stands as it is. */
  record Literal(String text) implements Part {}

  /** Something that another rule, or the caller, supplies. */
  record Reference(String rule, int form, Letters letters) implements Part {
    boolean isSupplied() {
      return rule.charAt(0) == '@';
    }
  }

  /** One of several texts, all equally likely. */
  record Choice(List<String> texts) implements Part {
    public Choice {
      texts = List.copyOf(texts);
    }
  }

  /** Parts that are there half of the time. */
  record Optional(List<Part> parts) implements Part {
    public Optional {
      parts = List.copyOf(parts);
    }
  }

  /** What becomes of the first letter. */
  enum Letters {
    KEPT,
    CAPITAL,
    SMALL
  }
}
