package io.scriptorium.samples.synth.words;

import java.util.regex.Pattern;

/** A law of spelling where words meet, such as the elision of French. */
record Replacement(Pattern pattern, String with) {
  String applyTo(String text) {
    return pattern.matcher(text).replaceAll(with);
  }
}
