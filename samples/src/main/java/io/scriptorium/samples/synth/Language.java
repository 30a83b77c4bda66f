package io.scriptorium.samples.synth;

/** Languages that documents are written in. */
public enum Language {
  EN,
  DE,
  FR,
  ES
}
