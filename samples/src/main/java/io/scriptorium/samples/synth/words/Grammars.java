package io.scriptorium.samples.synth.words;

import io.scriptorium.samples.synth.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The grammars that come with the program, each read once. */
final class Grammars {
  private static final List<String> PARTS = List.of("words", "grammar", "terms", "forms");
  private static final Map<Language, Grammar> READ = new EnumMap<>(Language.class);

  private Grammars() {}

  static synchronized Grammar of(Language language) {
    return READ.computeIfAbsent(language, Grammars::read);
  }

  private static Grammar read(Language language) {
    GrammarReader reader = new GrammarReader().read(resource("all-words.txt"));
    for (String part : PARTS) {
      reader.read(resource(language.name().toLowerCase(Locale.ROOT) + "-" + part + ".txt"));
    }
    return reader.grammar();
  }

  private static String resource(String name) {
    try (InputStream in = Grammars.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
