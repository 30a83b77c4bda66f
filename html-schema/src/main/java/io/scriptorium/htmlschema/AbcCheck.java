package io.scriptorium.htmlschema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The outer form of ABC: a header that ends with the key, then lines of music. Source: ABC music
 * standard 2.1, sections 2.2 (structure) and 3 (fields).
 */
final class AbcCheck {
  private static final Pattern FIELD = Pattern.compile("[A-Za-z+]:.*");
  // Notes, rests, bars, chords, decorations, grace notes, tuplets and quoted chord names.
  private static final Pattern MUSIC =
      Pattern.compile(
          "[A-Ga-gxyzXZHILTUVWhijklmnopqrstuvw0-9 \\t,'/|:\\[\\]()<>{}~.^=_!+*\\\\&$`@-]*");

  private AbcCheck() {}

  static Optional<String> fault(String abc) {
    List<String> lines = abc.lines().map(String::strip).filter(l -> !l.startsWith("%")).toList();
    boolean inBody = false;
    boolean music = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (FIELD.matcher(line).matches()) {
        inBody |= line.startsWith("K:");
      } else if (!line.isEmpty()) {
        if (!inBody) {
          return Optional.of("there is music before the key, in line " + (i + 1));
        }
        if (!isMusic(line)) {
          return Optional.of("line " + (i + 1) + " is no music");
        }
        music = true;
      }
    }
    if (!inBody) {
      return Optional.of("there is no key");
    }
    return music ? Optional.empty() : Optional.of("there is no line of music");
  }

  private static boolean isMusic(String line) {
    String[] quoted = line.split("\"", -1);
    if (quoted.length % 2 == 0) {
      return false;
    }
    // Every second part stands between quotes and may be any text, as may a remark at the end.
    for (int i = 0; i < quoted.length; i += 2) {
      int remark = quoted[i].indexOf('%');
      String notes = remark < 0 ? quoted[i] : quoted[i].substring(0, remark);
      String plain = notes.replaceAll("!\\w*!", "").replaceAll("\\[[A-Za-z]:[^\\]\\[]*\\]", "");
      if (!MUSIC.matcher(plain).matches()) {
        return false;
      }
      if (remark >= 0) {
        return true;
      }
    }
    return true;
  }
}
