package io.scriptorium.samples.synth;

/** Where the words of pages come from. Safe for use by several threads. */
@FunctionalInterface
public interface WordSource {
  /**
   * @param dice that everything these words leave to chance comes from
   */
  Words words(Language language, Dice dice);
}
