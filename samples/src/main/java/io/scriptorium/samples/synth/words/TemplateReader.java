package io.scriptorium.samples.synth.words;

import java.util.ArrayList;
import java.util.List;

/** Reads one alternative of a grammar. */
final class TemplateReader {
  private final String source;
  private int at;

  private TemplateReader(String source) {
    this.source = source;
  }

  static List<Part> read(String source) {
    TemplateReader reader = new TemplateReader(source);
    List<Part> parts = reader.parts();
    if (reader.at < source.length()) {
      throw new IllegalArgumentException("\"" + source + "\" closes what it did not open");
    }
    return parts;
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != ']') {
      char c = source.charAt(at++);
      if (c == '\\') {
        text.append(source.charAt(at++));
      } else if (c == '{' || c == '[') {
        flush(text, parts);
        parts.add(c == '{' ? braces() : optional());
      } else {
        text.append(c);
      }
    }
    flush(text, parts);
    return parts;
  }

  private static void flush(StringBuilder text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text.toString()));
      text.setLength(0);
    }
  }

  private Part optional() {
    List<Part> parts = parts();
    if (at == source.length()) {
      throw new IllegalArgumentException("\"" + source + "\" leaves a bracket open");
    }
    at++;
    return new Part.Optional(parts);
  }

  private Part braces() {
    int end = source.indexOf('}', at);
    if (end < 0) {
      throw new IllegalArgumentException("\"" + source + "\" leaves a brace open");
    }
    String inside = source.substring(at, end);
    at = end + 1;
    return inside.contains("|")
        ? new Part.Choice(List.of(inside.split("\\|", -1)))
        : reference(inside);
  }

  private static Part reference(String inside) {
    Part.Letters letters =
        switch (inside.charAt(0)) {
          case '^' -> Part.Letters.CAPITAL;
          case '_' -> Part.Letters.SMALL;
          default -> Part.Letters.KEPT;
        };
    String name = letters == Part.Letters.KEPT ? inside : inside.substring(1);
    int colon = name.indexOf(':');
    return colon < 0
        ? new Part.Reference(name, 0, letters)
        : new Part.Reference(
            name.substring(0, colon), Integer.parseInt(name.substring(colon + 1)), letters);
  }
}
