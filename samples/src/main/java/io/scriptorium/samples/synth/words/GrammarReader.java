package io.scriptorium.samples.synth.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the rules of a language.
 *
 * <p>{@code rule NAME} is followed by indented alternatives, one a line. In an alternative, {@code
 * {name}} refers to another rule and {@code {name:2}} to the third form of a word; {@code ^} and
 * {@code _} before the name make its first letter a capital or a small one. {@code {a|b}} is one of
 * the two texts and {@code [...]} is left out half of the time; a backslash takes the meaning from
 * the next character. An alternative that begins with {@code 3*} is thrice as likely as others.
 *
 * <p>{@code words NAME} is followed by indented words, parted by commas, in the notation of {@link
 * WordForms}; usual forms may follow the name. Lists of the same name are joined.
 *
 * <p>{@code replace PATTERN => TEXT} is applied to every text in the end, in the order of the
 * lines. A line that begins with {@code #} is a comment.
 */
final class GrammarReader {
  private static final Pattern WEIGHT = Pattern.compile("(\\d+)\\* (.*)");

  private final Map<String, Weighted<List<Part>>> templates = new HashMap<>();
  private final Map<String, List<List<String>>> lexicons = new HashMap<>();
  private final List<Replacement> replacements = new ArrayList<>();
  private String name = "";
  private boolean words;
  private List<String> usual = List.of();

  GrammarReader read(String text) {
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        read(line.stripTrailing(), line.charAt(0) == ' ');
      }
    }
    return this;
  }

  Grammar grammar() {
    Map<String, Rule> rules = new HashMap<>();
    templates.forEach((key, value) -> rules.put(key, new Rule.Templates(value)));
    lexicons.forEach((key, value) -> rules.put(key, new Rule.Lexicon(value)));
    return new Grammar(rules, replacements);
  }

  private void read(String line, boolean indented) {
    if (!indented) {
      head(line);
    } else if (words) {
      List<List<String>> list = lexicons.computeIfAbsent(name, key -> new ArrayList<>());
      for (String entry : line.strip().split(",\\s*", 0)) {
        list.add(WordForms.of(entry, usual));
      }
    } else {
      Matcher weight = WEIGHT.matcher(line.substring(2));
      boolean weighted = weight.matches();
      templates
          .computeIfAbsent(name, key -> new Weighted<>())
          .add(
              TemplateReader.read(weighted ? weight.group(2) : line.substring(2)),
              weighted ? Integer.parseInt(weight.group(1)) : 1);
    }
  }

  private void head(String line) {
    String[] head = line.split(" ");
    switch (head[0]) {
      case "rule", "words" -> {
        words = head[0].equals("words");
        name = head[1];
        usual = List.of(head).subList(2, head.length);
      }
      case "replace" -> {
        String[] sides = line.substring("replace ".length()).split(" => ", 2);
        replacements.add(new Replacement(Pattern.compile(sides[0]), sides[1]));
      }
      default -> throw new IllegalArgumentException("\"" + line + "\" is no line of a grammar");
    }
  }
}
