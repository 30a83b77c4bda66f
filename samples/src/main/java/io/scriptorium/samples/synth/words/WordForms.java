package io.scriptorium.samples.synth.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells out the forms of a word.
 *
 * <p>An entry is the word and its further forms, parted by slashes: {@code write/-s/wrote/1-ing}. A
 * form with a dash cuts as many letters off the word as the number before the dash says and adds
 * the ending; {@code ge+} puts something before the word, and both together, {@code ge+1-en}, do
 * both. A form without dash or plus stands as it is. What an entry leaves out, its list says once.
 */
final class WordForms {
  private static final Pattern CHANGE = Pattern.compile("(?:(\\p{L}+)\\+)?(?:(\\d?)-(\\p{L}*))?");

  private WordForms() {}

  static List<String> of(String entry, List<String> usual) {
    String[] given = entry.split("/", -1);
    List<String> forms = new ArrayList<>();
    forms.add(given[0]);
    for (int i = 1; i < Math.max(given.length, usual.size() + 1); i++) {
      forms.add(form(given[0], i < given.length ? given[i] : usual.get(i - 1)));
    }
    return forms;
  }

  private static String form(String word, String change) {
    Matcher matcher = CHANGE.matcher(change);
    if (change.isEmpty() || !matcher.matches()) {
      return change;
    }
    String before = matcher.group(1) == null ? "" : matcher.group(1);
    String ending = matcher.group(3) == null ? "" : matcher.group(3);
    String cut = matcher.group(2);
    int letters = cut == null || cut.isEmpty() ? 0 : Integer.parseInt(cut);
    return before + word.substring(0, word.length() - letters) + ending;
  }
}
