package io.scriptorium.htmlschema;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of SMILES without chemistry: atoms, bonds, branches and rings fit together; valences
 * are not counted. Source: OpenSMILES specification 1.0, chapter 2.
 */
final class SmilesCheck {
  private static final Pattern ORGANIC = Pattern.compile("Cl|Br|[BCNOPSFI]|[bcnops]|\\*");
  private static final Pattern BRACKET =
      Pattern.compile(
          "\\[\\d{0,3}([A-Z][a-z]?|[bcnops]|as|se|\\*)(@{0,2}|@[A-Z]{2}\\d{1,2})(H\\d?)?"
              + "([+-]\\d{0,2}|\\+\\+|--)?(:\\d{1,4})?\\]");

  private final String smiles;
  private final Set<Integer> rings = new TreeSet<>();
  private int depth;
  private int at;
  private boolean bondOpen;
  private boolean atomBefore;

  SmilesCheck(String smiles) {
    this.smiles = smiles;
  }

  /** The first fault; the molecules of a reaction stand around {@code >}. */
  Optional<String> fault() {
    if (smiles.isEmpty()) {
      return Optional.of("there is no atom");
    }
    while (at < smiles.length()) {
      if (!step(smiles.charAt(at))) {
        return Optional.of("character " + (at + 1) + " does not fit");
      }
    }
    if (depth > 0) {
      return Optional.of("a branch is not closed");
    }
    if (!rings.isEmpty()) {
      return Optional.of("a ring is not closed");
    }
    return bondOpen || !atomBefore ? Optional.of("the end is not an atom") : Optional.empty();
  }

  private boolean step(char c) {
    return switch (c) {
      case '-', '=', '#', '$', ':', '/', '\\' -> bond();
      case '(' -> openBranch();
      case ')' -> closeBranch();
      case '.', '>' -> part();
      case '%' -> ring(3);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ring(1);
      case '[' -> atom(BRACKET);
      default -> atom(ORGANIC);
    };
  }

  private boolean atom(Pattern pattern) {
    Matcher atom = pattern.matcher(smiles).region(at, smiles.length());
    if (!atom.lookingAt()) {
      return false;
    }
    at = atom.end();
    atomBefore = true;
    bondOpen = false;
    return true;
  }

  private boolean bond() {
    boolean fits = !bondOpen && (atomBefore || depth > 0);
    bondOpen = true;
    at++;
    return fits || back();
  }

  private boolean openBranch() {
    boolean fits = atomBefore && !bondOpen;
    depth++;
    atomBefore = false;
    at++;
    return fits || back();
  }

  private boolean closeBranch() {
    boolean fits = depth > 0 && atomBefore && !bondOpen;
    depth--;
    at++;
    return fits || back();
  }

  private boolean part() {
    boolean fits = !bondOpen && depth == 0 && (atomBefore || smiles.charAt(at) == '>');
    atomBefore = false;
    at++;
    return fits || back();
  }

  /** A digit, or a percent sign and two digits; the bond before it is the ring's own. */
  private boolean ring(int length) {
    int end = at + length;
    if (!atomBefore || end > smiles.length()) {
      return false;
    }
    String number = smiles.substring(length == 1 ? at : at + 1, end);
    if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int ring = Integer.parseInt(number);
    if (!rings.remove(ring)) {
      rings.add(ring);
    }
    bondOpen = false;
    at = end;
    return true;
  }

  private boolean back() {
    at--;
    return false;
  }
}
