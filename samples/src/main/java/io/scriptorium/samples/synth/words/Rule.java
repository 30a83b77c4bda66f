package io.scriptorium.samples.synth.words;

import java.util.List;

/** What a name in a grammar stands for. */
sealed interface Rule {
  /** Alternatives, each as often as its weight says. */
  record Templates(Weighted<List<Part>> alternatives) implements Rule {}

  /** Words, each in the forms that its language needs. */
  record Lexicon(List<List<String>> words) implements Rule {
    public Lexicon {
      words = words.stream().map(List::copyOf).toList();
    }
  }
}
