package io.scriptorium.htmlschema;

import io.scriptorium.htmlschema.ContentCheck.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes once through a formula: pairs are matched, commands are looked up, nothing is expanded. */
final class LatexCheck {
  private static final int MAX_DEPTH = 100;

  private static final Set<String> COMMANDS = commands();
  private static final Set<String> ENVIRONMENTS =
      Set.of(
          "matrix",
          "pmatrix",
          "bmatrix",
          "Bmatrix",
          "vmatrix",
          "Vmatrix",
          "smallmatrix",
          "array",
          "cases",
          "dcases",
          "rcases",
          "aligned",
          "alignedat",
          "gathered",
          "split",
          "multlined",
          "align",
          "align*",
          "alignat",
          "alignat*",
          "gather",
          "gather*",
          "multline",
          "multline*",
          "equation",
          "equation*",
          "eqnarray",
          "eqnarray*",
          "subarray",
          "CD",
          "tabular");

  private final String latex;
  private final Deque<String> open = new ArrayDeque<>();
  private int at;

  LatexCheck(String latex) {
    this.latex = latex;
  }

  Optional<Fault> fault() {
    while (at < latex.length()) {
      char c = latex.charAt(at++);
      Optional<Fault> fault =
          switch (c) {
            case '\\' -> command();
            case '{' -> open("{");
            case '}' -> close("{");
            case '$' -> open.contains("$") ? close("$") : open("$");
            case '%' -> {
              skipComment();
              yield Optional.empty();
            }
            default -> Optional.empty();
          };
      if (fault.isPresent()) {
        return fault;
      }
    }
    return open.isEmpty() ? Optional.empty() : unbalanced("the end comes before what was begun");
  }

  private Optional<Fault> command() {
    int start = at;
    while (at < latex.length() && isLetter(latex.charAt(at))) {
      at++;
    }
    if (at == start) {
      // A sign after the backslash: an escaped brace, a space, a new row.
      if (at == latex.length()) {
        return unbalanced("a backslash ends the formula");
      }
      return switch (latex.charAt(at++)) {
        case '[' -> open("\\[");
        case ']' -> close("\\[");
        case '(' -> open("\\(");
        case ')' -> close("\\(");
        default -> Optional.empty();
      };
    }
    String name = latex.substring(start, at);
    return switch (name) {
      case "begin" -> environment().map(this::open).orElseGet(this::unknown);
      case "end" -> environment().map(this::close).orElseGet(this::unknown);
      case "left" -> open("\\left");
      case "right" -> close("\\left");
      default -> COMMANDS.contains(name) ? Optional.empty() : unknown();
    };
  }

  private Optional<String> environment() {
    if (at == latex.length() || latex.charAt(at) != '{') {
      return Optional.empty();
    }
    int end = latex.indexOf('}', at);
    String name = end < 0 ? "" : latex.substring(at + 1, end);
    if (!ENVIRONMENTS.contains(name)) {
      return Optional.empty();
    }
    at = end + 1;
    return Optional.of(name);
  }

  private Optional<Fault> open(String what) {
    if (open.size() == MAX_DEPTH) {
      return unbalanced("groups are nested deeper than " + MAX_DEPTH);
    }
    open.push(what);
    return Optional.empty();
  }

  private Optional<Fault> close(String what) {
    if (open.isEmpty() || !open.peek().equals(what)) {
      return unbalanced("something ends that is not what was begun last");
    }
    open.pop();
    return Optional.empty();
  }

  private void skipComment() {
    int end = latex.indexOf('\n', at);
    at = end < 0 ? latex.length() : end;
  }

  private Optional<Fault> unbalanced(String message) {
    return Optional.of(new Fault(ContentCode.LATEX_UNBALANCED, message + place()));
  }

  private Optional<Fault> unknown() {
    return Optional.of(
        new Fault(
            ContentCode.LATEX_COMMAND_UNKNOWN,
            "a command or environment is not of mathematics" + place()));
  }

  private String place() {
    return ", at character " + at;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static Set<String> commands() {
    try (InputStream in = LatexCheck.class.getResourceAsStream("latex-commands.txt")) {
      if (in == null) {
        throw new IllegalStateException("latex-commands.txt is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
